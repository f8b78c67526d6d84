// SPDX-License-Identifier: Apache-2.0
package weir.server.described;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import weir.model.Verb;
import weir.server.yaml.Entry;
import weir.server.yaml.Misdescribed;
import weir.wire.Carrier;
import weir.wire.described.Description;
import weir.wire.described.Formula;
import weir.wire.described.Framing;
import weir.wire.described.Mark;

/** Reads a protocol description (docs/describing-a-protocol.md). */
public final class DescriptionFile {

    private static final int MOST_BYTES = 1 << 20;
    private static final int LONGEST_MESSAGE = 1 << 16;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final Set<String> PARTS = Set.of(
            "protocol",
            "over",
            "order",
            "messages",
            "marks",
            "unit",
            "itself",
            "request",
            "notice",
            "fields",
            "operations",
            "refusals",
            "about");

    private DescriptionFile() {}

    public static Description read(Path file) throws IOException {
        return description(Entry.read(file, "description", MOST_BYTES));
    }

    private static Description description(Entry root) throws Misdescribed {
        Map<String, Entry> parts = root.parts(PARTS);
        Entry name = root.needed(parts, "protocol");
        if (!NAME.matcher(name.text()).matches()) {
            throw name.wrong("lower-case letters, digits and underscores only, a letter first");
        }
        boolean little = little(parts.get("order"));
        Fields fields = new Fields(little);
        var steps = fields.read(root.needed(parts, "fields"));
        List<Carrier> carriers = carriers(root.needed(parts, "over"));
        Framing framing = framing(root.needed(parts, "messages"), little);
        boolean streams = carriers.stream().anyMatch(c -> c.kind() == Carrier.Kind.TCP);
        if (streams && framing instanceof Framing.Whole) {
            throw root.needed(parts, "messages").wrong("over TCP a message needs a length, a fixed length or an end");
        }
        return new Description(
                name.text(),
                carriers,
                framing,
                marks(parts.get("marks")),
                steps,
                fields.slots(),
                text(parts.get("unit"), "unit "),
                numbers(parts.get("itself")),
                formula(parts.get("request"), fields),
                formula(parts.get("notice"), fields),
                operations(parts.get("operations")),
                refusals(parts.get("refusals")));
    }

    static boolean little(@Nullable Entry order) throws Misdescribed {
        return switch (text(order, "big")) {
            case "big" -> false;
            case "little" -> true;
            case String other -> throw java.util.Objects.requireNonNull(order).wrong("'" + other + "': big or little");
        };
    }

    static String text(@Nullable Entry entry, String otherwise) throws Misdescribed {
        return entry == null ? otherwise : entry.text();
    }

    private static @Nullable Formula formula(@Nullable Entry entry, Fields fields) throws Misdescribed {
        return entry == null ? null : fields.formula(entry);
    }

    private static List<Carrier> carriers(Entry over) throws Misdescribed {
        List<Carrier> carriers = new ArrayList<>();
        for (Entry entry : over.elements()) {
            String[] words = entry.text().split(" ", 2);
            long number;
            try {
                number = words.length < 2 ? 0 : Long.decode(words[1].strip());
            } catch (NumberFormatException e) {
                throw entry.wrong("'" + entry.text() + "': a kind and a number: tcp 502");
            }
            if (number < 0 || number > 0xffff) {
                throw entry.wrong(number + " is no port or type");
            }
            carriers.add(
                    switch (words[0]) {
                        case "tcp" -> Carrier.tcp((int) number);
                        case "udp" -> Carrier.udp((int) number);
                        case "ether" -> Carrier.etherType((int) number);
                        case String other -> throw entry.wrong("'" + other + "': tcp, udp or ether");
                    });
        }
        return carriers;
    }

    private static Framing framing(Entry messages, boolean little) throws Misdescribed {
        Map<String, Entry> parts = messages.parts(Set.of("whole", "fixed", "length", "end"));
        if (parts.size() != 1) {
            throw messages.wrong("one of whole, fixed, length, end");
        }
        Map.Entry<String, Entry> only = parts.entrySet().iterator().next();
        Entry value = only.getValue();
        return switch (only.getKey()) {
            case "fixed" -> new Framing.Fixed((int) value.number(1, LONGEST_MESSAGE));
            case "length" -> counted(value, little);
            case "end" -> ended(value);
            default -> new Framing.Whole();
        };
    }

