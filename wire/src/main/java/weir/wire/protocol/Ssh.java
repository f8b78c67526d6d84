// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Service;
import weir.model.Transport;
import weir.model.Verb;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * SSH (RFC 4253): a line each way that names the software, then packets. They can be read up to the one after which all is
 * encrypted, {@code SSH_MSG_NEWKEYS}; then nothing more is looked at.
 *
 * <pre>
 * line        "SSH-" version "-" software [" " comments] CR LF           (4.2)
 * packet      length u32, padding length u8, message u8 and what it has, padding     (6)
 * </pre>
 */
public final class Ssh implements Protocol {

    static final int KEXINIT = 20;
    static final int NEWKEYS = 21;

    private static final List<Carrier> CARRIERS = List.of(Carrier.tcp(22));
    private static final int LONGEST_LINE = 255;
    private static final int LONGEST_PACKET = 35_000;

    @Override
    public String name() {
        return "ssh";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        if (isLine(in)) {
            return in.left() < 7 ? Likeness.MORE : in.peek(5) == '.' ? Likeness.SURE : Likeness.NO;
        }
        if (in.left() < 32) {
            return beginsPacket(in) ? Likeness.MORE : Likeness.NO;
        }
        boolean offer = in.peek(5) == KEXINIT && isPacket(in);
        long names = in.peek32(22);
        return offer && names > 0 && names < in.peek32(0) && Lines.wordLength(in, 26) > 2 ? Likeness.SURE : Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    private static boolean isLine(Cursor in) {
        int most = Math.min(4, in.left());
        for (int i = 0; i < most; i++) {
            if (in.peek(i) != "SSH-".charAt(i)) {
                return false;
            }
        }
        return most > 0;
    }

    /** Whether what little there is can begin an offer: its length is below 65,536. */
    private static boolean beginsPacket(Cursor in) {
        boolean small = in.peek(0) == 0 && (in.left() < 2 || in.peek(1) == 0);
        return small && (in.left() < 6 || (in.peek(5) == KEXINIT && isPacket(in)));
    }

    /** Whether the next bytes can be the head of a packet that is not encrypted. */
    private static boolean isPacket(Cursor in) {
        long length = in.peek32(0);
        int padding = in.peek(4);
        return length >= 12
                && length <= LONGEST_PACKET
                && (length + 4) % 8 == 0
                && padding >= 4
                && padding < length
                && Message.of(in.peek(5)) != null;
    }

    private enum Message implements Service {
        IDENTIFICATION(-1, Verb.IDENTIFY),
        DISCONNECT(1, Verb.SESSION),
        IGNORE(2, Verb.SESSION),
        UNIMPLEMENTED(3, Verb.SESSION),
        DEBUG(4, Verb.DIAGNOSE),
        KEY_EXCHANGE_OFFER(KEXINIT, Verb.SESSION),
        NEW_KEYS(NEWKEYS, Verb.SESSION),
        KEY_EXCHANGE_30(30, Verb.SESSION),
        KEY_EXCHANGE_31(31, Verb.SESSION),
        KEY_EXCHANGE_32(32, Verb.SESSION),
        KEY_EXCHANGE_33(33, Verb.SESSION),
        KEY_EXCHANGE_34(34, Verb.SESSION),
        ENCRYPTED(-1, Verb.OTHER);

        private static final Message[] ALL = values();

        private final int code;
        private final Verb verb;

        Message(int code, Verb verb) {
            this.code = code;
            this.verb = verb;
        }

        @Override
        public int code() {
            return code;
        }

        @Override
        public Verb verb() {
            return verb;
        }

        static @Nullable Message of(int code) {
            for (Message message : ALL) {
                if (message.code == code && code >= 0) {
                    return message;
                }
            }
            return null;
        }
    }

    private static final class Conversation implements Dialogue {

        private final SshOffer offer = new SshOffer();
        private final boolean[] opaque = new boolean[2];

        @Override
        public int frame(Cursor in, Direction way) {
            if (opaque[way.ordinal()]) {
                return DONE;
            }
            if (in.left() < 4) {
                return isLine(in) || in.peek(0) <= 0 ? MORE : LOST;
            }
            if (isLine(in)) {
                int length = Lines.line(in, 0);
                return length > LONGEST_LINE ? LOST : length > 0 ? length : in.left() < LONGEST_LINE ? MORE : LOST;
            }
            if (in.peek32(0) > LONGEST_PACKET) {
                return LOST;
            }
            return in.left() < 6 ? MORE : isPacket(in) ? (int) in.peek32(0) + 4 : LOST;
        }

        @Override
        public void lost(Direction way) {
            opaque[way.ordinal()] |= opaque[way.back().ordinal()];
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            if (isLine(in)) {
                line(in, way, out);
                return;
            }
            Message message = Message.of(in.peek(5));
            if (message == null || !isPacket(in)) {
                out.violation("malformed", in.left());
                return;
            }
            if (in.left() < in.peek32(0) + 4) {
                out.violation("truncated", in.left());
                return;
            }
            in.skip(6);
            if (message == Message.KEY_EXCHANGE_OFFER) {
                offer(in, way, out);
                return;
            }
            out.notice(message).tell();
            if (message == Message.NEW_KEYS) {
                encrypted(way, out);
            }
        }

        private void encrypted(Direction way, Sink out) {
            opaque[way.ordinal()] = true;
            out.notice(Message.ENCRYPTED).tell();
        }

        private void line(Cursor in, Direction way, Sink out) {
            if (Lines.line(in, 0) == 0) {
                out.violation("truncated", in.left());
                return;
            }
            int length = Lines.textLength(in);
            int from = in.read();
            String banner = out.text(in, length);
            in.seek(from);
            in.skip(4);
            int version = 0;
            while (version < length - 4 && in.peek(version) != '-') {
                version++;
            }
            if (version == length - 4) {
                out.violation("malformed", length);
                return;
            }
            boolean old = in.peek(0) == '1' && in.peek(2) < '9';
            String spoken = out.text(in, version);
            in.skip(1);
            String software = out.text(in, length - 5 - version);
            out.notice(Message.IDENTIFICATION)
                    .symbol(software)
                    .qualifier(spoken)
                    .tell();
            out.identity(out.sender(), Attribute.SOFTWARE, software, "identification", 5);
            out.fact("ssh", "banner", banner);
            if (old) {
                encrypted(way, out);
            }
        }

        private void offer(Cursor in, Direction way, Sink out) {
            if (!offer.read(in, way)) {
                out.violation("malformed_offer", in.read());
                return;
            }
            out.notice(Message.KEY_EXCHANGE_OFFER)
                    .space(offer.preferred(0, out))
                    .symbol(offer.preferred(2, out))
                    .qualifier(offer.preferred(1, out))
                    .tell();
            out.identity(
                    out.sender(),
                    Attribute.FINGERPRINT,
                    offer.fingerprint(out),
                    way == Direction.TO_SERVER ? "HASSH" : "HASSH server",
                    3);
        }
    }
}
