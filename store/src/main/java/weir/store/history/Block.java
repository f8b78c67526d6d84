// SPDX-License-Identifier: Apache-2.0
package weir.store.history;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Rows of one kind, packed: texts once each and then by number, numbers as short as they are.
 *
 * <p>The form: 1 (its version), the kind, the number of rows, the number of texts, the texts, the rows. Numbers are
 * varints; those with a sign are zigzag, and a time is what it is later than the one before.
 */
final class Block {

    static final int VERSION = 1;
    /** A block is full at so many octets, so that in Base64 it is a line of the store with room to spare for a row. */
    private static final int FULL = 640 << 10;
    /** Octets of a text at most; the rest is cut off. */
    static final int TEXT_OCTETS = 8 << 10;

    private final Kind kind;
    private final Octets rows = new Octets(1 << 16);
    private final Octets dictionary = new Octets(1 << 14);
    /** As many as fit into a full block. */
    private final Map<String, Integer> codes = new HashMap<>();

    private int count;
    private long before;

    Block(Kind kind) {
        this.kind = kind;
    }

    boolean full() {
        return rows.length() + dictionary.length() >= FULL;
    }

    boolean empty() {
        return count == 0;
    }

    void row(String site, long micros) {
        rows.signed(micros - before);
        before = micros;
        text(site);
        count++;
    }

    void text(String text) {
        Integer code = codes.get(text);
        if (code == null) {
            code = codes.size();
            codes.put(text, code);
            byte[] octets = text.getBytes(StandardCharsets.UTF_8);
            dictionary.block(octets, cut(octets));
        }
        rows.varint(code);
    }

    /** Where to cut so that no character is cut in two. */
    private static int cut(byte[] octets) {
        int length = Math.min(octets.length, TEXT_OCTETS);
        while (length < octets.length && (octets[length] & 0xc0) == 0x80) {
            length--;
        }
        return length;
    }

    void whole(long value) {
        rows.signed(value);
    }

    void real(double value) {
        rows.eight(Double.doubleToRawLongBits(value));
    }

    /** The line that holds it. Afterwards it is empty. */
    String seal() {
        Octets all = new Octets(rows.length() + dictionary.length() + 32);
        all.varint(VERSION);
        all.varint(kind.code());
        all.varint(count);
        all.varint(codes.size());
        all.all(dictionary);
        all.all(rows);
        rows.clear();
        dictionary.clear();
        codes.clear();
        count = 0;
        before = 0;
        return new String(Base64.getEncoder().encode(all.exact()), StandardCharsets.ISO_8859_1);
    }

    /** Octets that grow. */
    private static final class Octets {
        private byte[] octets;
        private int length;

        Octets(int room) {
            octets = new byte[room];
        }

        int length() {
            return length;
        }

        void clear() {
            length = 0;
        }

        byte[] exact() {
            return Arrays.copyOf(octets, length);
        }

        void varint(long value) {
            room(10);
            long left = value;
            while ((left & ~0x7fL) != 0) {
                octets[length++] = (byte) (left | 0x80);
                left >>>= 7;
            }
            octets[length++] = (byte) left;
        }

        void signed(long value) {
            varint((value << 1) ^ (value >> 63));
        }

        void eight(long value) {
            room(8);
            for (int i = 0; i < 8; i++) {
                octets[length++] = (byte) (value >>> (8 * i));
            }
        }

        void block(byte[] from, int most) {
            varint(most);
            room(most);
            System.arraycopy(from, 0, octets, length, most);
            length += most;
        }

        void all(Octets other) {
            room(other.length);
            System.arraycopy(other.octets, 0, octets, length, other.length);
            length += other.length;
        }

        private void room(int more) {
            if (length + more > octets.length) {
                octets = Arrays.copyOf(octets, Math.max(octets.length * 2, length + more));
            }
        }
    }
}
