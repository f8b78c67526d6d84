// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import weir.model.Service;
import weir.model.Verb;

/**
 * The services of discovery and configuration (IEC 61158-6-10 clause 4.3), the set service split by what is set. The code
 * is the service's, then the option and suboption it sets.
 */
enum DiscoveryService implements Service {
    GET(3, Verb.IDENTIFY),
    IDENTIFY(5, Verb.IDENTIFY),
    HELLO(6, Verb.IDENTIFY),
    SET_IP(0x04_01_02, Verb.CONFIGURE),
    SET_FULL_IP(0x04_01_03, Verb.CONFIGURE),
    SET_NAME(0x04_02_02, Verb.CONFIGURE),
    SET_DHCP(0x04_03_3d, Verb.CONFIGURE),
    START_TRANSACTION(0x04_05_01, Verb.SESSION),
    END_TRANSACTION(0x04_05_02, Verb.SESSION),
    /** The lamps of the station blink. */
    SIGNAL(0x04_05_03, Verb.CONTROL),
    FACTORY_RESET(0x04_05_05, Verb.CONTROL),
    RESET_TO_FACTORY(0x04_05_06, Verb.CONTROL),
    SET_INITIATIVE(0x04_06_01, Verb.CONFIGURE),
    SET_OTHER(4, Verb.CONFIGURE);

    private final int code;
    private final Verb verb;

    DiscoveryService(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    /** What setting this option and suboption is. */
    static DiscoveryService ofSet(int option, int suboption) {
        int wanted = 0x04_00_00 | option << 8 | suboption;
        for (DiscoveryService service : SETS) {
            if (service.code == wanted) {
                return service;
            }
        }
        return option == 3 ? SET_DHCP : SET_OTHER;
    }

    private static final DiscoveryService[] SETS = {
        SET_IP,
        SET_FULL_IP,
        SET_NAME,
        START_TRANSACTION,
        END_TRANSACTION,
        SIGNAL,
        FACTORY_RESET,
        RESET_TO_FACTORY,
        SET_INITIATIVE
    };

    @Override
    public int code() {
        return code;
    }

    @Override
    public Verb verb() {
        return verb;
    }
}
