// SPDX-License-Identifier: Apache-2.0
package weir.analysis.inventory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import weir.model.Address;
import weir.model.Asset;
import weir.model.Role;
import weir.model.Subject;

/**
 * The assets at one moment: presences put together to devices, each judged. Made anew from the inventory whenever
 * somebody asks, so nothing that was once concluded stands in the way of what is learned later.
 */
public final class Census {

    private final Vendors vendors;
    private final Bindings bindings;
    private final Map<Address, Device> byRoot = new TreeMap<>();
    private final Map<Subject, Device> behind = new HashMap<>();
    private final Map<String, Conduct> conducts = new HashMap<>();

    public Census(Inventory inventory, Vendors vendors) {
        this.vendors = vendors;
        bindings = new Bindings(inventory.presences());
        for (Presence presence : inventory.presences()) {
            if (presence.subject.unit().isEmpty()) {
                device(presence.subject.address()).add(presence);
            }
        }
        for (Presence presence : inventory.presences()) {
            if (!presence.subject.unit().isEmpty()) {
                behind(presence.subject.address(), presence.subject.unit()).add(presence);
            }
        }
        for (Device device : byRoot.values()) {
            for (Address mac : device.macs()) {
                bindings.claimedBy(mac).stream()
                        .filter(ip -> bindings.root(ip).equals(bindings.root(mac)))
                        .forEach(device::has);
                device.routes(bindings.behind(mac));
            }
        }
    }

    private Device device(Address address) {
        Address root = bindings.root(address);
        Device device = byRoot.computeIfAbsent(root, r -> new Device(""));
        if (root.kind() == Address.Kind.MAC) {
            device.has(root);
        }
        return device;
    }

    private Device behind(Address gateway, String unit) {
        Subject key = new Subject(bindings.root(gateway), unit);
        return behind.computeIfAbsent(key, k -> {
            device(gateway).oneMoreBehind();
            return new Device(unit);
        });
    }

    /** A device behind an address answered. */
    public void answered(Address gateway, String unit, String protocol, long since, long until) {
        Device device = behind(gateway, unit);
        device.serves(protocol);
        device.seen(since, until);
    }

    /** Id of the asset that owns an address; the text of the address where nobody does. */
    public String id(Address address) {
        Device device = byRoot.get(bindings.root(address));
        return device == null ? address.toString() : device.id();
    }

    /** How the asset with this id behaves, to be filled in. */
    public Conduct conduct(String id) {
        return conducts.computeIfAbsent(id, i -> new Conduct());
    }

    /** All assets, in order of level, then id. */
    public List<Asset> assets() {
        behind.entrySet().removeIf(only -> isTheDeviceItself(only.getKey(), only.getValue()));
        Map<String, Role> roles = new HashMap<>();
        Map<Device, Roles.Judgement> judged = new HashMap<>();
        Neighbourhood neighbourhood = new Neighbourhood();
        for (Device device : byRoot.values()) {
            Roles.Judgement role = Roles.of(device, conduct(device.id()), macVendor(device));
            judged.put(device, role);
            roles.put(device.id(), role.role());
            neighbourhood.add(device, role.role());
        }
        List<Asset> assets = new ArrayList<>();
        for (Device device : byRoot.values()) {
            Roles.Judgement role = java.util.Objects.requireNonNull(judged.get(device));
            Levels.Judgement level = Levels.of(device, role.role(), conduct(device.id()), roles, neighbourhood);
            assets.add(asset(device, device.id(), "", role, level));
        }
        behind.forEach((subject, device) -> assets.add(behindGateway(subject, device)));
        assets.sort(Comparator.comparing(Asset::level).thenComparing(Census::order));
        return assets;
    }

    /** One unit number alone is how a device is asked that hangs on the network itself. */
    private boolean isTheDeviceItself(Subject subject, Device only) {
        Device device = byRoot.get(subject.address());
        if (device == null || device.unitsBehind() != 1) {
            return false;
        }
        device.join(only);
        return true;
    }

    private Asset behindGateway(Subject subject, Device device) {
        String gateway = id(subject.address());
        Roles.Judgement role = Roles.of(device, new Conduct(), "");
        if (role.role() == Role.UNKNOWN) {
            boolean outstation = device.serves().stream().anyMatch(Families.TELECONTROL::contains);
            role = new Roles.Judgement(
                    outstation ? Role.RTU : Role.PLC, "answers through " + gateway + " as " + subject.unit());
        }
        Levels.Judgement level = Levels.of(device, role.role(), new Conduct(), Map.of(), new Neighbourhood());
        return asset(device, gateway + "/" + subject.unit(), gateway, role, level);
    }

    private Asset asset(Device device, String id, String gateway, Roles.Judgement role, Levels.Judgement level) {
        return new Asset(
                id,
                gateway,
                device.unit(),
                role.role(),
                role.reason(),
                level.level(),
                level.reason(),
                device.addresses(),
                device.macs(),
                macVendor(device),
                device.known(),
                device.evidence(),
                device.first(),
                device.last(),
                device.packets(),
                device.bytes(),
                List.copyOf(device.serves()),
                List.copyOf(device.uses()));
    }

    private String macVendor(Device device) {
        return device.macs().stream()
                .map(vendors::of)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Addresses by number and not by text, devices behind a gateway after it. */
    private static String order(Asset asset) {
        String own = asset.gateway().isEmpty() ? asset.id() : asset.gateway();
        Address address = Address.parse(own);
        return String.format(
                "%d %016x %016x %s", address.kind().ordinal(), address.high(), address.low(), asset.unit());
    }
}
