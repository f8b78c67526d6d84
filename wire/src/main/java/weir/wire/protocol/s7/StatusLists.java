// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import weir.model.Attribute;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;
import weir.wire.protocol.iso.HexWord;
import weir.wire.protocol.iso.TransportConnection;

/**
 * System status lists (SZL): what a controller knows of itself (Siemens, "System Software for S7-300/400, System and
 * Standard Functions", chapter 34).
 *
 * <pre>
 * request   list u16 | index u16
 * answer    list u16 | index u16 | octets of a record u16 | records u16 | records
 * list      class of module 4 bits | extract 4 bits | number 8 bits
 * </pre>
 */
final class StatusLists {

    private static final HexWord LIST = new HexWord("SZL ");
    private static final Numbered LEVEL = new Numbered("level ");
    private static final Numbered PLAIN = new Numbered("");

    private static final int MODULE = 0x11;
    private static final int COMPONENT = 0x1c;
    private static final int LEDS = 0x19;
    private static final int LEDS_OF_UNIT = 0x74;
    private static final int COMMUNICATION = 0x32;
    private static final int MODE = 0x24;
    private static final int CURRENT_MODE = 0x0424;

    /** The extract that counts records without giving any. */
    private static final int HEADER_ONLY = 0xf;

    /** Manufacturer's number given by PROFIBUS and PROFINET International. */
    private static final int SIEMENS = 42;

    private final TransportConnection connection;
    private final Cursor entry = new Cursor();
    private final byte[] version = new byte[16];
    private final Cursor written = new Cursor();
    private String source = "";

    StatusLists(TransportConnection connection) {
        this.connection = connection;
    }

    void request(Cursor in, Job job, Sink out) {
        int list = in.u16();
        int index = in.u16();
        if (!in.ok()) {
            out.violation("truncated", list);
            return;
        }
        out.factHex(S7comm.NAME, "szl.id", list, 4);
        job.add(
                out.request(Subfunction.READ_SZL)
                        .unit(connection.unit())
                        .range(LIST.of(list), index, 0)
                        .tell(),
                0);
    }

    void response(Cursor in, Sink out) {
        int list = in.u16();
        in.skip(2);
        out.factHex(S7comm.NAME, "szl.id", list, 4);
        if (in.left() == 0) {
            return;
        }
        int length = in.u16();
        int count = in.u16();
        source = LIST.of(list);
        Subject module = out.server(connection.unit());
        boolean led = false;
        if (((list >> 8) & 0xf) == HEADER_ONLY) {
            return;
        }
        for (int i = 0; i < count && length > 0; i++) {
            in.slice(length, entry);
            if (!in.ok()) {
                out.violation("truncated", list);
                return;
            }
            led |= record(list, module, led, out);
        }
    }

    /** Tells of one record; true where it settled what the lamps say. */
    private boolean record(int list, Subject module, boolean led, Sink out) {
        switch (list & 0xff) {
            case MODULE -> module(module, out);
            case COMPONENT -> component(module, out);
            case COMMUNICATION -> protection(module, out);
            case MODE -> mode(list, module, out);
            case LEDS, LEDS_OF_UNIT -> {
                return !led && lamp(module, out);
            }
            default -> {}
        }
        return false;
    }

    /** {@code index u16 | order number 20 | module type u16 | version u16 | version u16}. */
    private void module(Subject module, Sink out) {
        int index = entry.u16();
        String order = out.text(entry, 20);
        entry.skip(2);
        int high = entry.u16();
        int low = entry.u16();
        if (!entry.ok()) {
            out.violation("short_record", index);
            return;
        }
        switch (index) {
            case 1 -> {
                out.identity(module, Attribute.ORDER_NUMBER, order, source, 5);
                if (isVersion(high)) {
                    out.identity(module, Attribute.FIRMWARE, version(high, low, out), source, 5);
                }
            }
            case 6 -> out.identity(module, Attribute.HARDWARE, hardware(high, low, out), source, 5);
            case 7 -> out.identity(module, Attribute.FIRMWARE, version(high, low, out), source, 5);
            default -> {}
        }
    }

