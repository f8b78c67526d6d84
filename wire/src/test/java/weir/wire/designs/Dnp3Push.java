// SPDX-License-Identifier: Apache-2.0
package weir.wire.designs;

import java.util.function.Consumer;
import weir.wire.designs.Message.Malformed;

/**
 * DNP3's link frames and transport segments as a push decoder (IEEE 1815-2012 clauses 8 and 9); one outstation a
 * connection. Checks are left out of the user data, not verified. Frame: 05 64, length, control, destination u16le,
 * source u16le, CRC, then blocks of up to 16 octets with a CRC each.
 */
final class Dnp3Push implements PushDecoder {

    private static final int HEADER = 10;
    private static final int LONGEST_FRAME = 292;
    private static final int LONGEST_FRAGMENT = 2048;
    private static final int FIRST = 0x40;
    private static final int FINAL = 0x80;

    private final Dnp3Fragment fragments;
    private final byte[] frame = new byte[LONGEST_FRAME];
    private int filled;
    /** Octets that must be there before the next step: the header's, or the whole frame's. */
    private int wanted = HEADER;

    private final byte[] fragment = new byte[LONGEST_FRAGMENT];
    private int gathered;
    private int sequence;
    private boolean begun;

    /** @param asked functions that wait for their answers, by sequence number; both directions share them */
    Dnp3Push(int[] asked) {
        fragments = new Dnp3Fragment(asked);
    }

    @Override
    public void feed(byte[] data, int offset, int length, Consumer<Message> out) {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            int count = Math.min(wanted - filled, end - at);
            System.arraycopy(data, at, frame, filled, count);
            filled += count;
            at += count;
            advance(out);
        }
    }

    /** Takes the step for which enough is there, if it is. */
    private void advance(Consumer<Message> out) {
        if (filled == wanted && wanted == HEADER) {
            if (u8(0) != 0x05 || u8(1) != 0x64 || u8(2) < 5) {
                System.arraycopy(frame, 1, frame, 0, --filled); // no header: look one octet further on
                return;
            }
            int user = u8(2) - 5;
            wanted = HEADER + user + 2 * ((user + 15) / 16);
        }
        if (filled == wanted) {
            segment(out);
            filled = 0;
            wanted = HEADER;
        }
    }

    @Override
    public void lost() {
        filled = 0;
        wanted = HEADER;
        begun = false;
    }

    private void segment(Consumer<Message> out) {
        int user = u8(2) - 5;
        if (user < 1) {
            return;
        }
        int transport = u8(HEADER);
        if ((transport & FIRST) != 0) {
            begun = true;
            gathered = 0;
        } else if (!begun || (transport & 0x3f) != (sequence + 1 & 0x3f)) {
            if (begun) {
                out.accept(new Malformed("segment_out_of_sequence", transport & 0x3f));
            }
            begun = false;
            return;
        }
        sequence = transport & 0x3f;
        if (gathered + user - 1 > LONGEST_FRAGMENT) {
            out.accept(new Malformed("fragment_too_long", gathered + user - 1L));
            begun = false;
            return;
        }
        gather(user);
        if ((transport & FINAL) != 0) {
            begun = false;
            boolean fromMaster = (u8(3) & 0x80) != 0;
            int outstation = fromMaster ? u8(4) | u8(5) << 8 : u8(6) | u8(7) << 8;
            out.accept(fragments.read(fragment, gathered, outstation));
        }
    }

    /** Takes over the user data behind the transport octet, without the checks. */
    private void gather(int user) {
        for (int done = 0; done < user; done += 16) {
            int block = Math.min(16, user - done);
            int skipped = done == 0 ? 1 : 0;
            int from = HEADER + done / 16 * 18 + skipped;
            System.arraycopy(frame, from, fragment, gathered, block - skipped);
            gathered += block - skipped;
        }
    }

    private int u8(int index) {
        return frame[index] & 0xff;
    }
}
