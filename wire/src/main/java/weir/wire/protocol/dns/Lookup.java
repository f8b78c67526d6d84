// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dns;

import weir.model.Service;
import weir.model.Verb;

/** What a DNS message asks for: its opcode (RFC 1035, 4.1.1; RFC 1996; RFC 2136), zone transfers apart. */
enum Lookup implements Service {
    QUERY(0, Verb.IDENTIFY),
    INVERSE_QUERY(1, Verb.IDENTIFY),
    STATUS(2, Verb.DIAGNOSE),
    NOTIFY(4, Verb.DIAGNOSE),
    UPDATE(5, Verb.CONFIGURE),
    STATEFUL_OPERATION(6, Verb.SESSION),
    /** A query of type AXFR or IXFR (RFC 5936, RFC 1995): the whole of a zone is wanted. */
    ZONE_TRANSFER(0x100, Verb.DIAGNOSE);

    private final int code;
    private final Verb verb;

    Lookup(int code, Verb verb) {
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

    static Lookup of(int opcode, int type) {
        return switch (opcode) {
            case 1 -> INVERSE_QUERY;
            case 2 -> STATUS;
            case 4 -> NOTIFY;
            case 5 -> UPDATE;
            case 6 -> STATEFUL_OPERATION;
            default -> type == RecordType.AXFR || type == RecordType.IXFR ? ZONE_TRANSFER : QUERY;
        };
    }
}
