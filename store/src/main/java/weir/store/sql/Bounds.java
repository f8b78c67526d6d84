// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import java.nio.charset.StandardCharsets;

/** What the store takes, and what it refuses by name. */
final class Bounds {

    private static final int NAME_LENGTH = 40;
    private static final int ID_CHARACTERS = 200;
    private static final int BODY_OCTETS = 1 << 20;
    private static final int PAGE = 10_000;

    private Bounds() {}

    /** @param what "shelf", "snapshot" or "log" */
    static String name(String what, String name) {
        boolean fits = !name.isEmpty() && name.length() <= NAME_LENGTH;
        for (int i = 0; fits && i < name.length(); i++) {
            char c = name.charAt(i);
            fits = c == '_' || (c >= 'a' && c <= 'z');
        }
        if (!fits) {
            throw new IllegalArgumentException(
                    "a name of a " + what + " is of 1 to " + NAME_LENGTH + " of a-z and _, unlike " + shown(name));
        }
        return name;
    }

    static byte[] id(String id) {
        int characters = id.codePointCount(0, id.length());
        if (characters == 0 || characters > ID_CHARACTERS) {
            throw new IllegalArgumentException(
                    "an id is of 1 to " + ID_CHARACTERS + " characters, and this is of " + characters);
        }
        return octets("id", id);
    }

    /** @param after an id, or "" before the first */
    static byte[] after(String after) {
        return after.isEmpty() ? new byte[0] : id(after);
    }

    static byte[] body(String body) {
        if (body.length() > BODY_OCTETS) {
            throw tooLong(body.length());
        }
        byte[] octets = octets("body", body);
        if (octets.length > BODY_OCTETS) {
            throw tooLong(octets.length);
        }
        return octets;
    }

    static int most(int most) {
        if (most < 1 || most > PAGE) {
            throw new IllegalArgumentException("a page is of 1 to " + PAGE + ", not of " + most);
        }
        return most;
    }

    static long notNegative(String what, long number) {
        if (number < 0) {
            throw new IllegalArgumentException("a " + what + " is 0 or more, not " + number);
        }
        return number;
    }

    private static IllegalArgumentException tooLong(int octets) {
        return new IllegalArgumentException(
                "a body is of at most " + BODY_OCTETS + " octets of UTF-8, and this is of at least " + octets);
    }

    private static byte[] octets(String what, String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == length || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    throw new IllegalArgumentException("the " + what + " holds half of a pair of surrogates");
                }
                i++;
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String shown(String name) {
        return '"' + name.substring(0, Math.min(name.length(), NAME_LENGTH)) + '"';
    }
}
