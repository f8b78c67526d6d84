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

    static Judgement of(Device device, Role role, Conduct conduct, Map<String, Role> rolesById, Neighbourhood near) {
        return switch (role) {
            case PLC, RTU, GATEWAY, DRIVE -> because(Level.CONTROL, named(role) + " controls the process");
            case IO_DEVICE -> because(Level.CONTROL, "field inputs and outputs of a controller");
            case HMI, SCADA_SERVER, ENGINEERING_WORKSTATION ->
                because(Level.SUPERVISION, named(role) + " works on controllers");
            case HISTORIAN -> because(Level.OPERATIONS, "keeps data of the site");
            case PRINTER, CAMERA, PHONE -> byPlace(device, near, because(Level.ENTERPRISE, "office equipment"));
            case ROUTER, FIREWALL -> byNetworks(device, byCompany(device, role, conduct, rolesById, near));
            case SWITCH, SERVER, WORKSTATION, UNKNOWN -> byCompany(device, role, conduct, rolesById, near);
            case GROUP -> because(Level.UNKNOWN, "an address of many");
        };
    }

    private static String named(Role role) {
        return switch (role) {
            case PLC -> "a PLC";
            case RTU -> "an RTU";
            case HMI -> "an HMI";
            case SCADA_SERVER -> "a SCADA server";
            case ENGINEERING_WORKSTATION, IO_DEVICE -> "an " + role.label().replace('_', ' ');
            case DRIVE, HISTORIAN, GATEWAY, SWITCH, ROUTER, FIREWALL, SERVER, WORKSTATION, PRINTER, CAMERA, PHONE ->
                "a " + role.label();
            case GROUP, UNKNOWN -> role.label();
        };
    }

    private static Judgement byPlace(Device device, Neighbourhood near, Judgement otherwise) {
        Level level = near.of(device);
        return level == Level.UNKNOWN
                ? otherwise
                : because(level, "shares a network with devices of level " + level.number());
    }

    private static Judgement byNetworks(Device device, Judgement otherwise) {
        return device.routes() == 0
                ? otherwise
                : because(Level.DMZ, "joins networks: " + device.routes() + " addresses of others lie behind it");
    }

    private static Judgement byCompany(
            Device device, Role role, Conduct conduct, Map<String, Role> rolesById, Neighbourhood near) {
        boolean outside =
                !device.addresses().isEmpty() && device.addresses().stream().noneMatch(Address::isPrivate);
        if (outside) {
            return because(Level.INTERNET, device.addresses().getFirst() + " is a public address");
        }
        if (!device.addresses().isEmpty() || !device.serves().isEmpty()) {
            String partner = industrialPartner(conduct, rolesById);
            if (!partner.isEmpty() && role == Role.SWITCH) {
                return because(Level.SUPERVISION, "is looked after by " + partner);
            }
            if (!partner.isEmpty()) {
                return because(Level.OPERATIONS, "talks to " + partner + " but not to control it");
            }
            boolean office = device.serves().stream().anyMatch(Families.INFORMATION::contains)
                    || device.uses().stream().anyMatch(Families.INFORMATION::contains);
            Judgement otherwise = office
                    ? because(Level.ENTERPRISE, "speaks office protocols only")
                    : because(Level.UNKNOWN, "nothing tells");
            return byPlace(device, near, otherwise);
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
