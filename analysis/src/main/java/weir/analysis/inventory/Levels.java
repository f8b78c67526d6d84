// SPDX-License-Identifier: Apache-2.0
package weir.analysis.inventory;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import weir.model.Address;
import weir.model.Level;
import weir.model.Role;

/** Judges at which Purdue level a device stands: by its role, else by the company it keeps. Always with the reason. */
final class Levels {

    /** A level and why. */
    record Judgement(Level level, String reason) {}

    private Levels() {}

    static Judgement of(Device device, Role role, Conduct conduct, Map<String, Role> rolesById) {
        return switch (role) {
            case PLC, RTU, GATEWAY -> because(Level.CONTROL, "a " + role.label() + " controls the process");
            case DRIVE -> because(Level.PROCESS, "a drive acts on the process");
            case IO_DEVICE -> because(Level.CONTROL, "field inputs and outputs of a controller");
            case HMI, SCADA_SERVER, ENGINEERING_WORKSTATION ->
                because(Level.SUPERVISION, "a " + role.label() + " works on controllers");
            case HISTORIAN -> because(Level.OPERATIONS, "keeps data of the site");
            case PRINTER, CAMERA, PHONE -> because(Level.ENTERPRISE, "office equipment");
            case SWITCH, ROUTER, FIREWALL, SERVER, WORKSTATION, UNKNOWN -> byCompany(device, conduct, rolesById);
            case GROUP -> because(Level.UNKNOWN, "an address of many");
        };
    }

    private static Judgement byCompany(Device device, Conduct conduct, Map<String, Role> rolesById) {
        boolean outside =
                !device.addresses().isEmpty() && device.addresses().stream().noneMatch(Address::isPrivate);
        if (outside) {
            return because(Level.INTERNET, device.addresses().getFirst() + " is a public address");
        }
        if (!device.addresses().isEmpty() || !device.serves().isEmpty()) {
            String partner = industrialPartner(conduct, rolesById);
            if (!partner.isEmpty()) {
                return because(Level.OPERATIONS, "talks to " + partner + " but not to control it");
            }
            if (device.serves().stream().anyMatch(Families.INFORMATION::contains)
                    || device.uses().stream().anyMatch(Families.INFORMATION::contains)) {
                return because(Level.ENTERPRISE, "speaks office protocols only");
            }
        }
        return because(Level.UNKNOWN, "nothing tells");
    }

    private static String industrialPartner(Conduct conduct, Map<String, Role> rolesById) {
        Map<String, SortedSet<String>> partners = new TreeMap<>(conduct.serversByProtocol());
        conduct.clientsByProtocol().forEach(partners::putIfAbsent);
        for (SortedSet<String> ids : partners.values()) {
            for (String id : ids) {
                switch (rolesById.getOrDefault(id, Role.UNKNOWN)) {
                    case PLC, RTU, GATEWAY, IO_DEVICE, DRIVE, HMI, SCADA_SERVER -> {
                        return id;
                    }
                    case ENGINEERING_WORKSTATION, HISTORIAN, SWITCH, ROUTER, FIREWALL, SERVER -> {}
                    case WORKSTATION, PRINTER, CAMERA, PHONE, GROUP, UNKNOWN -> {}
                }
            }
        }
        return "";
    }

    private static Judgement because(Level level, String reason) {
        return new Judgement(level, reason);
    }
}
