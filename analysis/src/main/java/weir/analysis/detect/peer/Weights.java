// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.peer;

import java.util.Set;
import weir.analysis.inventory.Families;
import weir.model.Severity;

/**
 * How much it matters that a device differs: more where a person or a program of another kind may stand behind it. What
 * came after normal was known is told by others as new, and weighs little here.
 */
final class Weights {

    /** Doors by which one works on a machine from afar. */
    private static final Set<String> DOORS = Set.of(
            "TCP port 21",
            "TCP port 22",
            "TCP port 23",
            "UDP port 69",
            "TCP port 139",
            "TCP port 445",
            "TCP port 512",
            "TCP port 513",
            "TCP port 514",
            "TCP port 3389",
            "TCP port 5800",
            "TCP port 5900");

    /** What any machine asks for: names, addresses, time. */
    private static final Set<String> HOUSEKEEPING =
            Set.of("dns", "mdns", "llmnr", "nbns", "dhcp", "ntp", "ptp", "snmp", "syslog", "lldp", "ssdp");

    /** Operations that change the process and not the device. */
    private static final Set<String> OPERATION = Set.of("write", "operate", "set clock");

    private Weights() {}

    /** Says something even of devices that only look alike: that of these one alone has an output to move does not. */
    static boolean tells(Likeness like, Aspect aspect, String trait) {
        return like.isStated() || aspect != Aspect.DEEDS || !OPERATION.contains(trait);
    }

    static Severity of(Likeness like, Aspect aspect, String trait, boolean known) {
        boolean matters = switch (aspect) {
            case SERVICES -> DOORS.contains(trait);
            case OUTWARD -> !HOUSEKEEPING.contains(trait) && !Families.isIndustrial(trait);
            case WRITERS, WRITER_ROLES -> true;
            case DEEDS -> !OPERATION.contains(trait);
            case FIRMWARE, PACE, STACK -> false;
        };
        return like.isStated() && known && matters ? Severity.MEDIUM : Severity.LOW;
    }
}
