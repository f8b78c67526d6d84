// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;

/** How a message chunk begins (OPC 10000-6, 7.1.2.2 and 6.7.2): three letters, the kind of chunk, its size u32. */
final class Chunk {

    static final int HEL = 'H' << 16 | 'E' << 8 | 'L';
    static final int ACK = 'A' << 16 | 'C' << 8 | 'K';
    static final int ERR = 'E' << 16 | 'R' << 8 | 'R';
    static final int RHE = 'R' << 16 | 'H' << 8 | 'E';
    static final int OPN = 'O' << 16 | 'P' << 8 | 'N';
    static final int MSG = 'M' << 16 | 'S' << 8 | 'G';
    static final int CLO = 'C' << 16 | 'L' << 8 | 'O';

    /** Octets of letters, kind and size. */
    static final int HEADER = 8;

    /** Octets from the start to the body of MSG and CLO: after the header four numbers u32. */
    static final int TO_BODY = HEADER + 16;

    private static final long LONGEST = 1 << 20;

    private Chunk() {}

    /** The three letters as one number; 0 where they are none of ours. */
    static int type(Cursor in) {
        int letters = in.peek(0) << 16 | in.peek(1) << 8 | in.peek(2);
        return shortest(letters) > 0 ? letters : 0;
    }

    /** As {@link Dialogue#frame}. */
    static int size(Cursor in) {
        if (in.left() < HEADER) {
            return mayBegin(in) ? Dialogue.MORE : Dialogue.LOST;
        }
        int type = type(in);
        long size = in.peek32le(4);
        boolean sized = type != 0 && size >= shortest(type) && size <= longest(type);
        return sized && isKind(type, in.peek(3)) ? (int) size : Dialogue.LOST;
    }

    static Likeness likeness(Cursor in) {
        int size = size(in);
        if (size == Dialogue.MORE) {
            return Likeness.MORE;
        }
        if (size == Dialogue.LOST) {
            return Likeness.NO;
        }
        return switch (type(in)) {
            case HEL -> counted(in, 28, size - 32);
            case ACK -> size == 28 ? Likeness.SURE : Likeness.NO;
            case ERR -> counted(in, 12, size - 16);
            case RHE -> in.left() < 12 ? Likeness.MORE : Likeness.SURE;
            case OPN -> opening(in);
            default -> service(in);
        };
    }

    /** Sure when the length that stands at an offset is that of the rest of the message; -1 is a text of none. */
    private static Likeness counted(Cursor in, int offset, int rest) {
        long length = in.peek32le(offset);
        if (length < 0) {
            return Likeness.MORE;
        }
        return length == rest || rest == 0 && length == 0xffff_ffffL ? Likeness.SURE : Likeness.NO;
    }

    /** The name of the policy begins "http". */
    private static Likeness opening(Cursor in) {
        if (in.left() < 20) {
            return Likeness.MORE;
        }
        boolean named = in.peek32le(12) < 256 && in.peek32(16) == 0x6874_7470;
        return named ? Likeness.SURE : Likeness.MAYBE;
    }

    /** Sure when the body begins with the number of a service. */
    private static Likeness service(Cursor in) {
        if (in.left() < TO_BODY + 4) {
            return Likeness.MORE;
        }
        boolean known = in.peek16(TO_BODY) == 0x0100 && UaService.of(in.peek16le(TO_BODY + 2)) != null;
        return known ? Likeness.SURE : Likeness.MAYBE;
    }

    private static boolean mayBegin(Cursor in) {
        return matches(in, HEL)
                || matches(in, ACK)
                || matches(in, ERR)
                || matches(in, RHE)
                || matches(in, OPN)
                || matches(in, MSG)
                || matches(in, CLO);
    }

    private static boolean matches(Cursor in, int letters) {
        for (int i = 0; i < 3 && i < in.left(); i++) {
            if (in.peek(i) != (letters >> 16 - 8 * i & 0xff)) {
                return false;
            }
        }
        return in.left() < 4 || isKind(letters, in.peek(3));
    }

    private static boolean isKind(int type, int kind) {
        return kind == 'F' || type == MSG && (kind == 'C' || kind == 'A');
    }

    /** 0 where the letters are no message's. */
    private static int shortest(int type) {
        return switch (type) {
            case HEL -> 32;
            case ACK -> 28;
            case ERR, RHE -> 16;
            case OPN -> 32;
            case MSG, CLO -> TO_BODY;
            default -> 0;
        };
    }

    /** Of what a text of at most 4096 octets ends; of ACK, which has none. */
    private static long longest(int type) {
        return switch (type) {
            case HEL -> 32 + 4096;
            case ACK -> 28;
            case ERR -> 16 + 4096;
            case RHE -> 16 + 2 * 4096;
            default -> LONGEST;
        };
    }
}
