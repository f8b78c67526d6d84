// SPDX-License-Identifier: Apache-2.0
package weir.wire;

/** A check of 16 bits over octets whose lowest bit comes first, as serial protocols have it. */
public final class Crc16 {

    private final int[] table = new int[256];
    private final int initial;

    /**
     * @param polynomial reflected: {@code 0xa001} (Modbus), {@code 0x8408} (CCITT)
     * @param initial what the check is of nothing
     */
    public Crc16(int polynomial, int initial) {
        this.initial = initial;
        for (int octet = 0; octet < table.length; octet++) {
            int rest = octet;
            for (int bit = 0; bit < 8; bit++) {
                rest = (rest & 1) != 0 ? rest >>> 1 ^ polynomial : rest >>> 1;
            }
            table[octet] = rest;
        }
    }

    public int initial() {
        return initial;
    }

    /** The check of what {@code check} is of, and one octet more. */
    public int with(int check, int octet) {
        return check >>> 8 ^ table[(check ^ octet) & 0xff];
    }

    public int of(byte[] data, int from, int length) {
        int check = initial;
        for (int i = from; i < from + length; i++) {
            check = with(check, data[i]);
        }
        return check;
    }
}
