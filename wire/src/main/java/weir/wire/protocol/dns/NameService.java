// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dns;

import weir.model.Service;
import weir.model.Verb;

/** What a NetBIOS name service message asks for: its opcode (RFC 1002, 4.2.1.1), node status apart. */
enum NameService implements Service {
    QUERY(0, Verb.IDENTIFY),
    REGISTRATION(5, Verb.SESSION),
    RELEASE(6, Verb.SESSION),
    WAIT_FOR_ACKNOWLEDGEMENT(7, Verb.SESSION),
    REFRESH(8, Verb.SESSION),
    /** Refresh, by the misprint in RFC 1002. */
    REFRESH_ALTERNATE(9, Verb.SESSION),
    MULTI_HOMED_REGISTRATION(15, Verb.SESSION),
    /** A query of type NBSTAT: which names do you have? */
    NODE_STATUS(0x100, Verb.IDENTIFY),
    UNLISTED(-1, Verb.OTHER);

    private final int code;
    private final Verb verb;

    NameService(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public Verb verb() {
        return verb;
    }

    static NameService of(int opcode, int type) {
        return switch (opcode) {
            case 0 -> type == RecordType.NBSTAT ? NODE_STATUS : QUERY;
            case 5 -> REGISTRATION;
            case 6 -> RELEASE;
            case 7 -> WAIT_FOR_ACKNOWLEDGEMENT;
            case 8 -> REFRESH;
            case 9 -> REFRESH_ALTERNATE;
            case 15 -> MULTI_HOMED_REGISTRATION;
            default -> UNLISTED;
        };
    }
}
