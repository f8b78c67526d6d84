// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

import org.jspecify.annotations.Nullable;

/** Names out of files of others, as they may be printed. */
final class Plainly {

    private static final int LONGEST = 60;

    private Plainly() {}

    static String name(@Nullable String text) {
        String plain = text == null ? "" : text.replaceAll("[^\\w .:'\\[\\]|/-]", "?");
        return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "..." : plain;
    }
}
