// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import weir.model.Service;
import weir.model.Verb;

/** What real-time frames are, by their frame id (IEC 61158-6-10 table FrameID); alarms and time by their kind too. */
enum RtService implements Service {
    RT_CYCLIC(0x8000, Verb.READ),
    IRT_CYCLIC(0x0100, Verb.READ),
    RT_FRAGMENT(0xff80, Verb.READ),
    ALARM_HIGH(0xfc01, Verb.ALARM),
    ALARM_LOW(0xfe01, Verb.ALARM),
    ALARM_ACKNOWLEDGE(3, Verb.ALARM),
    ALARM_NOT_ACKNOWLEDGED(2, Verb.ALARM),
    /** One end gives the connection up. */
    ABORT(4, Verb.SESSION),
    REMOTE_SERVICE(0xfe02, Verb.OTHER),
    ANNOUNCE(0xff00, Verb.TIME),
    SYNC(0x0080, Verb.TIME),
    SYNC_FOLLOW_UP(0xff20, Verb.TIME),
    DELAY_REQUEST(0xff40, Verb.TIME),
    DELAY_RESPONSE(0xff43, Verb.TIME),
    DELAY_FOLLOW_UP(0xff42, Verb.TIME),
    RING_TEST(0xff60, Verb.DIAGNOSE),
    RT_OTHER(0, Verb.OTHER);

    private final int code;
    private final Verb verb;

    RtService(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    static RtService ofFrame(int id) {
        if (id < 0x0100) {
            return SYNC;
        }
        if (id < 0x8000) {
            return IRT_CYCLIC;
        }
        if (id < 0xfc00) {
            return RT_CYCLIC;
        }
        if (id >= 0xff80 && id < 0xff90) {
            return RT_FRAGMENT;
        }
        return switch (id) {
            case 0xfc01 -> ALARM_HIGH;
            case 0xfe01 -> ALARM_LOW;
            case 0xfe02 -> REMOTE_SERVICE;
            case 0xff00, 0xff01 -> ANNOUNCE;
            case 0xff20, 0xff21, 0xff22, 0xff23 -> SYNC_FOLLOW_UP;
            case 0xff40 -> DELAY_REQUEST;
            case 0xff41, 0xff43 -> DELAY_RESPONSE;
            case 0xff42 -> DELAY_FOLLOW_UP;
            case 0xff60, 0xff61 -> RING_TEST;
            default -> RT_OTHER;
        };
    }

    boolean isCyclic() {
        return this == RT_CYCLIC || this == IRT_CYCLIC;
    }

    boolean isTime() {
        return verb == Verb.TIME;
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
