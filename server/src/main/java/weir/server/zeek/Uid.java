// SPDX-License-Identifier: Apache-2.0
package weir.server.zeek;

/** Names of connections, that join the lines of all logs: 17 letters and digits behind a C; the same input, the same. */
final class Uid {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 17;
    private static final int HALF = 9;

    private Uid() {}

    static String of(long conversation, long time, int ends) {
        long first = mix(conversation * 0x9e37_79b9_7f4a_7c15L ^ time);
        long second = mix(first ^ ends);
        StringBuilder uid = new StringBuilder(LENGTH + 1).append('C');
        digits(first, HALF, uid);
        digits(second, LENGTH - HALF, uid);
        return uid.toString();
    }

    private static void digits(long bits, int count, StringBuilder to) {
        long left = bits;
        for (int i = 0; i < count; i++) {
            to.append(DIGITS.charAt((int) Long.remainderUnsigned(left, DIGITS.length())));
            left = Long.divideUnsigned(left, DIGITS.length());
        }
    }

    /** Spreads every bit over all (the finalizer of MurmurHash3). */
    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 33) * 0xff51_afd7_ed55_8ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ce_b9fe_1a85_ec53L;
        return mixed ^ mixed >>> 33;
    }
}
