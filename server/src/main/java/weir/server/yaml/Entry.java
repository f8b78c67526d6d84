// SPDX-License-Identifier: Apache-2.0
package weir.server.yaml;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value in a YAML file that knows where it stands, so that every complaint names line and field. */
public final class Entry {

    private final String file;
    private final String name;
    private final Node node;

    private Entry(String file, String name, Node node) {
        this.file = file;
        this.name = name;
        this.node = node;
    }

    /**
     * The whole of a file.
     *
     * @param name of what it holds, for complaints
     * @param mostBytes a larger file is refused
     */
    public static Entry read(Path file, String name, long mostBytes) throws IOException {
        List<Entry> all = readAll(file, name, mostBytes);
        if (all.isEmpty()) {
            throw new Misdescribed(file + ": line 1: the file is empty");
        }
        if (all.size() > 1) {
            throw all.get(1).wrong("one document is enough here; take out the line '---' before it");
        }
        return all.getFirst();
    }

    /** All documents of a file. */
    public static List<Entry> readAll(Path file, String name, long mostBytes) throws IOException {
        if (Files.size(file) > mostBytes) {
            throw new Misdescribed(file + ": larger than " + mostBytes + " bytes");
        }
        try (Reader in = Files.newBufferedReader(file)) {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(file.toString())
                    .setUseMarks(true)
                    .build();
            List<Entry> all = new ArrayList<>();
            for (Node root : new Compose(settings).composeAllFromReader(in)) {
                all.add(new Entry(file.toString(), name, root));
            }
            return all;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(0);
            throw new Misdescribed(file + ": line " + line + ": this is no YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new Misdescribed(file + ": this is no text in UTF-8");
            }
            throw new Misdescribed(file + ": this is no YAML: " + e.getMessage());
        } catch (CharacterCodingException e) {
            throw new Misdescribed(file + ": this is no text in UTF-8");
        }
    }

    /** A complaint about this value. */
    public Misdescribed wrong(String why) {
        int line = node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
        return new Misdescribed(file + ": line " + line + ", field '" + name + "': " + why);
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isText() {
        return node instanceof ScalarNode;
    }

    /** Nothing stands there, or {@code null}. */
    public boolean isNothing() {
        return node.getTag().equals(Tag.NULL);
    }

    public String text() throws Misdescribed {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw wrong("a text is needed");
    }

    public long number(long least, long most) throws Misdescribed {
        String text = text();
        try {
            long value = Long.decode(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong("'" + text + "' is no whole number");
        }
        throw wrong(text + " is not between " + least + " and " + most);
    }

    public boolean truth() throws Misdescribed {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            case String other -> throw wrong("'" + other + "' is neither true nor false");
        };
    }

    /** One of the constants of an enumeration, written in lower case. */
    public <E extends Enum<E>> E constant(Class<E> type) throws Misdescribed {
        String text = text();
        List<String> known = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String label = constant.name().toLowerCase(java.util.Locale.ROOT);
            if (label.equals(text)) {
                return constant;
            }
            known.add(label);
        }
        throw wrong("'" + text + "' is not known; one of " + String.join(", ", known));
    }

    /** Its parts by their name; a name that is not among {@code known} is a mistake. */
    public Map<String, Entry> parts(Set<String> known) throws Misdescribed {
        Map<String, Entry> parts = parts();
        for (Map.Entry<String, Entry> part : parts.entrySet()) {
            if (!known.contains(part.getKey())) {
                throw part.getValue()
                        .wrong("is not known here; one of "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        }
        return parts;
    }

    public Map<String, Entry> parts() throws Misdescribed {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("names with values are needed");
        }
        Map<String, Entry> parts = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = new Entry(file, name, tuple.getKeyNode()).text();
            parts.put(key, new Entry(file, key, tuple.getValueNode()));
        }
        return parts;
    }

    public List<Entry> elements() throws Misdescribed {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("a list is needed");
        }
        return sequence.getValue().stream().map(n -> new Entry(file, name, n)).toList();
    }

    /** A part that has to be there. */
    public Entry needed(Map<String, Entry> parts, String part) throws Misdescribed {
        @Nullable Entry entry = parts.get(part);
        if (entry == null) {
            throw wrong("'" + part + "' is missing");
        }
        return entry;
    }
}
