// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import weir.model.Attribute;
import weir.model.Subject;
import weir.wire.Phrase;
import weir.wire.Sink;

/** What the properties of a device object say of the device (ANSI/ASHRAE 135 clause 12.11). */
final class DeviceIdentity {

    static final int SURE = 5;
    static final int LIKELY = 4;
    private static final int FAIR = 3;
    /** Asks whoever is there, without knowing its number. */
    private static final long WILDCARD = 0x3f_ffff;

    private final Phrase phrase = new Phrase();

    void tell(int property, Value value, Subject device, String source, Sink out) {
        switch (property) {
            case 12 -> text(Attribute.SOFTWARE, value, device, source, out);
            case 28 -> text(Attribute.DESCRIPTION, value, device, source, out);
            case 44 -> text(Attribute.FIRMWARE, value, device, source, out);
            case 58 -> text(Attribute.LOCATION, value, device, source, out);
            case 70 -> text(Attribute.MODEL, value, device, source, out);
            case 77 -> text(Attribute.NAME, value, device, source, out);
            case 121 -> text(Attribute.VENDOR, value, device, source, out);
            case 372 -> text(Attribute.SERIAL, value, device, source, out);
            case 112 -> out.identity(device, Attribute.MODE, Names.systemState(value.number()), source, SURE);
            case 120 -> vendor(device, value.number(), source, out);
            case 75 -> instance(device, value.number() & WILDCARD, source, out);
            default -> {}
        }
    }

    private static void text(Attribute attribute, Value value, Subject device, String source, Sink out) {
        if (value.isText()) {
            out.identity(device, attribute, value.text(out), source, SURE);
        }
    }

    static void vendor(Subject device, long number, String source, Sink out) {
        out.identity(device, Attribute.VENDOR, Names.VENDORS.of(number), source, LIKELY);
    }

    /** The number of the device, unique in its network: a name where it has no other. */
    void instance(Subject device, long number, String source, Sink out) {
        if (number != WILDCARD) {
            out.identity(
                    device,
                    Attribute.NAME,
                    phrase.begin().add("device ").decimal(number).take(out),
                    source,
                    FAIR);
        }
    }
}
