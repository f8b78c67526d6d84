// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

import org.jspecify.annotations.Nullable;

/** Names out of files of others, as they may be printed. */
final class Plainly {

    private static final int LONGEST = 60;
    private static final int LONGEST_SENTENCE = 300;

    private Plainly() {}

    static String name(@Nullable String text) {
        return cut(text == null ? "" : text.replaceAll("[^\\w .:'\\[\\]|/-]", "?"), LONGEST);
    }

    /** A sentence: what cannot be printed stands as a question mark. */
    static String sentence(@Nullable String text) {
        return cut(text == null ? "" : text.replaceAll("[\\p{Cntrl}\\p{Co}\\p{Cn}]", "?"), LONGEST_SENTENCE);
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) + "..." : text;
    }
}
