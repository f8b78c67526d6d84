// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.kerberos;

import weir.model.Service;
import weir.model.Verb;

/** What is asked with Kerberos, by the number of the message (RFC 4120, 7.5.7). */
enum KerberosService implements Service {
    /** Who somebody is; the answer is a ticket to get others with. */
    AUTHENTICATION(10, Verb.AUTHENTICATE),
    /** A ticket for a service. */
    TICKET_GRANTING(12, Verb.AUTHENTICATE),
    /** To be let in with a ticket. */
    APPLICATION(14, Verb.AUTHENTICATE),
    SAFE(20, Verb.OTHER),
    PRIVATE(21, Verb.OTHER),
    CREDENTIALS(22, Verb.AUTHENTICATE),
    /** An error whose request was not seen. */
    ERROR(30, Verb.AUTHENTICATE);

    private final int code;
    private final Verb verb;

    KerberosService(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    /** What a message of this type asks for or answers. */
    static KerberosService of(int type) {
        return switch (type) {
            case 10, 11 -> AUTHENTICATION;
            case 12, 13 -> TICKET_GRANTING;
            case 14, 15 -> APPLICATION;
            case 20 -> SAFE;
            case 21 -> PRIVATE;
            case 22 -> CREDENTIALS;
            default -> ERROR;
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
