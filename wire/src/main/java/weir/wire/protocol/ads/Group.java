// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ads;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;
import weir.wire.Numbered;
import weir.wire.Rows;
import weir.wire.Vocabulary;

/**
 * An index group: what is read or written, which is often a service of its own.
 *
 * @param objects what is in it
 * @param read the service that reading it is; null for plain reading
 * @param written the service that writing it is; null for plain writing
 */
record Group(
        String objects, @Nullable Service read, @Nullable Service written) {

    static final int HANDLE_BY_NAME = 0xf003;
    static final int VALUE_BY_NAME = 0xf004;
    static final int VALUE_BY_HANDLE = 0xf005;
    static final int INFO_BY_NAME = 0xf007;
    static final int INFO_BY_NAME_EXTENDED = 0xf009;
    static final int SYMBOLS = 0xf00b;
    static final int SUM_READ = 0xf080;
    static final int SUM_WRITE = 0xf081;
    static final int FILE_OPEN = 0x78;
    static final int FILE_CLOSE = 0x79;
    static final int FILE_READ = 0x7a;
    static final int FILE_WRITE = 0x7b;
    static final int TARGET_DESCRIPTION = 0x2bc;

    private static final int SYSTEM_SERVICE = 10_000;
    private static final int GROUPS = 1 << 16;
    private static final @Nullable Group[] ANYWHERE = new @Nullable Group[GROUPS];
    private static final @Nullable Group[] OF_SYSTEM = new @Nullable Group[1024];
    private static final Numbered OTHERS = Numbered.hex("group ");

    static {
        Map<String, Service> services = new HashMap<>();
        for (String[] row : Rows.of("ads/groups")) {
            int number = Integer.decode(row[0]);
            Group group = new Group(row[2], service(row[3], number, services), service(row[4], number, services));
            (row[1].equals("0") ? ANYWHERE : OF_SYSTEM)[number] = group;
        }
    }

    private static @Nullable Service service(String cell, int number, Map<String, Service> known) {
        if (cell.equals("-")) {
            return null;
        }
        String[] parts = cell.split(":", -1);
        Verb verb = Verb.valueOf(parts[1].toUpperCase(Locale.ROOT));
        return known.computeIfAbsent(parts[0], name -> new Vocabulary.Listed(name, number, verb, ""));
    }

    /** The group with this number at a port; null where none is known. */
    static @Nullable Group of(long number, int port) {
        if (port == SYSTEM_SERVICE) {
            return number < OF_SYSTEM.length ? OF_SYSTEM[(int) number] : null;
        }
        return number < GROUPS ? ANYWHERE[(int) number] : null;
    }

    static String objects(long number, int port) {
        Group group = of(number, port);
        return group == null ? OTHERS.of(number) : group.objects;
    }

    static Service read(@Nullable Group group) {
        return group == null || group.read == null ? Command.READ : group.read;
    }

    static Service written(@Nullable Group group, Command plain) {
        return group == null || group.written == null ? plain : group.written;
    }

    /** Whether what is written with this group is a name, or a path. */
    static boolean takesName(long number, int port) {
        if (port == SYSTEM_SERVICE) {
            return number >= 0x64 && number <= 0x66
                    || number == FILE_OPEN
                    || number >= 0x83 && number <= 0x8b
                    || number == 0xc8;
        }
        return number == HANDLE_BY_NAME
                || number == VALUE_BY_NAME
                || number == INFO_BY_NAME
                || number == INFO_BY_NAME_EXTENDED;
    }
}
