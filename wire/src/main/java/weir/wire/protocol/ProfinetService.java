// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import weir.model.Service;
import weir.model.Verb;

/**
 * What is said under PROFINET's EtherType: the services of discovery and configuration (IEC 61158-6-10 clause 4.3), its
 * set service split by what is set, and the real-time frames by their frame id. The code is the service's, then the
 * option and suboption it sets, or the first frame id.
 */
enum ProfinetService implements Service {
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
    SET_OTHER(4, Verb.CONFIGURE),
    RT_CYCLIC(0x8000, Verb.READ),
    IRT_CYCLIC(0x0100, Verb.READ),
    RT_ALARM(0xfc01, Verb.ALARM),
    TIME_SYNC(0xff00, Verb.TIME),
    REMOTE_SERVICE(0xfe02, Verb.OTHER),
    RT_FRAGMENT(0xff80, Verb.READ),
    RT_OTHER(0, Verb.OTHER);

    private final int code;
    private final Verb verb;

    ProfinetService(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    /** What setting this option and suboption is. */
    static ProfinetService ofSet(int option, int suboption) {
        int wanted = 0x04_00_00 | option << 8 | suboption;
        for (ProfinetService service : SETS) {
            if (service.code == wanted) {
                return service;
            }
        }
        return option == 3 ? SET_DHCP : SET_OTHER;
    }

    private static final ProfinetService[] SETS = {
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

    /** What a frame is that is not of discovery and configuration (IEC 61158-6-10 table 68, FrameID). */
    static ProfinetService ofFrame(int id) {
        if (id < 0x0100 || id >= 0xff00 && id < 0xff80) {
            return TIME_SYNC;
        }
        if (id < 0x8000) {
            return IRT_CYCLIC;
        }
        if (id < 0xfc00) {
            return RT_CYCLIC;
        }
        return switch (id) {
            case 0xfc01, 0xfe01 -> RT_ALARM;
            case 0xfe02 -> REMOTE_SERVICE;
            default -> id >= 0xff80 && id < 0xff90 ? RT_FRAGMENT : RT_OTHER;
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
