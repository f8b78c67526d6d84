// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.factor;

/** Octets as letters and digits (RFC 4648), as apps take secrets. */
final class Base32 {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    /** Without padding. */
    static String of(byte[] octets) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte octet : octets) {
            held = held << 8 | octet & 0xff;
            bits += 8;
            while (bits >= 5) {
                text.append(DIGITS.charAt(held >> bits - 5 & 31));
                bits -= 5;
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(DIGITS.charAt(held << 5 - bits & 31)).toString();
    }
}
