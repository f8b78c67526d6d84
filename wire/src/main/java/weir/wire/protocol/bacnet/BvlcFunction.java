// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** What a virtual link message does (ANSI/ASHRAE 135 annex J.2). */
enum BvlcFunction implements Service {
    BVLC_RESULT(0, Verb.DIAGNOSE),
    WRITE_BROADCAST_DISTRIBUTION_TABLE(1, Verb.CONFIGURE),
    READ_BROADCAST_DISTRIBUTION_TABLE(2, Verb.READ),
    READ_BROADCAST_DISTRIBUTION_TABLE_ACK(3, Verb.READ),
    FORWARDED_NPDU(4, Verb.SESSION),
    REGISTER_FOREIGN_DEVICE(5, Verb.CONFIGURE),
    READ_FOREIGN_DEVICE_TABLE(6, Verb.READ),
    READ_FOREIGN_DEVICE_TABLE_ACK(7, Verb.READ),
    DELETE_FOREIGN_DEVICE_TABLE_ENTRY(8, Verb.CONFIGURE),
    DISTRIBUTE_BROADCAST_TO_NETWORK(9, Verb.SESSION),
    ORIGINAL_UNICAST_NPDU(10, Verb.SESSION),
    ORIGINAL_BROADCAST_NPDU(11, Verb.SESSION),
    SECURED_BVLL(12, Verb.OTHER);

    /** Length of the header. */
    static final int HEADER = 4;

    private static final BvlcFunction[] ALL = values();

    private final int code;
    private final Verb verb;

    BvlcFunction(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    static @Nullable BvlcFunction of(int code) {
        return code >= 0 && code < ALL.length ? ALL[code] : null;
    }

    boolean carriesNpdu() {
        return this == FORWARDED_NPDU
                || this == DISTRIBUTE_BROADCAST_TO_NETWORK
                || this == ORIGINAL_UNICAST_NPDU
                || this == ORIGINAL_BROADCAST_NPDU;
    }

    boolean answers() {
        return this == BVLC_RESULT
                || this == READ_BROADCAST_DISTRIBUTION_TABLE_ACK
                || this == READ_FOREIGN_DEVICE_TABLE_ACK;
    }

    /** Whether a message may be as long as this, its header included. */
    boolean fits(int length) {
        return switch (this) {
            case BVLC_RESULT, REGISTER_FOREIGN_DEVICE -> length == 6;
            case READ_BROADCAST_DISTRIBUTION_TABLE, READ_FOREIGN_DEVICE_TABLE -> length == HEADER;
            case DELETE_FOREIGN_DEVICE_TABLE_ENTRY -> length == 10;
            case WRITE_BROADCAST_DISTRIBUTION_TABLE,
                    READ_BROADCAST_DISTRIBUTION_TABLE_ACK,
                    READ_FOREIGN_DEVICE_TABLE_ACK -> (length - HEADER) % 10 == 0;
            case FORWARDED_NPDU -> length > 12;
            case DISTRIBUTE_BROADCAST_TO_NETWORK, ORIGINAL_UNICAST_NPDU, ORIGINAL_BROADCAST_NPDU -> length > 6;
            case SECURED_BVLL -> length > HEADER;
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
