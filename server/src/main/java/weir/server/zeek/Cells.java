// SPDX-License-Identifier: Apache-2.0
package weir.server.zeek;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Values as the cells of a tab-separated log write them. */
final class Cells {

    static final String UNSET = "-";
    static final String EMPTY = "(empty)";
    private static final long MICRO = 1000;
    private static final long MICROS = 1_000_000;

    private Cells() {}

    /** The cell of a column, of what a row holds for it. */
    static String of(LogFormat.Column column, @Nullable Object value) {
        return switch (value) {
            case null -> UNSET;
            case List<?> list -> list.isEmpty() ? EMPTY : list(list);
            case Boolean truth -> truth ? "T" : "F";
            case Double number -> number(column.type(), number);
            case Long number when column.type().equals("time") || column.type().equals("interval") -> seconds(number);
            case String text when text.isEmpty() -> EMPTY;
            case String text when text.equals(UNSET) -> "\\x2d";
            case String text -> escaped(text, column.isList());
            default -> value.toString();
        };
    }

    private static String list(List<?> list) {
        StringBuilder cell = new StringBuilder();
        for (Object element : list) {
            String text = element.toString();
            cell.append(cell.isEmpty() ? "" : ",").append(text.isEmpty() ? EMPTY : escaped(text, true));
        }
        return cell.toString();
    }

    /** Nanoseconds as seconds with six decimals. */
    static String seconds(long nanoseconds) {
        long micros = Math.floorDiv(nanoseconds, MICRO);
        String sign = micros < 0 ? "-" : "";
        micros = Math.abs(micros);
        return String.format(Locale.ROOT, "%s%d.%06d", sign, micros / MICROS, micros % MICROS);
    }

    private static String number(String type, double number) {
        if (type.equals("time") || type.equals("interval")) {
            return String.format(Locale.ROOT, "%.6f", number);
        }
        return Digits.of(number);
    }

    /** Control octets, where not all is UTF-8 those beyond ASCII, tabs, backslashes, and within lists commas, as their numbers. */
    private static String escaped(String text, boolean inList) {
        if (isPlain(text, inList)) {
            return text;
        }
        byte[] octets = octets(text);
        boolean valid = isText(octets);
        StringBuilder cell = new StringBuilder();
        for (int at = 0; at < octets.length; at++) {
            int octet = octets[at] & 0xff;
            int length = valid ? utf8(octets, at) : 1;
            if (length > 1) {
                cell.append(new String(octets, at, length, StandardCharsets.UTF_8));
                at += length - 1;
            } else if (octet == '\\') {
                cell.append("\\\\");
            } else if (octet < 0x20 || octet >= 0x7f || inList && octet == ',') {
                cell.append(String.format(Locale.ROOT, "\\x%02x", octet));
            } else {
                cell.append((char) octet);
            }
        }
        return cell.toString();
    }

    private static boolean isText(byte[] octets) {
        for (int at = 0; at < octets.length; ) {
            int length = utf8(octets, at);
            if (length == 1 && octets[at] < 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    private static boolean isPlain(String text, boolean inList) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c >= 0x7f || c == '\\' || inList && c == ',') {
                return false;
            }
        }
        return true;
    }

    /** A text that has characters beyond an octet is text; any other is octets. */
    private static byte[] octets(String text) {
        boolean wide = text.chars().anyMatch(c -> c > 0xff);
        return text.getBytes(wide ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }

    /** Octets of the character that begins here; 1 where none of several octets does. */
    private static int utf8(byte[] octets, int at) {
        int first = octets[at] & 0xff;
        int length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 ? 2 : 1;
        if (first >= 0xf5 || at + length > octets.length) {
            return 1;
        }
        for (int i = 1; i < length; i++) {
            if ((octets[at + i] & 0xc0) != 0x80) {
                return 1;
            }
        }
        return length;
    }
}
