// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tls;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Sink;

/** One connection: its handshake put together from records, and read. */
final class Secured implements Dialogue {

    /** Bytes of an encrypted heartbeat: what authenticates it, and its least padding. */
    private static final int SHORTEST_ENCRYPTED = 35;

    /** Bytes that stand behind the payload of a heartbeat (RFC 6520, 4). */
    private static final int LEAST_PADDING = 16;

    /** Both sides were heard from the beginning, so it is known what is in the clear. */
    private boolean greeted;

    private final Fragments toServer = new Fragments();
    private final Fragments toClient = new Fragments();
    private final HandshakeMessages messages = new HandshakeMessages('t');

    /** Made with the first message, where rows are wanted. */
    private @Nullable HandshakeRow row;

    @Override
    public int frame(Cursor in, Direction way) {
        int size = Record.frame(in);
        boolean wanted = row != null && row.isOpen() && in.peek(0) == Record.APPLICATION_DATA;
        return wanted && size < LOST ? Dialogue.skipped(size) : size;
    }

    @Override
    public void lost(Direction way) {
        greeted = false;
        fragments(way).clear();
    }

    private Fragments fragments(Direction way) {
        return way == Direction.TO_SERVER ? toServer : toClient;
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        if (in.peek(0) != Record.HANDSHAKE) {
            return presumed;
        }
        return switch (in.peek(5)) {
            case 1, 16 -> Direction.TO_SERVER;
            case 2, 12, 14 -> Direction.TO_CLIENT;
            default -> presumed;
        };
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        int type = in.u8();
        in.skip(2);
        int length = in.u16();
        if (!in.ok() || in.left() < length) {
            out.violation("truncated", in.left());
            return;
        }
        Fragments fragments = fragments(way);
        if (out.wantsRows()) {
            row(type, fragments, way, out);
        }
        switch (type) {
            case Record.CHANGE_CIPHER_SPEC -> fragments.encrypted = true;
            case Record.ALERT -> alert(in, length, fragments, way, out);
            case Record.HANDSHAKE -> {
                greeted |= !fragments.encrypted;
                handshake(in, fragments, way, out);
            }
            case Record.HEARTBEAT -> heartbeat(in, length, fragments, out);
            default -> {}
        }
    }

    private void row(int type, Fragments fragments, Direction way, Sink out) {
        HandshakeRow known = row;
        if (known == null) {
            known = new HandshakeRow();
            row = known;
            messages.into(known);
        }
        if (type == Record.CHANGE_CIPHER_SPEC) {
            known.changeCipher(way, out);
        } else if (type == Record.APPLICATION_DATA || fragments.encrypted) {
            known.encrypted(way, out);
        }
    }

    /**
     * A request in the clear that says it holds more than it does, so that the answer brings what lies behind it (RFC
     * 6520, 4: type u8, 1 request | payload length u16 | payload | padding). Without the handshake only its size tells that it is in the clear.
     */
    private void heartbeat(Cursor in, int length, Fragments fragments, Sink out) {
        boolean plain = !fragments.encrypted && (greeted || length < SHORTEST_ENCRYPTED);
        if (!plain || length < 3 || in.u8() != 1) {
            return;
        }
        int payload = in.u16();
        if (payload > length - 3 - LEAST_PADDING) {
            out.violation("heartbeat_overread", payload);
        }
    }

    private void alert(Cursor in, int length, Fragments fragments, Direction way, Sink out) {
        int level = in.u8();
        int description = in.u8();
        if (length != 2 || fragments.encrypted || level < 1 || level > 2) {
            return;
        }
        out.notice(Handshake.ALERT)
                .object(level == 2 ? "fatal" : "warning", description)
                .qualifier(Alert.text(description))
                .tell();
        if (row != null) {
            row.alert(description, way, out);
        }
    }

    private void handshake(Cursor in, Fragments fragments, Direction way, Sink out) {
        if (fragments.encrypted && !isHelloAgain(in)) {
            return;
        }
        if (fragments.held == 0) {
            fragments.encrypted |= !messages.read(in, way, out);
            fragments.append(in, out);
            return;
        }
        fragments.append(in, out);
        Cursor all = new Cursor().wrap(fragments.bytes, 0, fragments.held);
        fragments.encrypted |= !messages.read(all, way, out);
        fragments.keepLast(all.left());
    }

    /** After a retry request hellos come in the clear again (RFC 8446, 4.1.4). */
    private static boolean isHelloAgain(Cursor in) {
        boolean hello = in.peek(0) == 1 || in.peek(0) == 2;
        return hello
                && in.peek(1) == 0
                && in.peek16(2) == in.left() - HandshakeMessages.HEADER
                && in.peek16(4) == 0x0303;
    }

    /** The begun message of one direction. */
    private static final class Fragments {

        private static final byte[] NOTHING = {};

        byte[] bytes = NOTHING;
        int held;
        /** After a change of cipher all is secret. */
        boolean encrypted;

        void clear() {
            held = 0;
            bytes = NOTHING;
        }

        void append(Cursor in, Sink out) {
            int count = in.left();
            if (count == 0) {
                return;
            }
            if (held + count > HandshakeMessages.MOST + HandshakeMessages.HEADER) {
                out.violation("handshake_too_long", held + count);
                clear();
                return;
            }
            if (bytes.length < held + count) {
                bytes = Arrays.copyOf(bytes, Math.max(held + count, 2 * bytes.length));
            }
            System.arraycopy(in.bytes(), in.offset(), bytes, held, count);
            held += count;
        }

        void keepLast(int count) {
            if (count == 0) {
                clear();
                return;
            }
            System.arraycopy(bytes, held - count, bytes, 0, count);
            held = count;
        }
    }
}
