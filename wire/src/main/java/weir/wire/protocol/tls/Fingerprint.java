// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tls;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * JA4 of a ClientHello (FoxIO, JA4: TLS Client Fingerprinting): how it speaks, whatever it calls itself.
 *
 * <pre>
 * t over TCP and q in QUIC | version, 2 | d with and i without server name | suites, 2 digits | extensions, 2 digits | ALPN, 2
 *   _ SHA-256 of the suites, sorted, 12 digits
 *   _ SHA-256 of the extensions, sorted, without server name and ALPN, "_", signature algorithms as they stand
 * </pre>
 */
final class Fingerprint {

    private static final int SIZE = 36;
    private static final int DIGEST = 32;
    private static final int KEPT = 6;
    private static final byte[] DIGITS = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };

    private final MessageDigest sha256 = sha256();
    private final byte[] digest = new byte[DIGEST];
    private final byte[] list = new byte[2 * 5 * Hello.MOST];
    private final int[] sorted = new int[Hello.MOST];
    private final byte[] text = new byte[SIZE];
    private final Cursor cursor = new Cursor();
    private int at;
    private int listed;

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    String of(Hello hello, char carrier, Sink out) {
        at = 0;
        put(carrier);
        String version = Version.mark(hello.version);
        put(version.charAt(0));
        put(version.charAt(1));
        put(hello.named ? 'd' : 'i');
        twoDigits(hello.suiteCount);
        twoDigits(hello.extensionCount);
        protocol(hello.protocol);
        put('_');
        listed = 0;
        list(hello.suites, hello.suiteCount);
        digest();
        put('_');
        extensions(hello);
        return out.text(cursor.wrap(text, 0, at), at);
    }

    private void extensions(Hello hello) {
        listed = 0;
        int count = 0;
        for (int i = 0; i < hello.extensionCount; i++) {
            if (hello.extensions[i] != 0 && hello.extensions[i] != 16) {
                sorted[count++] = hello.extensions[i];
            }
        }
        Arrays.sort(sorted, 0, count);
        append(sorted, count);
        if (listed > 0 && hello.signatureCount > 0) {
            list[listed++] = '_';
            append(hello.signatures, hello.signatureCount);
        }
        digest();
    }

    private void list(int[] values, int count) {
        System.arraycopy(values, 0, sorted, 0, count);
        Arrays.sort(sorted, 0, count);
        append(sorted, count);
    }

    private void append(int[] values, int count) {
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                list[listed++] = ',';
            }
            for (int shift = 12; shift >= 0; shift -= 4) {
                list[listed++] = DIGITS[values[i] >> shift & 15];
            }
        }
    }

    private void digest() {
        if (listed == 0) {
            for (int i = 0; i < 2 * KEPT; i++) {
                put('0');
            }
            return;
        }
        try {
            sha256.update(list, 0, listed);
            sha256.digest(digest, 0, DIGEST);
        } catch (DigestException e) {
            throw new IllegalStateException("a SHA-256 digest has 32 octets", e);
        }
        for (int i = 0; i < KEPT; i++) {
            put(DIGITS[digest[i] >> 4 & 15]);
            put(DIGITS[digest[i] & 15]);
        }
    }

    /** First and last character of the first protocol offered; of its hexadecimal digits where they are no letters. */
    private void protocol(Cursor name) {
        int first = name.peek(0);
        int last = name.peek(name.left() - 1);
        if (first < 0) {
            put('0');
            put('0');
        } else if (isAlphanumeric(first) && isAlphanumeric(last)) {
            put(first);
            put(last);
        } else {
            put(DIGITS[first >> 4]);
            put(DIGITS[last & 15]);
        }
    }

    private static boolean isAlphanumeric(int octet) {
        int letter = octet | 0x20;
        return octet >= '0' && octet <= '9' || letter >= 'a' && letter <= 'z' && octet < 0x80;
    }

    private void twoDigits(int number) {
        int shown = Math.min(number, 99);
        put('0' + shown / 10);
        put('0' + shown % 10);
    }

    private void put(int character) {
        text[at++] = (byte) character;
    }
}
