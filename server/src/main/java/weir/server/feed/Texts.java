// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

/** Texts of strangers, made fit to be kept. */
final class Texts {

    /** A name: of a user, a host, a rule. */
    static final int NAME = 256;
    /** A command with its arguments, a script. */
    static final int LONG = 4096;

    private Texts() {}

    /** Trimmed, control characters as {@code .}, at most so many characters; {@code -} is a word for nothing. */
    static String kept(String text, int most) {
        String trimmed = text.strip();
        if (trimmed.length() > most) {
            boolean split = Character.isHighSurrogate(trimmed.charAt(most - 1));
            trimmed = trimmed.substring(0, split ? most - 1 : most);
        }
        return trimmed.equals("-") ? "" : clean(trimmed);
    }

    static String name(String text) {
        return kept(text, NAME);
    }

    private static String clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return text.replaceAll("\\p{Cntrl}|[\\x80-\\x9f]", ".");
            }
        }
        return text;
    }

    /** A number up to {@code most}; 0 where the text is none, as it stands for "not known" in ports and counts. */
    static long number(String text, long most) {
        if (text.isEmpty() || text.length() > 18) {
            return 0;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return 0;
            }
        }
        long number = Long.parseLong(text);
        return number <= most ? number : 0;
    }

    static int port(String text) {
        return (int) number(text, 65535);
    }

    static long count(String text) {
        return number(text, Long.MAX_VALUE);
    }
}