    private static Framing counted(Entry length, boolean little) throws Misdescribed {
        Map<String, Entry> parts = length.parts(Set.of("at", "size", "add", "least", "most", "order"));
        Entry order = parts.get("order");
        int at = (int) length.needed(parts, "at").number(0, 1024);
        int size = (int) length.needed(parts, "size").number(1, 8);
        return new Framing.Counted(
                at,
                size,
                order == null ? little : little(order),
                (int) number(parts.get("add"), -1024, 1024, 0),
                (int) number(parts.get("least"), 1, LONGEST_MESSAGE, at + size),
                (int) number(parts.get("most"), 1, LONGEST_MESSAGE, LONGEST_MESSAGE));
    }

    private static Framing ended(Entry end) throws Misdescribed {
        Map<String, Entry> parts = end.parts(Set.of("octet", "most", "escape"));
        return new Framing.Ended(
                (int) end.needed(parts, "octet").number(0, 255),
                (int) number(parts.get("most"), 1, LONGEST_MESSAGE, 4096),
                (int) number(parts.get("escape"), 0, 255, -1));
    }

    private static Set<Long> numbers(@Nullable Entry list) throws Misdescribed {
        Set<Long> all = new HashSet<>();
        for (Entry entry : list == null ? List.<Entry>of() : list.elements()) {
            all.add(entry.number(0, Integer.MAX_VALUE));
        }
        return all;
    }

    static long number(@Nullable Entry entry, long least, long most, long otherwise) throws Misdescribed {
        return entry == null ? otherwise : entry.number(least, most);
    }

    private static List<Mark> marks(@Nullable Entry marks) throws Misdescribed {
        List<Mark> all = new ArrayList<>();
        for (Entry mark : marks == null ? List.<Entry>of() : marks.elements()) {
            Map<String, Entry> parts = mark.parts(Set.of("at", "bytes", "one_of"));
            Entry bytes = parts.get("bytes");
            List<Entry> values = bytes == null ? mark.needed(parts, "one_of").elements() : List.of(bytes);
            List<byte[]> octets = new ArrayList<>();
            for (Entry value : values) {
                octets.add(hex(value));
                if (octets.getFirst().length != octets.getLast().length) {
                    throw value.wrong("all must be of one length");
                }
            }
            all.add(new Mark((int) mark.needed(parts, "at").number(0, 1024), octets));
        }
        return all;
    }

    private static byte[] hex(Entry value) throws Misdescribed {
        try {
            byte[] octets = HexFormat.of().parseHex(value.text().replace(" ", ""));
            if (octets.length > 0) {
                return octets;
            }
        } catch (IllegalArgumentException e) {
            // told below, as an empty one is
        }
        throw value.wrong("'" + value.text() + "' is not hexadecimal; write it in quotes: \"48 53\"");
    }

    private static Map<Long, Description.Operation> operations(@Nullable Entry table) throws Misdescribed {
        Map<Long, Description.Operation> all = new HashMap<>();
        for (Map.Entry<String, Entry> row : table == null
                ? Map.<String, Entry>of().entrySet()
                : table.parts().entrySet()) {
            Map<String, Entry> parts = row.getValue().parts(Set.of("name", "verb", "space"));
            Entry name = row.getValue().needed(parts, "name");
            if (!NAME.matcher(name.text()).matches()) {
                throw name.wrong("'" + name.text() + "': lower-case letters, digits and underscores only");
            }
            Entry verb = parts.get("verb");
            long code = code(row);
            all.put(
                    code,
                    new Description.Operation(
                            name.text(),
                            (int) code,
                            verb == null ? Verb.OTHER : verb.constant(Verb.class),
                            text(parts.get("space"), "")));
        }
        return all;
    }

    private static Map<Long, String> refusals(@Nullable Entry table) throws Misdescribed {
        Map<Long, String> all = new HashMap<>();
        for (Map.Entry<String, Entry> row : table == null
                ? Map.<String, Entry>of().entrySet()
                : table.parts().entrySet()) {
            all.put(code(row), row.getValue().text());
        }
        return all;
    }

    private static long code(Map.Entry<String, Entry> row) throws Misdescribed {
        try {
            return Long.decode(row.getKey());
        } catch (NumberFormatException e) {
            throw row.getValue().wrong("'" + row.getKey() + "' is no number of a service or reason");
        }
    }
}
