// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import org.jspecify.annotations.Nullable;
import weir.model.Phase;
import weir.model.Service;
import weir.model.Verb;

/** Services that are not answered, or not in kind (ANSI/ASHRAE 135 clause 21, BACnetUnconfirmedServiceChoice). */
enum UnconfirmedService implements Service {
    I_AM(0, Verb.IDENTIFY, Phase.NOTICE),
    I_HAVE(1, Verb.IDENTIFY, Phase.NOTICE),
    UNCONFIRMED_COV_NOTIFICATION(2, Verb.READ, Phase.NOTICE),
    UNCONFIRMED_EVENT_NOTIFICATION(3, Verb.ALARM, Phase.NOTICE),
    UNCONFIRMED_PRIVATE_TRANSFER(4, Verb.OTHER, Phase.REQUEST),
    UNCONFIRMED_TEXT_MESSAGE(5, Verb.OTHER, Phase.NOTICE),
    TIME_SYNCHRONIZATION(6, Verb.TIME, Phase.REQUEST),
    WHO_HAS(7, Verb.IDENTIFY, Phase.REQUEST),
    WHO_IS(8, Verb.IDENTIFY, Phase.REQUEST),
    UTC_TIME_SYNCHRONIZATION(9, Verb.TIME, Phase.REQUEST),
    WRITE_GROUP(10, Verb.WRITE, Phase.REQUEST),
    UNCONFIRMED_COV_NOTIFICATION_MULTIPLE(11, Verb.READ, Phase.NOTICE),
    UNCONFIRMED_AUDIT_NOTIFICATION(12, Verb.DIAGNOSE, Phase.NOTICE),
    WHO_AM_I(13, Verb.IDENTIFY, Phase.NOTICE),
    YOU_ARE(14, Verb.CONFIGURE, Phase.REQUEST);

    private static final UnconfirmedService[] ALL = values();

    private final int code;
    private final Verb verb;
    private final Phase phase;

    UnconfirmedService(int code, Verb verb, Phase phase) {
        this.code = code;
        this.verb = verb;
        this.phase = phase;
    }

    static @Nullable UnconfirmedService of(int code) {
        return code >= 0 && code < ALL.length ? ALL[code] : null;
    }

    Phase phase() {
        return phase;
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
