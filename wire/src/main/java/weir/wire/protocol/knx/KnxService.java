// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.knx;

import org.jspecify.annotations.Nullable;
import weir.model.Phase;
import weir.model.Service;
import weir.model.Verb;

/** Services of KNXnet/IP (ISO 22510, EN 13321-2; KNX 03_08_01), with the number of their answer. */
enum KnxService implements Service {
    SEARCH(0x0201, 0x0202, Verb.IDENTIFY, Phase.REQUEST),
    DESCRIPTION(0x0203, 0x0204, Verb.IDENTIFY, Phase.REQUEST),
    CONNECT(0x0205, 0x0206, Verb.SESSION, Phase.REQUEST),
    CONNECTION_STATE(0x0207, 0x0208, Verb.SESSION, Phase.REQUEST),
    DISCONNECT(0x0209, 0x020a, Verb.SESSION, Phase.REQUEST),
    SEARCH_EXTENDED(0x020b, 0x020c, Verb.IDENTIFY, Phase.REQUEST),
    /** What it carries is told instead, where it can be read. */
    DEVICE_CONFIGURATION(0x0310, 0x0311, Verb.SESSION, Phase.REQUEST),
    TUNNELLING(0x0420, 0x0421, Verb.SESSION, Phase.REQUEST),
    TUNNELLING_FEATURE_GET(0x0422, 0x0423, Verb.READ, Phase.REQUEST),
    TUNNELLING_FEATURE_SET(0x0424, -1, Verb.CONFIGURE, Phase.REQUEST),
    TUNNELLING_FEATURE_INFO(0x0425, -1, Verb.READ, Phase.NOTICE),
    ROUTING(0x0530, -1, Verb.SESSION, Phase.NOTICE),
    ROUTING_LOST_MESSAGE(0x0531, -1, Verb.DIAGNOSE, Phase.NOTICE),
    ROUTING_BUSY(0x0532, -1, Verb.DIAGNOSE, Phase.NOTICE),
    ROUTING_SYSTEM_BROADCAST(0x0533, -1, Verb.SESSION, Phase.NOTICE),
    REMOTE_DIAGNOSTIC(0x0740, 0x0741, Verb.DIAGNOSE, Phase.REQUEST),
    REMOTE_BASIC_CONFIGURATION(0x0742, -1, Verb.CONFIGURE, Phase.REQUEST),
    REMOTE_RESET(0x0743, -1, Verb.CONTROL, Phase.REQUEST),
    SECURE_WRAPPER(0x0950, -1, Verb.OTHER, Phase.NOTICE),
    SECURE_SESSION(0x0951, 0x0952, Verb.SESSION, Phase.REQUEST),
    SECURE_SESSION_AUTHENTICATE(0x0953, 0x0954, Verb.AUTHENTICATE, Phase.REQUEST),
    SECURE_TIMER_NOTIFY(0x0955, -1, Verb.SESSION, Phase.NOTICE);

    private final int code;
    private final int answer;
    private final Verb verb;
    private final Phase phase;

    private static final KnxService[] ALL = values();

    KnxService(int code, int answer, Verb verb, Phase phase) {
        this.code = code;
        this.answer = answer;
        this.verb = verb;
        this.phase = phase;
    }

    /** The service that this is the number of, or of the answer of. */
    static @Nullable KnxService of(int number) {
        for (KnxService service : ALL) {
            if (service.code == number || service.answer == number) {
                return service;
            }
        }
        return null;
    }

    /** Which part of it a message of this number is. */
    Phase phase(int number) {
        return number == code ? phase : Phase.RESPONSE;
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
