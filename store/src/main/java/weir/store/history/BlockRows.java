// SPDX-License-Identifier: Apache-2.0
package weir.store.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The rows of a block, one after another. */
final class BlockRows {

    private final byte[] octets;
    private final Kind kind;
    private final String[] texts;
    private int left;
    private int at;
    private long time;

    BlockRows(String line) throws IOException {
        octets = Base64.getDecoder().decode(line);
        if (varint() != Block.VERSION) {
            throw new IOException("a block of the history is of a form that this Weir does not read");
        }
        kind = Kind.of((int) varint());
        left = (int) varint();
        texts = new String[(int) varint()];
        for (int i = 0; i < texts.length; i++) {
            int length = (int) varint();
            texts[i] = new String(octets, at, length, StandardCharsets.UTF_8);
            at += length;
        }
    }

    Kind kind() {
        return kind;
    }

    /** What its codes stand for. */
    String[] texts() {
        return texts;
    }

    int rows() {
        return left;
    }

    /** Goes to the next row, at its site. */
    boolean next() {
        if (left == 0) {
            return false;
        }
        left--;
        time += signed();
        return true;
    }

    long time() {
        return time;
    }

    int code() {
        return (int) varint();
    }

    long whole() {
        return signed();
    }

    double real() {
        long bits = 0;
        for (int i = 0; i < 8; i++) {
            bits |= (octets[at++] & 0xffL) << (8 * i);
        }
        return Double.longBitsToDouble(bits);
    }

    private long signed() {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    private long varint() {
        long value = 0;
        int shift = 0;
        byte octet;
        do {
            octet = octets[at++];
            value |= (octet & 0x7fL) << shift;
            shift += 7;
        } while (octet < 0);
        return value;
    }
}
