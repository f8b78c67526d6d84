// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import weir.wire.Rows;

/**
 * Header fields that were sent before and are now called by number (RFC 7541, 2.3): 61 that everybody knows, then those
 * of the connection, the newest first. Numbers count from the newest, so what comes after a loss is found all the same.
 */
final class HeaderTable {

    /** What the size is unless the reader of the headers says otherwise (RFC 9113, 6.5.2). */
    private static final int USUAL = 4096;

    /** A larger table is not kept. */
    private static final int MOST = 1 << 16;

    /** What a field counts beyond its octets (RFC 7541, 4.1). */
    private static final int OVERHEAD = 32;

    private static final byte[][] NAMES;
    private static final byte[][] VALUES;
    private static final byte[] NOTHING = {};
    private static final int[] NONE = {};

    static {
        List<String[]> rows = Rows.of("http2/static_table");
        NAMES = rows.stream()
                .map(row -> row[1].getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
        VALUES = rows.stream()
                .map(row -> row[2].getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
    }

    /** The octets of all fields, oldest first, behind those that are gone. */
    private byte[] bytes = NOTHING;

    private int end;
    /** Where name and value of each field are; a ring. */
    private int[] from = NONE;

    private int[] name = NONE;
    private int[] value = NONE;
    private int newest = -1;
    private int count;
    private int size;
    private int limit = USUAL;

    void forget() {
        count = 0;
        size = 0;
        end = 0;
    }

    void limit(long octets) {
        limit = (int) Math.min(octets, MOST);
        evict(0);
    }

    /** Writes name and value of a field one behind the other; gives the length of the name, -1 for a field not known. */
    int copy(long number, byte[] text) {
        if (number >= 1 && number <= NAMES.length) {
            byte[] known = NAMES[(int) number - 1];
            System.arraycopy(known, 0, text, 0, known.length);
            byte[] with = VALUES[(int) number - 1];
            System.arraycopy(with, 0, text, known.length, with.length);
            return known.length;
        }
        int entry = entry(number);
        if (entry < 0) {
            return -1;
        }
        System.arraycopy(bytes, from[entry], text, 0, name[entry] + value[entry]);
        return name[entry];
    }

    /** Length of the value of a field that is known. */
    int valueLength(long number) {
        return number <= NAMES.length ? VALUES[(int) number - 1].length : value[entry(number)];
    }

    private int entry(long number) {
        long age = number - NAMES.length - 1;
        return age < 0 || age >= count ? -1 : Math.floorMod(newest - (int) age, from.length);
    }

    /** Adds a field; one that is larger than the table empties it. */
    void add(byte[] text, int nameLength, int valueLength) {
        int octets = nameLength + valueLength;
        evict(octets + OVERHEAD);
        if (octets + OVERHEAD > limit) {
            return;
        }
        makeRoom(octets);
        newest = (newest + 1) % from.length;
        System.arraycopy(text, 0, bytes, end, octets);
        from[newest] = end;
        name[newest] = nameLength;
        value[newest] = valueLength;
        end += octets;
        size += octets + OVERHEAD;
        count++;
    }

    private void evict(int wanted) {
        while (count > 0 && size + wanted > limit) {
            int oldest = Math.floorMod(newest - count + 1, from.length);
            size -= name[oldest] + value[oldest] + OVERHEAD;
            count--;
        }
    }

    private void makeRoom(int octets) {
        int slots = limit / OVERHEAD + 1;
        if (from.length < slots) {
            grow(slots);
        }
        if (end + octets <= bytes.length) {
            return;
        }
        int first = count == 0 ? end : from[Math.floorMod(newest - count + 1, from.length)];
        byte[] target = bytes.length < 2 * limit ? new byte[2 * limit] : bytes;
        System.arraycopy(bytes, first, target, 0, end - first);
        bytes = target;
        end -= first;
        for (int i = 0; i < count; i++) {
            from[Math.floorMod(newest - i, from.length)] -= first;
        }
    }

    /** More slots, the fields moved to the beginning. */
    private void grow(int slots) {
        int[] newFrom = new int[slots];
        int[] newName = new int[slots];
        int[] newValue = new int[slots];
        for (int i = 0; i < count; i++) {
            int old = Math.floorMod(newest - count + 1 + i, from.length);
            newFrom[i] = from[old];
            newName[i] = name[old];
            newValue[i] = value[old];
        }
        newest = count - 1;
        from = newFrom;
        name = newName;
        value = newValue;
    }
}
