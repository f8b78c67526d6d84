// SPDX-License-Identifier: Apache-2.0
package weir.wire.designs;

import java.util.ArrayList;
import java.util.List;
import weir.wire.designs.Message.Dnp3Objects;
import weir.wire.designs.Message.Dnp3Request;
import weir.wire.designs.Message.Dnp3Response;
import weir.wire.designs.Message.Malformed;

/** A whole DNP3 application fragment: reads and their responses (IEEE 1815-2012 clause 4). */
final class Dnp3Fragment {

    private static final int READ = 1;
    private static final int RESPONSE = 129;

    private final int[] asked;
    private byte[] data = new byte[0];
    private int length;
    private int at;

    // the header last read
    private long first;
    private long count;
    private int prefix;

    Dnp3Fragment(int[] asked) {
        this.asked = asked;
    }

    Message read(byte[] fragment, int size, int outstation) {
        data = fragment;
        length = size;
        at = 2;
        if (length < 2) {
            return new Malformed("truncated", 0);
        }
        int sequence = data[0] & 0x0f;
        int function = data[1] & 0xff;
        if (function != READ && function != RESPONSE) {
            return new Malformed("unknown_function", function);
        }
        int indications = 0;
        if (function == RESPONSE) {
            if (length < 4) {
                return new Malformed("truncated", function);
            }
            indications = (int) number(2);
        }
        List<Dnp3Objects> objects = new ArrayList<>();
        while (at < length) {
            Malformed problem = header(function == RESPONSE, objects);
            if (!problem.name().isEmpty()) {
                return problem;
            }
        }
        if (function == READ) {
            asked[sequence] = function;
            return new Dnp3Request(outstation, function, List.copyOf(objects));
        }
        int request = asked[sequence] == 0 ? function : asked[sequence];
        asked[sequence] = 0;
        return new Dnp3Response(outstation, request, indications, List.copyOf(objects));
    }

    private static final Malformed NOTHING = new Malformed("", 0);

    /** Reads a header and moves behind its objects; a problem with a name where it cannot. */
    private Malformed header(boolean bringsObjects, List<Dnp3Objects> objects) {
        if (length - at < 3) {
            return new Malformed("truncated", 0);
        }
        int group = data[at] & 0xff;
        int variation = data[at + 1] & 0xff;
        int qualifier = data[at + 2] & 0xff;
        int code = group << 8 | variation;
        at += 3;
        if (!range(qualifier & 0x0f)) {
            return new Malformed("truncated", code);
        }
        prefix = qualifier >>> 4 & 7;
        if (prefix > 3 || (qualifier & 0x0f) > 8) {
            return new Malformed("unknown_qualifier", code);
        }
        if (bringsObjects || prefix > 0) {
            int bits = bringsObjects ? bits(code) : 0;
            if (bits < 0) {
                return new Malformed("unknown_object", code);
            }
            if (!skip(bits)) {
                return new Malformed("truncated", code);
            }
        }
        objects.add(new Dnp3Objects(group, variation, first, count));
        return NOTHING;
    }

    private boolean range(int code) {
        first = -1;
        count = 0;
        int width = code < 6 ? 1 << code % 3 : code == 6 ? 0 : 1 << code - 7;
        if (length - at < (code < 6 ? 2 * width : width)) {
            return false;
        }
        if (code < 6) {
            first = number(width);
            count = number(width) - first + 1;
        } else if (code > 6) {
            count = number(width);
        }
        return true;
    }

    /** Moves behind the objects; indices that follow one another are a range. */
    private boolean skip(int bits) {
        if (prefix == 0) {
            at += (int) Math.min(length + 1L, (count * bits + 7) / 8);
            return at <= length;
        }
        int width = 1 << prefix - 1;
        long lowest = Long.MAX_VALUE;
        long highest = -1;
        for (long i = 0; i < count; i++) {
            if (length - at < width + (bits + 7) / 8) {
                return false;
            }
            long index = number(width);
            lowest = Math.min(lowest, index);
            highest = Math.max(highest, index);
            at += (bits + 7) / 8;
        }
        first = count > 0 && highest - lowest + 1 <= count ? lowest : -1;
        return true;
    }

    /** Little-endian; the caller has looked whether it is there. */
    private long number(int width) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            value |= (data[at++] & 0xffL) << 8 * i;
        }
        return value;
    }

    /** Bits of one object, -1 for one that is not known (IEEE 1815-2012 annex A). */
    private static int bits(int code) {
        return switch (code) {
            case 0x0101, 0x0a01 -> 1;
            case 0x0102, 0x0201, 0x0a02 -> 8;
            case 0x0202 -> 56;
            case 0x1e01, 0x1401, 0x1e05 -> 40;
            case 0x1e02, 0x1402, 0x2002 -> 24;
            case 0x1e03 -> 32;
            case 0x1e04 -> 16;
            default -> -1;
        };
    }
}
