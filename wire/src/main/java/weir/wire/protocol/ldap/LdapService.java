// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ldap;

import weir.model.Service;
import weir.model.Verb;

/** What is asked of a directory, by the number of the operation (RFC 4511, 4.2 to 4.14). */
enum LdapService implements Service {
    BIND(0, Verb.AUTHENTICATE),
    UNBIND(2, Verb.SESSION),
    SEARCH(3, Verb.READ),
    MODIFY(6, Verb.CONFIGURE),
    ADD(8, Verb.CONFIGURE),
    DELETE(10, Verb.CONFIGURE),
    RENAME(12, Verb.CONFIGURE),
    COMPARE(14, Verb.READ),
    ABANDON(16, Verb.SESSION),
    EXTENDED(23, Verb.OTHER),
    INTERMEDIATE(25, Verb.OTHER),
    /** Extended requests that are known by their object identifier. */
    START_TLS(0x100, Verb.SESSION),
    CHANGE_PASSWORD(0x101, Verb.CONFIGURE),
    WHO_AM_I(0x102, Verb.IDENTIFY),
    CANCEL(0x103, Verb.SESSION),
    FAST_BIND(0x104, Verb.SESSION),
    NOTICE_OF_DISCONNECTION(0x105, Verb.SESSION),
    /** What cannot be read once the ends have agreed on it. */
    ENCRYPTED(0x110, Verb.OTHER);

    private final int code;
    private final Verb verb;

    LdapService(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    /** What an operation asks for or answers; null for a number that none has. */
    static @org.jspecify.annotations.Nullable LdapService of(int operation) {
        return switch (operation) {
            case 0, 1 -> BIND;
            case 2 -> UNBIND;
            case 3, 4, 5, 19 -> SEARCH;
            case 6, 7 -> MODIFY;
            case 8, 9 -> ADD;
            case 10, 11 -> DELETE;
            case 12, 13 -> RENAME;
            case 14, 15 -> COMPARE;
            case 16 -> ABANDON;
            case 23, 24 -> EXTENDED;
            case 25 -> INTERMEDIATE;
            default -> null;
        };
    }

    static LdapService extended(String identifier) {
        return switch (identifier) {
            case "1.3.6.1.4.1.1466.20037" -> START_TLS;
            case "1.3.6.1.4.1.4203.1.11.1" -> CHANGE_PASSWORD;
            case "1.3.6.1.4.1.4203.1.11.3" -> WHO_AM_I;
            case "1.3.6.1.1.8" -> CANCEL;
            case "1.2.840.113556.1.4.1781" -> FAST_BIND;
            case "1.3.6.1.4.1.1466.20036" -> NOTICE_OF_DISCONNECTION;
            default -> EXTENDED;
        };
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public Verb verb() {
        return verb;
    }
}
