// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.session;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/**
 * How a token looks: {@code weir_}, 43 letters and digits with 256 random bits, 6 with the CRC-32 of all before. Whoever
 * looks for tokens that leaked finds them by the beginning, and tells them from look-alikes by the end.
 */
final class TokenText {

    static final String BEGINNING = "weir_";

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int RANDOM = 43;
    private static final int CHECK = 6;

    private TokenText() {}

    static String make(SecureRandom random) {
        String open = BEGINNING + digits(new BigInteger(256, random), RANDOM);
        return open + check(open);
    }

    static boolean looksRight(String text) {
        int open = BEGINNING.length() + RANDOM;
        return text.length() == open + CHECK
                && text.startsWith(BEGINNING)
                && text.endsWith(check(text.substring(0, open)));
    }

    private static String check(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return digits(BigInteger.valueOf(sum.getValue()), CHECK);
    }

    private static String digits(BigInteger number, int count) {
        char[] digits = new char[count];
        BigInteger rest = number;
        for (int i = count - 1; i >= 0; i--) {
            BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(DIGITS.length()));
            digits[i] = DIGITS.charAt(parts[1].intValue());
            rest = parts[0];
        }
        return new String(digits);
    }
}
