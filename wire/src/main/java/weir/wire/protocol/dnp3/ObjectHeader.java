// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

import weir.wire.Cursor;

/**
 * The header in front of objects: which kind, which of them, and what precedes each (IEEE 1815 clause 4.2.2.7).
 *
 * <pre>
 * group | variation | 0, prefix 3 bits, range 4 bits | range field
 * prefix  0 none, 1-3 index of 1, 2, 4 octets, 4-6 size of 1, 2, 4 octets
 * range   0-2 start and stop of 1, 2, 4 octets, 3-5 the same as memory addresses, 6 none: all of them,
 *         7-9 count of 1, 2, 4 octets, 11 count of 1 octet and a size before each
 * </pre>
 */
final class ObjectHeader {

    int group;
    int variation;
    private int qualifier;
    /** First index of a start-stop range, else -1. */
    long start;

    long count;

    private String problem = "";

    /** Reads a header; false where it says nothing, {@link #problem} tells why. */
    boolean read(Cursor in) {
        group = in.u8();
        variation = in.u8();
        qualifier = in.u8();
        start = -1;
        count = 0;
        problem = "";
        if (!in.ok()) {
            problem = "truncated";
        } else {
            range(in);
        }
        return problem.isEmpty();
    }

    private void range(Cursor in) {
        int code = qualifier & 0x0f;
        if (code <= 5) {
            int width = 1 << code % 3;
            start = number(in, width);
            count = number(in, width) - start + 1;
        } else if (code >= 7 && code <= 9) {
            count = number(in, 1 << (code - 7));
        } else if (code == 11) {
            count = in.u8();
        } else if (code != 6) {
            problem = "unknown_qualifier";
        }
        if (prefix() == 7) {
            problem = "unknown_qualifier";
        } else if (!in.ok()) {
            problem = "truncated";
        } else if (start >= 0 && count < 1) {
            problem = "bad_range";
        }
    }

    private static long number(Cursor in, int width) {
        return switch (width) {
            case 1 -> in.u8();
            case 2 -> in.u16le();
            default -> in.u32le();
        };
    }

    private int prefix() {
        return qualifier >>> 4 & 7;
    }

    /** Each object is preceded by its index. */
    boolean indexed() {
        return prefix() >= 1 && prefix() <= 3;
    }

    /** Each object is preceded by its size. */
    boolean sized() {
        return prefix() >= 4 && prefix() <= 6;
    }

    /** What precedes an object: its index or its size, 0 for neither. */
    long prefix(Cursor in) {
        return prefix() == 0 ? 0 : number(in, 1 << (prefix() - 1) % 3);
    }

    /** Index of the object at a position, where no index precedes it. */
    long indexAt(long position) {
        return Math.max(0, start) + position;
    }

    /** Group and variation in one number, as {@code 0x1e02}. */
    int code() {
        return group << 8 | variation;
    }

    int qualifier() {
        return qualifier;
    }

    String problem() {
        return problem;
    }
}
