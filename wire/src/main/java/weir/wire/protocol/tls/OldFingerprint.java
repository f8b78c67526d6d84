// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tls;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * JA3 of a ClientHello (Salesforce, JA3): what older lists of attackers name. The MD5 of decimal numbers, without
 * fillers, as they stand in the message:
 *
 * <pre>
 * version , suites joined by "-" , extensions , groups (extension 10) , point formats (extension 11)
 * </pre>
 */
final class OldFingerprint {

    private static final int DIGEST = 16;
    private static final int LONGEST_NUMBER = 6;
    private static final byte[] DIGITS = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };

    private final MessageDigest md5 = md5();
    private final byte[] numbers = new byte[LONGEST_NUMBER * (4 * Hello.MOST + 1) + 4];
    private final byte[] digest = new byte[DIGEST];
    private final byte[] text = new byte[2 * DIGEST];
    private final Cursor cursor = new Cursor();
    private int at;

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    String of(Hello hello, Sink out) {
        at = 0;
        number(hello.legacyVersion);
        list(hello.suites, hello.suiteCount);
        list(hello.extensions, hello.extensionCount);
        list(hello.groups, hello.groupCount);
        list(hello.pointFormats, hello.pointFormatCount);
        try {
            md5.update(numbers, 0, at);
            md5.digest(digest, 0, DIGEST);
        } catch (DigestException e) {
            throw new IllegalStateException("an MD5 digest has 16 octets", e);
        }
        for (int i = 0; i < DIGEST; i++) {
            text[2 * i] = DIGITS[digest[i] >> 4 & 15];
            text[2 * i + 1] = DIGITS[digest[i] & 15];
        }
        return out.text(cursor.wrap(text, 0, text.length), text.length);
    }

    private void list(int[] values, int count) {
        numbers[at++] = ',';
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                numbers[at++] = '-';
            }
            number(values[i]);
        }
    }

    /** In decimal: at most five digits. */
    private void number(int value) {
        int unit = 1;
        while (value / unit >= 10) {
            unit *= 10;
        }
        for (; unit > 0; unit /= 10) {
            numbers[at++] = (byte) ('0' + value / unit % 10);
        }
    }
}
