// SPDX-License-Identifier: Apache-2.0
package weir.analysis.inventory;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import weir.model.Attribute;
import weir.model.Role;
import weir.model.Verb;

/** Judges what a device is for: first by what it says of itself, then by what it does. Always with the reason. */
final class Roles {

    /** A role and why. */
    record Judgement(Role role, String reason) {}

    /** Words that device types, models and descriptions use, the most telling first. */
    private record Word(String word, Role role) {}

    private static final List<Word> WORDS = List.of(
            new Word("firewall", Role.FIREWALL),
            new Word("router", Role.ROUTER),
            new Word("switch", Role.SWITCH),
            new Word("bridge", Role.SWITCH),
            new Word("scalance x", Role.SWITCH),
            new Word("catalyst", Role.SWITCH),
            new Word("programmable logic controller", Role.PLC),
            new Word("io-controller", Role.PLC),
            new Word("modicon", Role.PLC),
            new Word("m221", Role.PLC),
            new Word("cpu", Role.PLC),
            new Word("logix", Role.PLC),
            new Word("plc", Role.PLC),
            new Word("human-machine interface", Role.HMI),
            new Word("panelview", Role.HMI),
            new Word("hmi", Role.HMI),
            new Word("drive", Role.DRIVE),
            new Word("inverter", Role.DRIVE),
            new Word("sinamics", Role.DRIVE),
            new Word("powerflex", Role.DRIVE),
            new Word("altivar", Role.DRIVE),
            new Word("acs580", Role.DRIVE),
            new Word("acs880", Role.DRIVE),
            new Word("communications adapter", Role.IO_DEVICE),
            new Word("io-device", Role.IO_DEVICE),
            new Word("i/o", Role.IO_DEVICE),
            new Word("printer", Role.PRINTER),
            new Word("laserjet", Role.PRINTER),
            new Word("zpl", Role.PRINTER),
            new Word("camera", Role.CAMERA),
            new Word("telephone", Role.PHONE),
            new Word("phone", Role.PHONE));

    /** Makers of firewalls, as their hardware addresses name them: what they make does not only route. */
    private static final List<String> FIREWALLS =
            List.of("fortinet", "palo alto", "check point", "sonicwall", "watchguard", "stormshield", "sophos");

    private static final List<Attribute> TELLING = List.of(
            Attribute.DEVICE_TYPE, Attribute.MODEL, Attribute.ORDER_NUMBER, Attribute.DESCRIPTION, Attribute.SYSTEM);

    private static final List<Verb> ENGINEERING = List.of(Verb.FIRMWARE, Verb.PROGRAM);

    private Roles() {}

    static Judgement of(Device device, Conduct conduct, String macVendor) {
        Judgement judgement = of(device, conduct);
        String maker = macVendor.toLowerCase(Locale.ROOT);
        if (judgement.role == Role.ROUTER && FIREWALLS.stream().anyMatch(maker::contains)) {
            return because(Role.FIREWALL, judgement.reason + ", made by " + macVendor);
        }
        return judgement;
    }

    private static Judgement of(Device device, Conduct conduct) {
        for (Attribute attribute : TELLING) {
            String value = device.known(attribute).toLowerCase(Locale.ROOT);
            for (Word word : WORDS) {
                if (value.contains(word.word)) {
                    return because(word.role, attribute.label() + " is \"" + device.known(attribute) + "\"");
                }
            }
        }
        Judgement served = byService(device, conduct);
        Judgement asked = byRequests(conduct);
        if (served.role != Role.UNKNOWN && (asked.role == Role.UNKNOWN || isField(served.role))) {
            return served;
        }
        if (asked.role != Role.UNKNOWN) {
            return asked;
        }
        return byOffice(device, conduct);
    }

    private static boolean isField(Role role) {
        return role == Role.PLC || role == Role.RTU || role == Role.GATEWAY;
    }

