// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.melsec;

import weir.wire.NamedCodes;

/** How a command ended. */
final class EndCode {

    private static final NamedCodes WORDS = new NamedCodes("melsec/end-codes", "end_code_");

    private EndCode() {}

    static boolean isListed(int code) {
        return WORDS.has(code);
    }

    static String word(int code) {
        return WORDS.of(code);
    }
}
