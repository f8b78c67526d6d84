// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.knx;

import weir.model.Attribute;
import weir.model.Outcome;
import weir.model.PointValue;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Phrase;
import weir.wire.Sink;

/**
 * The data of services between devices on the bus (KNX 03_03_07).
 *
 * <pre>
 * group values        six bits in the service, or octets; what they mean only the project knows
 * memory              count, 4 bits, in the service | address u16 | octets
 * property            object u8 | property u8 | count, 4 bits, start, 12 bits | octets
 * authorize           00 | key u32; answer: level u8            descriptor answer   mask version u16
 * individual address  address u16
 * </pre>
 */
final class BusContent {

    private static final int SURE = 5;
    private static final int FAIR = 3;
    private static final int LONGEST = 16;

    private final Descriptions descriptions;
    private final Phrase phrase = new Phrase();
    private int source;
    private int destination;
    private boolean group;

    BusContent(Descriptions descriptions) {
        this.descriptions = descriptions;
    }

    void begin(int from, int to, boolean toGroup) {
        source = from;
        destination = to;
        group = toGroup;
    }

    boolean isGroup() {
        return group;
    }

    int source() {
        return source;
    }

    int destination() {
        return destination;
    }

    /** Adds to what is being told which part of the device it is about. Moves nothing. */
    void about(BusService service, int bits, Cursor in, Sink out) {
        switch (service) {
            case MEMORY_READ, MEMORY_WRITE -> {
                if (in.left() >= 2) {
                    out.range("memory", in.peek16(0), bits & 0x3f);
                }
            }
            case PROPERTY_VALUE_READ, PROPERTY_VALUE_WRITE, PROPERTY_DESCRIPTION_READ -> {
                if (in.left() >= 2) {
                    out.object(InterfaceObjects.INDEX.of(in.peek(0)), in.peek(1));
                }
            }
            default -> {}
        }
    }

    /** What a request brings: a value, a key, an address. */
    void asked(BusService service, int bits, Cursor in, BusAddress addresses, boolean reported, Sink out) {
        switch (service) {
            case GROUP_VALUE_WRITE ->
                value(bits, in, addresses, reported ? PointValue.Origin.REPORTED : PointValue.Origin.WRITE, out);
            case AUTHORIZE -> {
                in.skip(1);
                if (in.left() >= 4) {
                    Subject device = out.server(addresses.device(destination, out));
                    out.login(device, "", out.hashed(in, 4), Outcome.OPEN);
                }
            }
            default -> {}
        }
    }

    void answered(BusService service, int bits, Cursor in, BusAddress addresses, Sink out) {
        switch (service) {
            case GROUP_VALUE_READ -> value(bits, in, addresses, PointValue.Origin.READ, out);
            case DEVICE_DESCRIPTOR_READ -> {
                int mask = in.u16();
                if (in.ok()) {
                    String text =
                            phrase.begin().add("mask version 0x").hex(mask, 4).take(out);
                    Subject device = out.server(addresses.device(source, out));
                    out.identity(device, Attribute.MODEL, text, "Device Descriptor", FAIR);
                }
            }
            case PROPERTY_VALUE_READ -> property(in, out.server(addresses.device(source, out)), out);
            default -> {}
        }
    }

    /** Of the device object, which is the first: serial number and manufacturer. */
    private void property(Cursor in, Subject device, Sink out) {
        int object = in.u8();
        int property = in.u8();
        in.skip(2);
        if (object == 0 && in.ok()) {
            identify(property, in, device, "Property Value", out);
        }
    }

    /** A property of a device object (KNX 03_07_03). */
    void identify(int property, Cursor in, Subject device, String message, Sink out) {
        switch (property) {
            case 11 -> {
                if (in.left() >= 6) {
                    descriptions.serial(device, in.u16(), in.u32(), message, out);
                }
            }
            case 12 -> {
                if (in.left() >= 2) {
                    String name = Descriptions.MANUFACTURERS.of(in.u16());
                    out.identity(device, Attribute.VENDOR, name, message, SURE);
                }
            }
            default -> {}
        }
    }

    private void value(int bits, Cursor in, BusAddress addresses, PointValue.Origin origin, Sink out) {
        if (!out.wantsPoints() || !group) {
            return;
        }
        String type = switch (in.left()) {
            case 0 -> "6 bits";
            case 1 -> "8 bits";
            case 2 -> "16 bits";
            case 3 -> "24 bits";
            case 4 -> "32 bits";
            default -> "octets";
        };
        switch (in.left()) {
            case 0 -> out.reading().integer(bits & 0x3f);
            case 1 -> out.reading().integer(in.u8());
            case 2 -> out.reading().integer(in.u16());
            case 3 -> out.reading().integer(in.u24());
            case 4 -> out.reading().integer(in.u32());
            default -> out.reading().text(hex(in, out));
        }
        out.point(out.server(""), "group", -1, addresses.group(destination, out), type, origin);
    }

    private String hex(Cursor in, Sink out) {
        phrase.begin();
        for (int i = 0; i < LONGEST && in.left() > 0; i++) {
            phrase.hex(in.u8(), 2);
        }
        return phrase.take(out);
    }
}