    private static Judgement byService(Device device, Conduct conduct) {
        for (String protocol : conduct.clientsByProtocol().keySet()) {
            if (Families.CONTROLLER.contains(protocol)) {
                return because(Role.PLC, "answers " + protocol + ", which controllers serve");
            }
        }
        if (device.unitsBehind() > 1) {
            return because(Role.GATEWAY, "answers for " + device.unitsBehind() + " devices behind it");
        }
        for (String protocol : conduct.clientsByProtocol().keySet()) {
            if (Families.TELECONTROL.contains(protocol)) {
                return because(Role.RTU, "answers " + protocol + " as an outstation");
            }
        }
        if (serves(conduct, "modbus"::equals)) {
            return because(Role.PLC, "answers modbus");
        }
        if (serves(conduct, Families.FIELD::contains)
                || serves(conduct, Families.CYCLIC::equals)
                || device.serves().contains("profinet_dcp")
                || serves(conduct, "enip"::equals)) {
            return because(Role.IO_DEVICE, "answers as a device on the field network");
        }
        if (serves(conduct, Families.INSTRUMENT::contains)) {
            return because(Role.IO_DEVICE, "answers as an instrument or a meter");
        }
        if (device.routes() > 0) {
            return because(Role.ROUTER, "carries " + device.routes() + " other addresses on its hardware address");
        }
        return because(Role.UNKNOWN, "nothing tells");
    }

    private static boolean serves(Conduct conduct, Predicate<String> protocol) {
        return conduct.clientsByProtocol().keySet().stream().anyMatch(protocol);
    }

    private static Judgement byRequests(Conduct conduct) {
        for (Verb verb : ENGINEERING) {
            if (conduct.asked(verb) > 0) {
                return because(
                        Role.ENGINEERING_WORKSTATION,
                        "asked for " + conduct.asked(verb) + " " + verb.name().toLowerCase(Locale.ROOT)
                                + " operations");
            }
        }
        for (var entry : conduct.serversByProtocol().entrySet()) {
            if (Families.FIELD.contains(entry.getKey())) {
                return because(Role.PLC, "controls " + some(entry.getValue()) + " in " + entry.getKey());
            }
        }
        for (var entry : conduct.serversByProtocol().entrySet()) {
            if (Families.TELECONTROL.contains(entry.getKey())) {
                return because(Role.SCADA_SERVER, "asks " + some(entry.getValue()) + " in " + entry.getKey());
            }
        }
        for (var entry : conduct.serversByProtocol().entrySet()) {
            if (Families.INDUSTRIAL.contains(entry.getKey()) && !entry.getKey().equals(Families.CYCLIC)) {
                return byReading(conduct, entry.getKey(), entry.getValue());
            }
        }
        return because(Role.UNKNOWN, "nothing tells");
    }

    private static Judgement byReading(Conduct conduct, String protocol, SortedSet<String> servers) {
        boolean changes = conduct.asked(Verb.WRITE) + conduct.asked(Verb.CONTROL) > 0;
        if (!changes && servers.size() > 1 && conduct.asked(Verb.READ) > 0) {
            return because(Role.HISTORIAN, "only reads, from " + some(servers) + " in " + protocol);
        }
        String does = changes ? "reads and writes " : "asks ";
        return because(Role.HMI, does + some(servers) + " in " + protocol);
    }

    private static Judgement byOffice(Device device, Conduct conduct) {
        Set<String> serves = conduct.clientsByProtocol().keySet();
        for (String protocol : serves) {
            if (Families.INFORMATION.contains(protocol) && !protocol.equals("nbns") && !protocol.equals("mdns")) {
                return because(Role.SERVER, "answers " + protocol);
            }
        }
        for (String protocol : device.uses()) {
            if (Families.INFORMATION.contains(protocol)) {
                return because(Role.WORKSTATION, "asks in " + protocol + " and serves nothing");
            }
        }
        return because(Role.UNKNOWN, "nothing tells");
    }

    private static String some(SortedSet<String> servers) {
        return servers.size() == 1 ? servers.first() : servers.size() + " devices";
    }

    private static Judgement because(Role role, String reason) {
        return new Judgement(role, reason);
    }
}
