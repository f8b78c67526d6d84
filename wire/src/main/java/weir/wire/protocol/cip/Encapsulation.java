// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;

/**
 * The header before every message on port 44818. All numbers little-endian. CIP volume 2, 2-3.1:
 *
 * <pre>
 * command u16 | length u16 of what follows the header | session u32 | status u32 | sender context 8 | options u32 = 0
 * </pre>
 *
 * Cyclic data on port 2222 has no header; there a datagram begins with the item count and a sequenced address item.
 */
final class Encapsulation {

    static final int HEADER = 24;
    static final int SEQUENCED_ADDRESS = 0x8002;
    private static final int LENGTH = 2;
    private static final int SESSION = 4;
    private static final int STATUS = 8;
    private static final int OPTIONS = 20;
    private static final int HIGHEST_STATUS = 0xff;
    private static final int MOST_ITEMS = 8;

    private Encapsulation() {}

    /** Length of the message, or the answer of {@link Dialogue#frame}. */
    static int frame(Cursor in) {
        int code = in.peek16le(0);
        if (code < 0) {
            return Dialogue.MORE;
        }
        EncapsulationCommand command = EncapsulationCommand.of(code);
        int length = in.peek16le(LENGTH);
        if (command == null || length >= 0 && !fits(command, length)) {
            return Dialogue.LOST;
        }
        boolean onlyZeros = code == 0 && in.peek32le(SESSION) == 0;
        if (onlyZeros || in.peek32le(STATUS) > HIGHEST_STATUS || in.peek32le(OPTIONS) > 0) {
            return Dialogue.LOST;
        }
        if (in.left() < HEADER) {
            return Dialogue.MORE;
        }
        return carriesItems(command) && length > 0 && !beginsItems(in) ? Dialogue.LOST : HEADER + length;
    }

    private static boolean fits(EncapsulationCommand command, int length) {
        return switch (command) {
            case REGISTER_SESSION -> length == 4 || length == 0;
            case UNREGISTER_SESSION -> length == 0;
            case SEND_RR_DATA, SEND_UNIT_DATA -> length == 0 || length >= 8;
            case LIST_SERVICES, LIST_IDENTITY, LIST_INTERFACES -> length == 0 || length >= 2 && length < 1024;
            case NO_OPERATION, INDICATE_STATUS, CANCEL, START_DTLS -> length < 4096;
        };
    }

    static boolean carriesItems(EncapsulationCommand command) {
        return command == EncapsulationCommand.SEND_RR_DATA || command == EncapsulationCommand.SEND_UNIT_DATA;
    }

    /** Interface handle 0 (CIP), a timeout, an item count; as much of it as is there. */
    private static boolean beginsItems(Cursor in) {
        int count = in.peek16le(HEADER + 6);
        return in.peek32le(HEADER) <= 0 && (count < 0 || count > 0 && count <= MOST_ITEMS);
    }

    static Likeness probe(Cursor in, Transport over) {
        if (over == Transport.UDP && isCyclic(in)) {
            return in.peek16le(0) > 2 || in.peek16le(16) == in.left() - 18 ? Likeness.SURE : Likeness.NO;
        }
        int size = frame(in);
        if (size == Dialogue.LOST) {
            return Likeness.NO;
        }
        EncapsulationCommand command = EncapsulationCommand.of(in.peek16le(0));
        if (size == Dialogue.MORE) {
            return over == Transport.UDP || command == EncapsulationCommand.NO_OPERATION ? Likeness.NO : Likeness.MORE;
        }
        if (over == Transport.UDP && size != in.left()) {
            return Likeness.NO;
        }
        return command == null ? Likeness.NO : likeness(command, in, size - HEADER, over);
    }

    private static Likeness likeness(EncapsulationCommand command, Cursor in, int length, Transport over) {
        boolean opening = in.peek32le(SESSION) == 0;
        return switch (command) {
            case NO_OPERATION -> Likeness.NO;
            case LIST_SERVICES, LIST_IDENTITY, LIST_INTERFACES -> {
                if (length == 0) {
                    yield opening ? askedAlone(in, over) : Likeness.NO;
                }
                boolean cut = in.left() < HEADER + length;
                yield cut ? Likeness.MORE : itemsFit(in, HEADER, length) ? Likeness.SURE : Likeness.NO;
            }
            case REGISTER_SESSION -> {
                if (in.left() < HEADER + 4) {
                    yield length < 4 ? Likeness.NO : Likeness.MORE;
                }
                yield in.peek32le(HEADER) == 1 ? Likeness.SURE : Likeness.NO;
            }
            case SEND_RR_DATA, SEND_UNIT_DATA ->
                !opening && length > 0 && in.left() > HEADER + 8 ? Likeness.SURE : Likeness.MAYBE;
            case UNREGISTER_SESSION, INDICATE_STATUS, CANCEL, START_DTLS ->
                opening || in.left() != HEADER + length ? Likeness.NO : Likeness.MAYBE;
        };
    }

    /** A list request is little more than zeros: that fills a datagram, but in a stream what follows must tell. */
    private static Likeness askedAlone(Cursor in, Transport over) {
        if (over == Transport.UDP) {
            return Likeness.SURE;
        }
        in.skip(HEADER);
        return in.left() == 0 ? Likeness.MORE : probe(in, over);
    }

    /** The items of a list answer: a count, then type, length and data of each, filling the message. */
    private static boolean itemsFit(Cursor in, int from, int length) {
        int count = in.peek16le(from);
        if (count < 1 || count > MOST_ITEMS) {
            return false;
        }
        int at = from + 2;
        for (int i = 0; i < count; i++) {
            int size = in.peek16le(at + 2);
            if (size < 0) {
                return false;
            }
            at += 4 + size;
        }
        return at == from + length;
    }

    /** Whether a datagram is cyclic data: an item count, then a sequenced address of 8 bytes, then data that fills it. */
    static boolean isCyclic(Cursor in) {
        int count = in.peek16le(0);
        return count >= 2
                && count <= MOST_ITEMS
                && in.peek16le(2) == SEQUENCED_ADDRESS
                && in.peek16le(4) == 8
                && (in.peek16le(14) == CommonPacket.CONNECTED_DATA || in.peek16le(14) == -1);
    }

    /** What a status number means: CIP volume 2, table 2-3.3. */
    static String statusLabel(int status) {
        return switch (status) {
            case 0x01 -> "invalid command";
            case 0x02 -> "insufficient memory";
            case 0x03 -> "incorrect data";
            case 0x64 -> "invalid session handle";
            case 0x65 -> "invalid length";
            case 0x69 -> "unsupported protocol revision";
            case 0x6a -> "service not allowed on this port";
            default -> "";
        };
    }

    /** The CIP service that a message carries, with the bit that marks an answer; -1 where it carries none. */
    static int carried(Cursor in) {
        EncapsulationCommand command = EncapsulationCommand.of(in.peek16le(0));
        if (command == null || !carriesItems(command)) {
            return -1;
        }
        int at = HEADER + 8;
        for (int i = 0; i < Math.min(MOST_ITEMS, in.peek16le(HEADER + 6)); i++) {
            int type = in.peek16le(at);
            if (type == CommonPacket.UNCONNECTED_DATA) {
                return in.peek(at + 4);
            }
            if (type == CommonPacket.CONNECTED_DATA) {
                return in.peek(at + 6);
            }
            at += 4 + Math.max(0, in.peek16le(at + 2));
        }
        return -1;
    }
}
