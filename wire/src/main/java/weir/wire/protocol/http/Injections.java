// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import weir.wire.Rows;
import weir.wire.Sink;

/**
 * Judges what a client wrote for what is no plain text: commands to a database, a browser, a template, a shell. Only the
 * kind is told, since the text may hold secrets. What was just judged is not judged again.
 */
final class Injections {

    /** More of a text is not looked at. */
    private static final int LONGEST = 2048;

    private record Sign(String violation, Pattern pattern) {}

    private static final Sign[] SIGNS = read();

    private final byte[] plain = new byte[LONGEST];
    private long judged;
    private int verdict = -1;

    /** Tells the violation of a text, if it is one; {@code prose} has brackets and semicolons by nature. */
    void judge(byte[] data, int from, int length, boolean prose, Sink out) {
        int size = decode(data, from, Math.min(length, LONGEST));
        if (!isSuspicious(size, prose)) {
            return;
        }
        long hash = 0xcbf2_9ce4_8422_2325L;
        for (int i = 0; i < size; i++) {
            hash = (hash ^ plain[i]) * 0x100_0000_01b3L;
        }
        if (hash != judged) {
            judged = hash;
            verdict = verdict(new String(plain, 0, size, StandardCharsets.ISO_8859_1));
        }
        if (verdict >= 0) {
            out.violation(SIGNS[verdict].violation, length);
        }
    }

    private static int verdict(String text) {
        for (int i = 0; i < SIGNS.length; i++) {
            if (SIGNS[i].pattern.matcher(text).find()) {
                return i;
            }
        }
        return -1;
    }

    /** Percent encoding undone, twice encoded signs too (RFC 3986, 2.1). */
    private int decode(byte[] data, int from, int length) {
        int size = 0;
        for (int i = 0; i < length; i++) {
            int octet = data[from + i];
            if (octet == '%' && i + 4 < length && data[from + i + 1] == '2' && data[from + i + 2] == '5') {
                i += 2;
            }
            int high = octet == '%' && i + 2 < length ? Character.digit(data[from + i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(data[from + i + 2], 16);
            if (low >= 0) {
                octet = high << 4 | low;
                i += 2;
            }
            plain[size++] = (byte) (octet == '+' ? ' ' : octet);
        }
        return size;
    }

    private boolean isSuspicious(int size, boolean prose) {
        for (int i = 0; i < size; i++) {
            switch (plain[i]) {
                case '\'', '<', '$', '`' -> {
                    return true;
                }
                case '"', '(', ';', '|', '#', '{' -> {
                    if (!prose) {
                        return true;
                    }
                }
                case '.' -> {
                    if (i + 2 < size && plain[i + 1] == '.' && (plain[i + 2] == '/' || plain[i + 2] == '\\')) {
                        return true;
                    }
                }
                default -> {}
            }
        }
        return false;
    }

    private static Sign[] read() {
        List<Sign> signs = new ArrayList<>();
        for (String[] cells : Rows.of("http/injections")) {
            signs.add(new Sign(cells[0], Pattern.compile(cells[1], Pattern.CASE_INSENSITIVE)));
        }
        return signs.toArray(Sign[]::new);
    }
}
