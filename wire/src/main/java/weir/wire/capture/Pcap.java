// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

import java.io.IOException;

/**
 * A capture in the classic format of libpcap (IETF draft-ietf-opsawg-pcap, pcap-savefile(5)).
 *
 * <pre>
 * file:    magic(4) major(2) minor(2) zone(4) accuracy(4) snap length(4) link type(4)
 * record:  seconds(4) fraction(4) captured(4) length(4) bytes(captured)
 * </pre>
 *
 * The magic number tells the byte order and whether the fraction is micro- or nanoseconds; it is taken as signed, as
 * libpcap has it, because there are writers that put a time before the full second. In Alexey Kuznetzov's
 * variant a record's header goes on: interface(4) protocol(2) packet type(1) padding(1).
 */
final class Pcap extends CaptureFile {

    static final int MICROSECONDS = 0xa1b2c3d4;
    static final int NANOSECONDS = 0xa1b23c4d;
    static final int KUZNETZOV = 0xa1b2cd34;

    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;
    private static final int LONG_RECORD_HEADER = 24;

    private final int header;
    private final int fraction;
    private int linkType;
    private int checksum;

    private Pcap(Input input, int header, int fraction) {
        super(input);
        this.header = header;
        this.fraction = fraction;
    }

    /** Whether the first four bytes of a file, taken in either order, are this format's. */
    static boolean begins(int magic) {
        return magic == MICROSECONDS || magic == NANOSECONDS || magic == KUZNETZOV;
    }

    /** Reads the file header; the chunk holds the magic number and is set to its byte order. */
    static Pcap open(Input input) throws IOException {
        int magic = input.chunk().i32(0);
        Pcap file = new Pcap(
                input, magic == KUZNETZOV ? LONG_RECORD_HEADER : RECORD_HEADER, magic == NANOSECONDS ? 1 : 1_000);
        file.fileHeader();
        return file;
    }

    private void fileHeader() throws IOException {
        if (!chunk.has(FILE_HEADER)) {
            ended("the file header", FILE_HEADER);
            return;
        }
        int major = chunk.u16(4);
        if (major != 2) {
            throw new NotACapture(input.name() + ": byte 4: pcap version " + major + "." + chunk.u16(6)
                    + " is not known; give a capture of version 2.4, which tcpdump, Wireshark and dumpcap write");
        }
        // draft-ietf-opsawg-pcap 4: length of the frame check sequence in units of 16 bits(4) R(1) P(1) link type(26)
        int network = chunk.i32(20);
        linkType = network & 0x03ff_ffff;
        checksum = (network & 0x0400_0000) != 0 ? 2 * (network >>> 28) : 0;
        chunk.take(FILE_HEADER);
    }

    @Override
    public boolean next(Frame frame) throws IOException {
        if (!chunk.has(header)) {
            return ended("a record header", header);
        }
        int captured = chunk.i32(8);
        int length = chunk.i32(12);
        if (captured < 0 || captured > LONGEST_FRAME || ((captured | length) == 0 && unwritten())) {
            return damaged(chunk.position(), reason(captured));
        }
        if (!chunk.has(header + captured)) {
            return ended("a record", header + captured);
        }
        frame.time = chunk.u32(0) * 1_000_000_000 + (long) chunk.i32(4) * fraction;
        frame.interfaceNumber = header == LONG_RECORD_HEADER ? chunk.i32(16) : 0;
        frame.data = chunk.data();
        frame.offset = chunk.at() + header;
        frame.linkType = linkType;
        frame.length = length < 0 ? Integer.MAX_VALUE : Math.max(captured, length);
        frame.captured = captured;
        if (checksum > 0) {
            cutChecksum(frame);
        }
        number(frame);
        chunk.take(header + captured);
        return true;
    }

    /** Nothing but zeros: space that a file system set aside for what was never written. */
    private boolean unwritten() {
        return chunk.i64(0) == 0;
    }

    private static String reason(int captured) {
        return captured == 0
                ? "zeros where a record should be: the file was not written to its end"
                : "a record of " + Integer.toUnsignedString(captured) + " bytes; more than " + LONGEST_FRAME
                        + " is not a frame";
    }

    private void cutChecksum(Frame frame) {
        frame.length = Math.max(0, frame.length - checksum);
        frame.captured = Math.min(frame.captured, frame.length);
    }
}
