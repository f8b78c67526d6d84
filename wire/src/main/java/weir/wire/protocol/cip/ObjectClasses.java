// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import java.util.Arrays;
import java.util.Locale;
import weir.model.Service;
import weir.model.Verb;
import weir.wire.NamedCodes;
import weir.wire.Rows;

/**
 * The classes of objects that CIP devices are made of, and what each service does to one: what "set" means depends on
 * what is set. Public classes and services: ODVA CIP volume 1, chapters 5 and appendix A; those of Logix controllers
 * (0x64 to 0xAC): Rockwell 1756-PM020, and what engineering stations are seen to do with them.
 */
final class ObjectClasses {

    static final int UNKNOWN = -1;
    static final int IDENTITY = 0x01;
    static final int CONNECTION_MANAGER = 0x06;
    static final int CONTROLLER_NAME = 0x64;
    static final int PCCC = 0x67;
    static final int SYMBOL = 0x6b;
    static final int ROUTINE = 0x6d;
    static final int MEMORY = 0x72;
    static final int CHANGE_LOG = 0xac;
    static final int TCP_IP = 0xf5;
    static final int ETHERNET_LINK = 0xf6;

    private static final int CODES = 128;
    private static final int LISTED = 0x110;
    private static final NamedCodes NAMES = new NamedCodes("cip/objects", "class ");
    private static final Service[] OTHERS = row(Verb.READ, Verb.CONFIGURE, Verb.CONFIGURE);
    private static final Service[][] SERVICES = services();

    /** A service as a table row names it. */
    private record Listed(String name, int code, Verb verb) implements Service {}

    private ObjectClasses() {}

    /** Name of a class: {@code identity}, or {@code class 0x31a}. */
    static String name(int classId) {
        return classId == UNKNOWN ? "" : NAMES.of(classId & 0xffff_ffffL);
    }

    static Service service(int classId, int code) {
        return (classId >= 0 && classId < LISTED ? SERVICES[classId] : OTHERS)[code & CODES - 1];
    }

    private static Service[][] services() {
        Service[][] services = new Service[LISTED][];
        Arrays.fill(services, OTHERS);
        for (String[] row : Rows.of("cip/objects")) {
            services[Integer.decode(row[0])] = row(Verb.valueOf(row[2]), Verb.valueOf(row[3]), Verb.valueOf(row[4]));
        }
        for (String[] row : Rows.of("cip/services")) {
            if (!row[0].equals("*")) {
                Service[] ofClass = services[Integer.decode(row[0])];
                ofClass = ofClass == OTHERS ? OTHERS.clone() : ofClass;
                int code = Integer.decode(row[1]);
                ofClass[code] = new Listed(name(row), code, Verb.valueOf(row[3]));
                services[Integer.decode(row[0])] = ofClass;
            }
        }
        return services;
    }

    /** The services of a class that has only common ones. */
    private static Service[] row(Verb get, Verb set, Verb change) {
        Service[] row = new Service[CODES];
        for (int code = 0; code < CODES; code++) {
            row[code] = new Listed(String.format("SERVICE_0X%02X", code), code, Verb.OTHER);
        }
        for (String[] cells : Rows.of("cip/services")) {
            if (cells[0].equals("*")) {
                int code = Integer.decode(cells[1]);
                Verb verb = switch (cells[3]) {
                    case "get" -> get;
                    case "set" -> set;
                    case "change" -> change;
                    default -> Verb.valueOf(cells[3]);
                };
                row[code] = new Listed(name(cells), code, verb);
            }
        }
        return row;
    }

    private static String name(String[] row) {
        return row[2].toUpperCase(Locale.ROOT);
    }
}
