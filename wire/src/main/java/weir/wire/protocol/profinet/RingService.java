// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** What is said in a redundant ring (IEC 62439-2, table of TLV types), and between interconnected rings. */
enum RingService implements Service {
    TEST(2, Verb.DIAGNOSE),
    TOPOLOGY_CHANGE(3, Verb.CONTROL),
    LINK_DOWN(4, Verb.DIAGNOSE),
    LINK_UP(5, Verb.DIAGNOSE),
    INTERCONNECTION_TEST(6, Verb.DIAGNOSE),
    INTERCONNECTION_TOPOLOGY_CHANGE(7, Verb.CONTROL),
    INTERCONNECTION_LINK_DOWN(8, Verb.DIAGNOSE),
    INTERCONNECTION_LINK_UP(9, Verb.DIAGNOSE),
    INTERCONNECTION_STATUS_POLL(10, Verb.DIAGNOSE),
    OPTION(0x7f, Verb.OTHER);

    private static final RingService[] ALL = values();

    private final int code;
    private final Verb verb;

    RingService(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    static @Nullable RingService of(int type) {
        for (RingService service : ALL) {
            if (service.code == type) {
                return service;
            }
        }
        return null;
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
