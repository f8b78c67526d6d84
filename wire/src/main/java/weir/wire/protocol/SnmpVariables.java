// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.PointValue;
import weir.model.Subject;
import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * The variables of one SNMP message, each an object identifier and a value (RFC 3416 section 3): read once for what the
 * message is about, and once more for what their values tell of the agent.
 */
final class SnmpVariables {

    private static final int LONGEST_TEXT = 256;
    /** Object identifiers remembered in words. */
    private static final int SPELT = 128;
    /** Variables read of one message. */
    private static final int MOST = 128;

    private static final String TRAP = "snmpTrapOID.0";

    private final Ber ber = new Ber();
    private final Spellings spellings = new Spellings(SPELT, SnmpObjects::spell);
    private final Spellings objects = new Spellings(SPELT, (data, from, length) -> {
        String name = SnmpObjects.spell(data, from, length);
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    });
    private final Cursor list = new Cursor();
    private final Cursor variable = new Cursor();
    private int count;
    private String first = "";
    private String trap = "";

    /** Reads the list that begins here; the cursor fails where it is malformed. */
    void read(Cursor in) {
        count = 0;
        first = "";
        trap = "";
        if (!ber.enter(in, Ber.SEQUENCE, list)) {
            return;
        }
        while (list.left() > 0) {
            if (!ber.enter(list, Ber.SEQUENCE, variable) || !ber.next(variable, Ber.OBJECT_IDENTIFIER)) {
                in.fail();
                return;
            }
            String name = name();
            variable.skip(ber.length());
            if (!ber.next(variable)) {
                in.fail();
                return;
            }
            first = count == 0 ? name : first;
            if (ber.identifier() == Ber.OBJECT_IDENTIFIER && name.equals(TRAP)) {
                trap = name();
            }
            count++;
        }
        list.seek(0);
    }

    private String name() {
        return spellings.of(variable.bytes(), variable.offset(), ber.length());
    }

    /** An object identifier that stands in the next bytes. */
    String name(Cursor in, int length) {
        return spellings.of(in.bytes(), in.offset(), length);
    }

    int count() {
        return count;
    }

    /** Name of the first variable. */
    String first() {
        return first;
    }

    /** Which trap it is; "" for none. */
    String trap() {
        return trap;
    }

    /** Tells the values of what was last read. */
    void tell(Subject owner, PointValue.Origin origin, Sink out) {
        for (int i = 0; i < MOST && list.left() > 0; i++) {
            ber.enter(list, Ber.SEQUENCE, variable);
            ber.next(variable, Ber.OBJECT_IDENTIFIER);
            String name = name();
            String object = objects.of(variable.bytes(), variable.offset(), ber.length());
            variable.skip(ber.length());
            if (!ber.next(variable)) {
                return;
            }
            if (origin != PointValue.Origin.WRITE) {
                identify(owner, object, name, out);
            }
            point(owner, name, origin, out);
        }
    }

    private void identify(Subject owner, String object, String name, Sink out) {
        Attribute attribute = SnmpObjects.attribute(object);
        if (attribute == null) {
            return;
        }
        if (ber.identifier() == Ber.OBJECT_IDENTIFIER && attribute == Attribute.VENDOR) {
            String vendor = SnmpObjects.vendor(variable.bytes(), variable.offset(), ber.length());
            out.identity(owner, attribute, vendor, "SNMP sysObjectID", 4);
        } else if (ber.identifier() == Ber.OCTET_STRING) {
            int at = variable.read();
            String text = out.text(variable, Math.min(LONGEST_TEXT, ber.length()));
            variable.seek(at);
            Attribute of = part(attribute, object, name);
            if (of != null) {
                out.identity(owner, of, text, "SNMP", 5);
            }
        }
    }

    /** Of the entities of a device the first is the device; of the others only the model is told, as a module. */
    private static @Nullable Attribute part(Attribute attribute, String object, String name) {
        if (!object.startsWith("entPhysical") || name.endsWith(".1") || name.endsWith(".1001")) {
            return attribute;
        }
        return attribute == Attribute.MODEL ? Attribute.MODULE : null;
    }

    private void point(Subject owner, String name, PointValue.Origin origin, Sink out) {
        String type = type(ber.identifier());
        if (out.wantsPoints() && !type.isEmpty() && ber.length() <= 9) {
            out.reading().integer(ber.integer(variable));
            out.point(owner, "", -1, name, type, origin);
        }
    }

    private static String type(int identifier) {
        return switch (identifier) {
            case Ber.INTEGER -> "INTEGER";
            case 0x41 -> "Counter32";
            case 0x42 -> "Gauge32";
            case 0x43 -> "TimeTicks";
            case 0x46 -> "Counter64";
            default -> "";
        };
    }
}
