// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iec104;

import org.jspecify.annotations.Nullable;
import weir.model.Phase;
import weir.model.Service;
import weir.model.Verb;

/** Messages without ASDU: unnumbered control functions, and the supervisory acknowledgement (clauses 5.1 and 5.3). */
enum Control implements Service {
    STARTDT(0x07, 0x0b),
    STOPDT(0x13, 0x23),
    TESTFR(0x43, 0x83),
    ACKNOWLEDGE(0x01, 0x01);

    private final int activation;
    private final int confirmation;

    Control(int activation, int confirmation) {
        this.activation = activation;
        this.confirmation = confirmation;
    }

    /** The function of a U format's first control octet; null unless it is exactly one. */
    static @Nullable Control of(int octet) {
        return switch (octet) {
            case 0x07, 0x0b -> STARTDT;
            case 0x13, 0x23 -> STOPDT;
            case 0x43, 0x83 -> TESTFR;
            default -> null;
        };
    }

    Phase phase(int octet) {
        if (this == ACKNOWLEDGE) {
            return Phase.NOTICE;
        }
        return octet == confirmation ? Phase.RESPONSE : Phase.REQUEST;
    }

    @Override
    public int code() {
        return activation;
    }

    @Override
    public Verb verb() {
        return Verb.SESSION;
    }
}
