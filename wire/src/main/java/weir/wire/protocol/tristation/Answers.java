// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tristation;

import weir.model.Attribute;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.NamedCodes;
import weir.wire.Phrase;
import weir.wire.Sink;

/** What a controller says of itself: its key, what it runs, its modules. */
final class Answers {

    private static final String[] KEYS = {"key stop", "key program", "key run", "key remote"};
    private static final String[] RUNS = {"running", "halted", "paused"};
    private static final NamedCodes MODULES = new NamedCodes("tristation/modules", "module type ");

    /** Places of a chassis; the first three are the main processors. */
    private static final int SLOTS = 16;

    private static final int SLOT_VERSION = 8;
    private static final int PROJECT = 10;

    private final Phrase phrase = new Phrase();

    /** Tells what the data of a done command says. */
    void read(int command, Cursor data, Subject device, Sink out) {
        switch (command) {
            case Commands.GET_CP_STATUS -> status(data, device, out);
            case Commands.GET_CHASSIS_STATUS -> chassis(data, device, out);
            case Commands.GET_MODULE_VERSIONS -> versions(data, device, out);
            case Commands.ATTACH -> attached(data, device, out);
            default -> {}
        }
    }

    /** Seven octets, of them the last the key, run state u8; a version, time and name of the project from octet 58. */
    private static void status(Cursor data, Subject device, Sink out) {
        String source = "CP status";
        out.identity(device, Attribute.PROTECTION, word(KEYS, data.peek(7)), source, 5);
        out.identity(device, Attribute.MODE, word(RUNS, data.peek(8)), source, 5);
        out.identity(device, Attribute.VENDOR, "Triconex", source, 4);
        project(data, 66, device, source, out);
    }

    private static void chassis(Cursor data, Subject device, Sink out) {
        String source = "chassis status";
        out.identity(device, Attribute.MODE, word(RUNS, data.peek(3)), source, 5);
        out.identity(device, Attribute.PROTECTION, word(KEYS, data.peek(4)), source, 5);
        project(data, 32, device, source, out);
    }

    private static void project(Cursor data, int distance, Subject device, String source, Sink out) {
        if (data.left() >= distance + PROJECT) {
            data.skip(distance);
            out.identity(device, Attribute.PROJECT, out.text(data, PROJECT), source, 5);
        }
    }

    /** Chassis u8, 0xff where there is one, then for each slot the type of module and three versions, u16 each. */
    private void versions(Cursor data, Subject device, Sink out) {
        int chassis = data.u8();
        if (data.u8() != 0xff || data.left() < SLOTS * SLOT_VERSION) {
            return;
        }
        for (int slot = 0; slot < SLOTS; slot++) {
            int type = data.u16le();
            int version = data.u16le();
            data.skip(4);
            if (type != 0) {
                phrase.begin().add("chassis ").decimal(chassis).add(" slot ").decimal(slot);
                phrase.add(": ").add(MODULES.of(type)).add(", version ").decimal(version);
                out.identity(device, Attribute.MODULE, phrase.take(out), "module versions", 5);
            }
        }
    }

    /** The version of the system at octet 3: major u8, minor u8. */
    private void attached(Cursor data, Subject device, Sink out) {
        int major = data.peek(3);
        int minor = data.peek(4);
        if (minor >= 0 && (major == 10 || major == 11)) {
            phrase.begin().decimal(major).add('.').decimal(minor);
            out.identity(device, Attribute.FIRMWARE, phrase.take(out), "attach", 4);
            out.identity(device, Attribute.MODEL, "Tricon 3008", "attach", 4);
        }
    }

    private static String word(String[] words, int code) {
        return code >= 0 && code < words.length ? words[code] : "";
    }
}
