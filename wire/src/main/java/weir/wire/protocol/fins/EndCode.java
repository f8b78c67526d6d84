// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.fins;

import weir.wire.NamedCodes;

/** How a command ended (OMRON W342 section 5-1-3). */
final class EndCode {

    /** Set where the error arose on the way. */
    private static final int RELAY = 0x8000;

    /** Set where the controller that answered has a fatal or another error, which is no fault of the command. */
    private static final int CONTROLLER_ERRORS = 0x00c0;

    private static final NamedCodes WORDS = new NamedCodes("fins/end-codes", "end_code_");

    private EndCode() {}

    /** The code without the flags. */
    static int of(int field) {
        return field & ~(RELAY | CONTROLLER_ERRORS);
    }

    static boolean isListed(int field) {
        return WORDS.has(of(field));
    }

    static String word(int field) {
        return WORDS.of(of(field));
    }
}