    private static boolean isVersion(int word) {
        return word >> 8 == 'V';
    }

    private String hardware(int high, int low, Sink out) {
        return isVersion(high) ? version(high, low, out) : PLAIN.of(high);
    }

    /** The letter V and three numbers, an octet each. */
    private String version(int high, int low, Sink out) {
        if (!isVersion(high)) {
            return "";
        }
        version[0] = 'V';
        int at = number(1, high & 0xff);
        version[at++] = '.';
        at = number(at, low >> 8);
        version[at++] = '.';
        at = number(at, low & 0xff);
        return out.text(written.wrap(version, 0, at), at);
    }

    private int number(int from, int octet) {
        int at = from;
        if (octet >= 100) {
            version[at++] = (byte) ('0' + octet / 100);
        }
        if (octet >= 10) {
            version[at++] = (byte) ('0' + octet / 10 % 10);
        }
        version[at++] = (byte) ('0' + octet % 10);
        return at;
    }

    /** {@code index u16 | text of 24 or 32}; redundant systems number their units in the high octet of the index. */
    private void component(Subject module, Sink out) {
        int index = entry.u16() & 0xff;
        if (index == 9) {
            if (entry.u16() == SIEMENS) {
                out.identity(module, Attribute.VENDOR, "Siemens", source, 5);
            }
            return;
        }
        Attribute attribute = switch (index) {
            case 1 -> Attribute.NAME;
            case 2, 8 -> Attribute.MODULE;
            case 3 -> Attribute.DESCRIPTION;
            case 4 -> Attribute.VENDOR;
            case 5 -> Attribute.SERIAL;
            case 7 -> Attribute.MODEL;
            case 11 -> Attribute.LOCATION;
            default -> null;
        };
        if (attribute != null) {
            Subject whose = attribute == Attribute.NAME ? out.server("") : module;
            out.identity(whose, attribute, out.text(entry, Math.min(32, entry.left())), source, index == 4 ? 4 : 5);
        }
    }

    /** Index 4: {@code level by key switch u16 | by parameters u16 | in force u16 | mode switch u16 | ...}. */
    private void protection(Subject module, Sink out) {
        if (entry.u16() != 4) {
            return;
        }
        entry.skip(4);
        int level = entry.u16();
        int position = entry.u16();
        if (!entry.ok()) {
            return;
        }
        out.identity(module, Attribute.PROTECTION, LEVEL.of(level), source, 5);
        String label = switch (position) {
            case 1 -> "switch RUN";
            case 2 -> "switch RUN-P";
            case 3 -> "switch STOP";
            case 4 -> "switch MRES";
            default -> "";
        };
        out.identity(module, Attribute.PROTECTION, label, source, 5);
    }

    /** {@code event u16 | 0xff | previous mode 4 bits, mode 4 bits | ...}; other extracts tell of former modes. */
    private void mode(int list, Subject module, Sink out) {
        entry.skip(3);
        int mode = entry.u8() & 0xf;
        if (list != CURRENT_MODE || !entry.ok()) {
            return;
        }
        String label = switch (mode) {
            case 1, 2, 3, 4 -> "STOP";
            case 5, 6, 7 -> "STARTUP";
            case 8, 9 -> "RUN";
            case 10 -> "HOLD";
            case 13 -> "DEFECT";
            default -> "";
        };
        out.identity(module, Attribute.MODE, label, source, 5);
    }

    /** {@code lamp u16 | on u8 | flashing u8}; lamp 4 is RUN, 5 is STOP. */
    private boolean lamp(Subject module, Sink out) {
        int lamp = entry.u16() & 0xff;
        boolean steady = entry.u8() == 1 && entry.u8() == 0;
        if (!steady || (lamp != 4 && lamp != 5)) {
            return false;
        }
        out.identity(module, Attribute.MODE, lamp == 4 ? "RUN" : "STOP", source, 4);
        return true;
    }
}
