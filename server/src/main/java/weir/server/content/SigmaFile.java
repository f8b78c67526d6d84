// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import weir.analysis.detect.sigma.Logsource;
import weir.analysis.detect.sigma.SigmaRule;
import weir.analysis.detect.sigma.Unsupported;
import weir.model.Severity;
import weir.server.yaml.Entry;
import weir.server.yaml.Misdescribed;

/** Rules in Sigma: a file of YAML with one or several, or a folder of such files; docs/sigma.md has the subset. */
public final class SigmaFile {

    private static final long MOST_BYTES = 1 << 20;

    /** Files of one folder, with those below it. */
    private static final int MOST_FILES = 20_000;

    private SigmaFile() {}

    /** Whether a name is that of a file, or a folder, that may hold such rules. */
    public static boolean isOne(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".yml") || name.endsWith(".yaml") || Files.isDirectory(path);
    }

    /**
     * @param intake counts the rules that are taken, and those that are refused by why
     * @throws IOException if it cannot be read, or is no YAML; within a folder such a file is counted and left out
     */
    public static List<SigmaRule> read(Path path, Intake intake) throws IOException {
        List<SigmaRule> rules = new ArrayList<>();
        if (!Files.isDirectory(path)) {
            file(path, intake, rules);
            return rules;
        }
        for (Path file : files(path)) {
            try {
                file(file, intake, rules);
            } catch (Misdescribed broken) {
                intake.refuse("files that are no YAML, or too large");
            }
        }
        return rules;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(f -> Files.isRegularFile(f) && isOne(f))
                    .limit(MOST_FILES + 1L)
                    .sorted()
                    .toList();
            if (files.size() > MOST_FILES) {
                throw new IOException(folder + ": more than " + MOST_FILES + " files; give a smaller folder");
            }
            return files;
        }
    }

    private static void file(Path file, Intake intake, List<SigmaRule> rules) throws IOException {
        for (Entry document : Entry.readAll(file, "rule", MOST_BYTES)) {
            try {
                rules.add(rule(document.parts()));
                intake.take("rules");
            } catch (Unsupported why) {
                intake.refuse(Plainly.sentence(why.getMessage()));
            } catch (Misdescribed wrong) {
                intake.refuse("rules that are not formed as Sigma's");
            }
        }
    }

    private static SigmaRule rule(Map<String, Entry> parts) throws Unsupported, Misdescribed {
        if (parts.containsKey("correlation") || parts.containsKey("action")) {
            throw new Unsupported("rules that correlate others");
        }
        Entry source = parts.get("logsource");
        Entry detection = parts.get("detection");
        if (source == null || detection == null) {
            throw new Unsupported("documents without logsource and detection");
        }
        String status = text(parts, "status");
        if (status.equals("deprecated") || status.equals("unsupported")) {
            throw new Unsupported("rules that their writer calls", status);
        }
        String title = text(parts, "title");
        String id = text(parts, "id");
        return new SigmaRule(
                Plainly.name(id.isEmpty() ? title : id),
                Plainly.sentence(title.isEmpty() ? id : title),
                severity(text(parts, "level")),
                techniques(parts.get("tags")),
                benign(parts.get("falsepositives")),
                logsource(source.parts()),
                new SigmaDetection().condition(detection.parts()));
    }

    private static String text(Map<String, Entry> parts, String name) throws Misdescribed {
        Entry entry = parts.get(name);
        return entry == null ? "" : entry.text();
    }

    private static Logsource logsource(Map<String, Entry> parts) throws Unsupported, Misdescribed {
        return Logsource.of(text(parts, "category"), text(parts, "product"), text(parts, "service"));
    }

    private static Severity severity(String level) {
        return switch (level) {
            case "informational" -> Severity.INFO;
            case "low" -> Severity.LOW;
            case "high" -> Severity.HIGH;
            case "critical" -> Severity.CRITICAL;
            default -> Severity.MEDIUM;
        };
    }

    /** {@code attack.t1021.001} is T1021.001; tactics and groups are no techniques. */
    private static List<String> techniques(@Nullable Entry tags) throws Misdescribed {
        List<String> ids = new ArrayList<>();
        for (Entry tag : tags == null ? List.<Entry>of() : tags.elements()) {
            String text = tag.text().toLowerCase(Locale.ROOT);
            if (text.matches("attack\\.t\\d{4}(\\.\\d{3})?") && ids.size() < 16) {
                ids.add(text.substring("attack.".length()).toUpperCase(Locale.ROOT));
            }
        }
        return ids;
    }

    private static String benign(@Nullable Entry list) throws Misdescribed {
        if (list == null || list.isNothing()) {
            return "";
        }
        List<String> all = new ArrayList<>();
        for (Entry each : list.isList() ? list.elements() : List.of(list)) {
            all.add(each.text());
        }
        String text = String.join("; ", all);
        return text.equalsIgnoreCase("unknown") ? "" : Plainly.sentence(text);
    }
}
