// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

import weir.model.PointValue;
import weir.model.Subject;
import weir.wire.Sink;

/**
 * Internal indications: two octets of every answer that tell of the outstation (IEEE 1815 clause 4.2.2.8). Bits 0 to 7
 * are IIN1, 8 to 15 IIN2.
 */
final class Indications {

    private static final String SPACE = "iin";
    private static final int OBJECT_UNKNOWN = 1 << 9;

    /** Bits that tell of the device and not of the answer or of waiting events; the others are no points. */
    private static final String[] STATES = {
        "",
        "",
        "",
        "",
        "need_time",
        "local_control",
        "device_trouble",
        "device_restart",
        "",
        "",
        "",
        "event_buffer_overflow",
        "",
        "configuration_corrupt",
        "",
        ""
    };

    private static final int REFUSALS = 1 << 8 | OBJECT_UNKNOWN | 1 << 10 | 1 << 12;

    private Indications() {}

    static boolean refuse(int bits) {
        return (bits & REFUSALS) != 0;
    }

    /** The refusing bits of IIN2, as the number of the outcome. */
    static int refusal(int bits) {
        return (bits & REFUSALS) >>> 8;
    }

    static String refusalWord(int bits) {
        if ((bits & 1 << 8) != 0) {
            return "function_not_supported";
        }
        if ((bits & OBJECT_UNKNOWN) != 0) {
            return "object_unknown";
        }
        return (bits & 1 << 10) != 0 ? "parameter_error" : "already_executing";
    }

    static void tell(int bits, Subject outstation, Sink out) {
        if (!out.wantsPoints()) {
            return;
        }
        for (int bit = 0; bit < STATES.length; bit++) {
            if (!STATES[bit].isEmpty()) {
                out.reading().integer(bits >>> bit & 1);
                out.point(outstation, SPACE, bit, STATES[bit], "bit", PointValue.Origin.REPORTED);
            }
        }
    }
}
