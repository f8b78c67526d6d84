// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

/** Objects of secure authentication, group 120 (IEEE 1815 clause 7.5). */
final class Authentication {

    private static final String[] WORDS = {
        "",
        "challenge",
        "reply",
        "aggressive_mode_request",
        "session_key_status_request",
        "session_key_status",
        "session_key_change",
        "error",
        "user_certificate",
        "mac",
        "user_status_change",
        "update_key_change_request",
        "update_key_change_reply",
        "update_key_change",
        "update_key_change_signature",
        "update_key_change_confirmation"
    };

    private Authentication() {}

    static String word(int variation) {
        return variation < WORDS.length ? WORDS[variation] : "";
    }
}
