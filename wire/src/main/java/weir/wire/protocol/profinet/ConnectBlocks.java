// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import org.jspecify.annotations.Nullable;
import weir.model.Address;
import weir.model.Attribute;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;
import weir.wire.protocol.KnownAddresses;

/**
 * The blocks with which a controller and a device connect (IEC 61158-6-10 clause 5.2): who they are, which cyclic
 * exchanges there will be, which modules are expected.
 */
final class ConnectBlocks {

    static final String SOURCE = "connect";
    private static final Numbered VENDOR = Numbered.hex("vendor ");
    private static final int LONGEST_NAME = 240;

    private final KnownAddresses addresses = new KnownAddresses();
    private @Nullable ApplicationRelation relation;
    private String station = "";
    private String kind = "";
    private int modules;

    /** Before each message. */
    void begin() {
        relation = null;
        station = "";
        kind = "";
        modules = 0;
    }

    /** Name of the station that wants to connect. */
    String station() {
        return station;
    }

    /** As what it wants to. */
    String kind() {
        return kind;
    }

    int modules() {
        return modules;
    }

    @Nullable
    ApplicationRelation relation() {
        return relation;
    }

    /** Type 2 | AR 16 | session 2 | address 6 | object 16 | properties 4 | timeout 2 | port 2 | length 2 | name. */
    void application(Cursor in, Sink out) {
        kind = kind(in.u16());
        long high = in.u64();
        long low = in.u64();
        in.skip(2);
        Address mac = addresses.mac(in.u48());
        in.skip(12);
        int device = in.u16();
        int vendor = in.u16();
        in.skip(4 + 2 + 2);
        int length = in.u16();
        station = length > LONGEST_NAME ? "" : out.text(in, length);
        if (!in.ok()) {
            return;
        }
        relation = new ApplicationRelation(high, low, mac.low());
        out.identity(out.sender(), Attribute.NAME, station, SOURCE, 5);
        hardware(mac, out);
        if (device != 0) {
            vendor(vendor, 5, out);
        }
    }

    private static String kind(int type) {
        return switch (type) {
            case 0x01 -> "io_controller";
            case 0x06 -> "io_supervisor";
            case 0x10 -> "io_controller_rt_class_3";
            case 0x20 -> "io_controller_redundant";
            default -> "other_relation";
        };
    }

    private static void hardware(Address mac, Sink out) {
        if (mac.isUnicast()) {
            out.identity(out.sender(), Attribute.MAC, mac.toString(), SOURCE, 5);
        }
    }

    static void vendor(int id, int confidence, Sink out) {
        String name = Vendors.of(id);
        out.identity(out.sender(), Attribute.VENDOR, name.isEmpty() ? VENDOR.of(id) : name, SOURCE, confidence);
    }

    /** Type 2 | AR 16 | session 2 | address 6 | port 2. */
    void applicationAnswer(Cursor in, Relations known, Sink out) {
        in.skip(2);
        long high = in.u64();
        long low = in.u64();
        in.skip(2);
        Address mac = addresses.mac(in.u48());
        if (in.ok()) {
            hardware(mac, out);
            relation = known.of(high, low);
            if (relation != null) {
                relation.device = mac.low();
                known.changed();
            }
        }
    }

    /**
     * Type 2 | reference 2 | 0x8892 2 | properties 4 | length 2 | frame 2 | 6 times 2 | offset 4 | 2 2 | tag 2 | address 6 | APIs 2:
     * {@code API 4 | data 2: slot, subslot, offset 2 each | status 2: the same}.
     */
    void exchange(Cursor in) {
        IoRelationship exchange = new IoRelationship();
        exchange.kind = in.u16();
        exchange.reference = in.u16();
        in.skip(6);
        exchange.length = in.u16();
        exchange.frame = in.u16();
        in.skip(8 + 4 + 4 + 2 + 6);
        int apis = in.u16();
        for (int api = 0; api < apis && in.left() > 0; api++) {
            in.skip(4);
            int data = in.u16();
            for (int i = 0; i < data && in.left() > 0; i++) {
                int slot = in.u16();
                int subslot = in.u16();
                exchange.add(slot, subslot, in.u16());
            }
            in.skip(in.u16() * 6);
        }
        if (in.ok() && relation != null) {
            relation.add(exchange);
        }
    }

    /** Type 2 | reference 2 | frame 2. */
    void exchangeAnswer(Cursor in, Relations known) {
        in.skip(2);
        int reference = in.u16();
        int frame = in.u16();
        if (in.ok() && relation != null) {
            relation.settle(reference, frame);
            known.changed();
        }
    }

    /**
     * APIs 2: {@code API 4 | slot 2 | module 4 | properties 2 | submodules 2: subslot 2 | submodule 4 | properties 2 | 1 or 2
     * times: kind 2, length 2, 1, 1}.
     */
    void expected(Cursor in, Relations known, Sink out) {
        int apis = in.u16();
        for (int api = 0; api < apis && in.left() > 0; api++) {
            in.skip(4);
            int slot = in.u16();
            long module = in.u32();
            in.skip(2);
            int submodules = in.u16();
            if (in.ok()) {
                modules++;
                module(slot, module, "expected configuration", 3, known, out);
            }
            for (int i = 0; i < submodules && in.left() > 0; i++) {
                int subslot = in.u16();
                in.skip(4);
                int descriptions = (in.u16() & 3) == 3 ? 2 : 1;
                for (int k = 0; k < descriptions; k++) {
                    measure(slot, subslot, in);
                }
            }
        }
    }

    /** A module of the device: the receiver of what is expected, the sender of what is there. */
    static void module(int slot, long module, String source, int confidence, Relations known, Sink out) {
        String unit = known.units.of(slot, 1);
        if (!unit.isEmpty()) {
            boolean expected = confidence < 5;
            out.identity(
                    expected ? out.receiver(unit) : out.sender(unit),
                    Attribute.MODULE,
                    known.modules.of(module),
                    source,
                    confidence);
        }
    }

    private void measure(int slot, int subslot, Cursor in) {
        int direction = in.u16();
        int octets = in.u16();
        in.skip(2);
        if (relation != null && in.ok()) {
            relation.measure(direction, slot, subslot, octets);
        }
    }
}
