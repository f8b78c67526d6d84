// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Service;
import weir.model.Transfer;
import weir.model.Transport;
import weir.model.Verb;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Expected;
import weir.wire.Likeness;
import weir.wire.Parcel;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * TFTP (RFC 1350): a request to port 69, answered from another port, between which and that of the request the file then
 * moves: the conversation that answers is announced, so that it knows the name.
 *
 * <pre>
 * read 1, write 2    name, 0, mode, 0, { option, 0, value, 0 }       (options: RFC 2347)
 * data 3             block u16 from 1, up to 512 octets, or as many as option blksize says; a shorter one is the last
 * acknowledge 4      block u16
 * error 5            code u16, text, 0
 * options 6          { option, 0, value, 0 }
 * </pre>
 */
public final class Tftp implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.udp(69));
    private static final int BLOCK = 512;
    private static final int LONGEST_NAME = 200;
    private static final String[] ERRORS = {
        "not_defined",
        "file_not_found",
        "access_violation",
        "disk_full",
        "illegal_operation",
        "unknown_transfer",
        "file_exists",
        "no_such_user",
        "option_refused"
    };

    @Override
    public String name() {
        return "tftp";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        Packet packet = Packet.of(in.peek16(0));
        if (packet == null || over != Transport.UDP) {
            return Likeness.NO;
        }
        return switch (packet) {
            case READ, WRITE -> isRequest(in) ? Likeness.SURE : Likeness.NO;
            case DATA -> in.left() != 4 + BLOCK ? Likeness.NO : in.peek16(2) == 1 ? Likeness.SURE : Likeness.MAYBE;
            case ACKNOWLEDGE -> in.left() != 4 || in.peek16(2) > 1 ? Likeness.NO : acknowledged(in.peek16(2));
            case ERROR ->
                in.peek16(2) < ERRORS.length && in.left() > 5 && textLength(in, 4) == in.left() - 5
                        ? Likeness.MAYBE
                        : Likeness.NO;
            case OPTIONS -> isOptions(in) ? Likeness.SURE : Likeness.NO;
        };
    }

    @Override
    public Dialogue open() {
        return new Conversation(this);
    }

    /** The first message of a server that is written to is these four octets and no more. */
    private static Likeness acknowledged(int block) {
        return block == 0 ? Likeness.SURE : Likeness.MAYBE;
    }

    /** A name and one of the three modes. */
    private static boolean isRequest(Cursor in) {
        int name = textLength(in, 2);
        int mode = name < 0 ? -1 : textLength(in, 3 + name);
        return mode > 0
                && (Lines.contains(in, 3 + name + mode, "OCTET")
                        || Lines.contains(in, 3 + name + mode, "NETASCII")
                        || Lines.contains(in, 3 + name + mode, "MAIL"));
    }

    private static boolean isOptions(Cursor in) {
        return Lines.contains(in, 10, "BLKSIZE")
                || Lines.contains(in, 10, "TSIZE")
                || Lines.contains(in, 10, "TIMEOUT");
    }

    /** Octets before the 0 that ends the text at the distance; -1 where none does. */
    private static int textLength(Cursor in, int from) {
        int length = 0;
        while (in.peek(from + length) > 0) {
            length++;
        }
        return in.peek(from + length) == 0 ? length : -1;
    }

    private enum Packet implements Service {
        READ(Verb.FILE),
        WRITE(Verb.FILE),
        DATA(Verb.FILE),
        ACKNOWLEDGE(Verb.SESSION),
        ERROR(Verb.FILE),
        OPTIONS(Verb.SESSION);

        private static final Packet[] ALL = values();

        private final Verb verb;

        Packet(Verb verb) {
            this.verb = verb;
        }

        @Override
        public int code() {
            return ordinal() + 1;
        }

        @Override
        public Verb verb() {
            return verb;
        }

        static @Nullable Packet of(int code) {
            return code < 1 || code > ALL.length ? null : ALL[code - 1];
        }
    }

    private static final class Conversation implements Dialogue {

        private final Protocol protocol;
        private @Nullable Operation request;
        private long asked;
        private String file = "";
        private int block = BLOCK;
        private boolean seen;
        private @Nullable Parcel parcel;
        private int next = 1;

        Conversation(Protocol protocol) {
            this.protocol = protocol;
        }

        /** The server answers from another port, to where the request came from. */
        private void announce(Sink out) {
            Conversation answered = new Conversation(protocol);
            answered.request = request;
            answered.asked = asked;
            answered.file = file;
            out.common(Expected.class, Expected::new)
                    .announce(
                            Transport.UDP,
                            out.at().source(),
                            out.at().sourcePort(),
                            out.at().destination(),
                            protocol,
                            answered,
                            out.time());
        }

        /**
         * A server answers from a port of its own, so its answer looks like the beginning of a conversation: the first
         * block of what is read, or it acknowledges that it will be written.
         */
        @Override
        public Direction direction(Cursor in, Direction presumed) {
            Packet packet = Packet.of(in.peek16(0));
            if (seen || packet == null) {
                return presumed;
            }
            return switch (packet) {
                case READ, WRITE -> Direction.TO_SERVER;
                case OPTIONS, ERROR -> Direction.TO_CLIENT;
                case DATA -> in.peek16(2) == 1 ? Direction.TO_CLIENT : presumed;
                case ACKNOWLEDGE -> in.peek16(2) == 0 ? Direction.TO_CLIENT : presumed;
            };
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            Packet packet = Packet.of(in.u16());
            seen = true;
            if (packet == null || !in.ok()) {
                out.violation(in.ok() ? "unknown_packet" : "truncated", in.left());
                return;
            }
            switch (packet) {
                case READ, WRITE -> request(packet, in, out);
                case DATA -> data(in, way, out);
                case ACKNOWLEDGE -> acknowledge(in, out);
                case ERROR -> error(in, out);
                case OPTIONS -> options(in, out);
            }
        }

        private void request(Packet packet, Cursor in, Sink out) {
            int name = textLength(in, 0);
            int mode = name < 0 ? -1 : textLength(in, name + 1);
            if (mode < 0) {
                out.violation("truncated", in.left());
                return;
            }
            file = out.text(in, Math.min(name, LONGEST_NAME));
            in.skip(name - Math.min(name, LONGEST_NAME) + 1);
            String word = out.text(in, mode);
            request = out.request(packet).symbol(file).qualifier(word).tell();
            asked = out.time();
            parcel = null;
            announce(out);
            if (name == 0 || mode == 0) {
                out.violation("no_name", name);
            }
        }

        private void data(Cursor in, Direction way, Sink out) {
            int number = in.u16();
            if (!in.ok()) {
                out.violation("truncated", in.left());
                return;
            }
            Transfer.Way moves = way == Direction.TO_SERVER ? Transfer.Way.INTO_DEVICE : Transfer.Way.OUT_OF_DEVICE;
            out.notice(Packet.DATA).symbol(file).tell();
            if (number == (next - 1 & 0xffff) && next != 1) {
                return;
            }
            Parcel moving = parcel;
            if (number == 1 || moving == null) {
                moving = out.parcel(out.server(""), "file", file, moves);
                parcel = moving;
                next = 1;
            }
            block = number == 1 && in.left() > block ? in.left() : block;
            if (number != next) {
                moving.missed();
            }
            next = number + 1 & 0xffff;
            boolean last = in.left() < block;
            out.part(moving, in, in.left());
            if (last) {
                parcel = null;
                out.complete(moving);
            }
        }

        private void acknowledge(Cursor in, Sink out) {
            int number = in.u16();
            if (!in.ok()) {
                out.violation("truncated", in.left());
                return;
            }
            out.response(Packet.ACKNOWLEDGE).symbol(file);
            if (number == 0 && request != null) {
                out.since(asked);
            }
            out.tell();
        }

        private void error(Cursor in, Sink out) {
            int code = in.u16();
            if (!in.ok() || textLength(in, 0) < 0) {
                out.violation("truncated", in.left());
                return;
            }
            String reason = code < ERRORS.length ? ERRORS[code] : "error";
            Operation asking = request;
            if (asking == null) {
                out.response(Packet.ERROR).refused(code, reason).tell();
            } else {
                out.response(asking.service())
                        .like(asking)
                        .refused(code, reason)
                        .since(asked)
                        .tell();
            }
            if (parcel != null) {
                out.broken(parcel);
                parcel = null;
            }
        }

        private void options(Cursor in, Sink out) {
            if (in.left() == 0 || in.peek(in.left() - 1) != 0) {
                out.violation("truncated", in.left());
                return;
            }
            while (textLength(in, 0) > 0) {
                boolean size = textLength(in, 0) == 7 && Lines.contains(in, 7, "BLKSIZE");
                in.skip(textLength(in, 0) + 1);
                int digits = textLength(in, 0);
                if (digits < 0) {
                    out.violation("malformed_options", in.left());
                    return;
                }
                block = size ? number(in, digits) : block;
                in.skip(digits + 1);
            }
            out.response(Packet.OPTIONS).symbol(file).tell();
        }

        private static int number(Cursor in, int digits) {
            int number = 0;
            for (int i = 0; i < Math.min(digits, 5); i++) {
                number = number * 10 + in.peek(i) - '0';
            }
            return number < 8 || number > 65_464 ? BLOCK : number;
        }
    }
}
