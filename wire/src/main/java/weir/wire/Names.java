// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts read from the wire, each made once: the second time the same bytes come, the same string is given and nothing
 * is allocated. Holds at most {@value #MOST} texts of at most {@value #LONGEST} bytes; when full it starts afresh.
 */
public final class Names {

    private static final int MOST = 1 << 15;
    private static final int LONGEST = 256;
    private static final int MASK = 2 * MOST - 1;

    private final @Nullable String[] texts = new @Nullable String[2 * MOST];
    private final byte[] @Nullable [] bytes = new byte[2 * MOST][];
    private int count;

    /**
     * The next {@code length} bytes as text: UTF-8 where they are, else ISO 8859-1; cut at the first NUL, trailing
     * blanks gone, control characters as {@code .}. Empty and failed where there are fewer bytes.
     */
    public String read(Cursor in, int length) {
        int from = in.offset();
        in.skip(length);
        if (!in.ok() || length == 0) {
            return "";
        }
        byte[] data = in.bytes();
        int end = from;
        while (end < from + length && data[end] != 0) {
            end++;
        }
        while (end > from && data[end - 1] == ' ') {
            end--;
        }
        return of(data, from, end - from);
    }

    private String of(byte[] data, int from, int length) {
        if (length == 0) {
            return "";
        }
        if (length > LONGEST) {
            return make(data, from, length);
        }
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = hash * 31 + data[i];
        }
        int slot = (hash ^ hash >>> 15) & MASK;
        for (byte[] known = bytes[slot]; known != null; known = bytes[slot]) {
            if (Arrays.equals(known, 0, known.length, data, from, from + length)) {
                return java.util.Objects.requireNonNull(texts[slot]);
            }
            slot = slot + 1 & MASK;
        }
        return keep(slot, data, from, length);
    }

    private String keep(int slot, byte[] data, int from, int length) {
        if (count == MOST) {
            Arrays.fill(texts, null);
            Arrays.fill(bytes, null);
            count = 0;
        }
        String text = make(data, from, length);
        texts[slot] = text;
        bytes[slot] = Arrays.copyOfRange(data, from, from + length);
        count++;
        return text;
    }

    private static String make(byte[] data, int from, int length) {
        String text = new String(data, from, length, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            text = new String(data, from, length, StandardCharsets.ISO_8859_1);
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return clean(text);
            }
        }
        return text;
    }

    private static String clean(String text) {
        StringBuilder cleaned = new StringBuilder(text);
        for (int i = 0; i < cleaned.length(); i++) {
            if (Character.isISOControl(cleaned.charAt(i))) {
                cleaned.setCharAt(i, '.');
            }
        }
        return cleaned.toString();
    }
}
