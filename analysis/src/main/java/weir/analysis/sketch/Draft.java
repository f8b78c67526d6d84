// SPDX-License-Identifier: Apache-2.0
package weir.analysis.sketch;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A first description of an unknown protocol, to be gone on with by somebody who knows the machine. */
public final class Draft {

    private Draft() {}

    /**
     * @param name of the protocol
     * @param transport {@code tcp} or {@code udp}
     * @return the text of a description file
     */
    public static String of(Sketch sketch, String name, String transport, int port) {
        StringBuilder text = new StringBuilder();
        text.append("# A sketch: ")
                .append(sketch.sentence())
                .append(".\n# Rename the fields and services as you learn what they are.\n");
        text.append("protocol: ").append(name).append('\n');
        text.append("over: [").append(transport).append(' ').append(port).append("]\n");
        messages(sketch, transport, text);
        marks(sketch, text);
        text.append("fields:\n");
        fields(sketch, text);
        text.append("  - {type: bytes}\n");
        if (sketch.kind() >= 0) {
            text.append("operations:\n");
            for (Map.Entry<Integer, Integer> kind : sketch.kinds().entrySet()) {
                text.append(String.format(
                        Locale.ROOT,
                        "  0x%02x: {name: kind_%02x}    # %d seen%n",
                        kind.getKey(),
                        kind.getKey(),
                        kind.getValue()));
            }
        }
        return text.toString();
    }

    private static void messages(Sketch sketch, String transport, StringBuilder text) {
        Sketch.Number length = sketch.length();
        if (length != null) {
            text.append(String.format(
                    Locale.ROOT,
                    "messages:%n  length: {at: %d, size: %d, add: %d, order: %s}%n",
                    length.at(),
                    length.size(),
                    length.add(),
                    length.little() ? "little" : "big"));
        } else if (sketch.shortest() == sketch.longest()) {
            text.append("messages: {fixed: ").append(sketch.shortest()).append("}\n");
        } else if (sketch.form() == Sketch.Form.TEXT) {
            text.append("messages:\n  end: {octet: 0x0a}\n");
        } else if (transport.equals("udp")) {
            text.append("messages: {whole: true}\n");
        } else {
            text.append("# how long a message is could not be seen; this takes the shortest one\nmessages: {fixed: ")
                    .append(sketch.shortest())
                    .append("}\n");
        }
    }

    private static void marks(Sketch sketch, StringBuilder text) {
        if (!sketch.constants().isEmpty()) {
            text.append("marks:\n");
            sketch.constants()
                    .forEach((at, value) ->
                            text.append(String.format(Locale.ROOT, "  - {at: %d, bytes: \"%02x\"}%n", at, value)));
        }
    }

    /** Fields of the header in order; octets between them are skipped. */
    private static void fields(Sketch sketch, StringBuilder text) {
        Map<Integer, String> fields = new TreeMap<>();
        Map<Integer, Integer> sizes = new TreeMap<>();
        put(fields, sizes, sketch.length(), "length", "");
        put(fields, sizes, sketch.counter(), "counter", "");
        put(fields, sizes, sketch.echo(), "number", ", is: transaction");
        if (sketch.kind() >= 0) {
            put(fields, sizes, new Sketch.Number(sketch.kind(), 1, false, 0), "kind", ", is: operation");
        }
        int at = 0;
        for (Map.Entry<Integer, String> field : fields.entrySet()) {
            if (field.getKey() > at) {
                text.append("  - {type: bytes, length: ")
                        .append(field.getKey() - at)
                        .append("}\n");
            }
            text.append("  - ").append(field.getValue()).append('\n');
            at = field.getKey() + sizes.getOrDefault(field.getKey(), 0);
        }
    }

    private static void put(
            Map<Integer, String> fields,
            Map<Integer, Integer> sizes,
            Sketch.@Nullable Number number,
            String name,
            String role) {
        if (number == null) {
            return;
        }
        for (Map.Entry<Integer, Integer> taken : sizes.entrySet()) {
            if (number.at() < taken.getKey() + taken.getValue() && taken.getKey() < number.at() + number.size()) {
                return;
            }
        }
        String order = number.size() > 1 && number.little() ? ", order: little" : "";
        fields.put(number.at(), "{name: " + name + ", type: u" + number.size() * 8 + order + role + "}");
        sizes.put(number.at(), number.size());
    }
}
