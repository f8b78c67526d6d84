// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import weir.analysis.detect.signature.Rule;
import weir.wire.signature.Signature;

/** Rules of Suricata, a line each; docs/suricata.md has the subset. */
public final class SuricataFile {

    private static final long MOST_BYTES = 64L << 20;
    private static final int MOST_RULES = 100_000;
    private static final int LONGEST_RULE = 1 << 16;

    /** @param packets those that are looked for in packets */
    public record Rules(List<Rule> all, List<Signature> packets) {

        public static final Rules NONE = new Rules(List.of(), List.of());

        public Rules {
            all = List.copyOf(all);
            packets = List.copyOf(packets);
        }
    }

    private final Intake intake;
    private final List<Rule> all = new ArrayList<>();
    private final List<Signature> packets = new ArrayList<>();
    private final Set<String> known = new HashSet<>(); // no more than rules

    private SuricataFile(Intake intake) {
        this.intake = intake;
    }

    public static boolean isOne(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".rules");
    }

    /** @param intake counts the rules that are taken, and those that are refused by why */
    public static Rules read(Path file, Intake intake) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + ": is a folder; name the files with rules in it");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + ": larger than " + MOST_BYTES + " bytes; give fewer rules");
        }
        SuricataFile reading = new SuricataFile(intake);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.ISO_8859_1))) {
            reading.lines(lines);
        }
        return new Rules(reading.all, reading.packets);
    }

    /** A backslash at the end of a line takes the next one to it. */
    private void lines(BufferedReader lines) throws IOException {
        StringBuilder rule = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            boolean goesOn = line.endsWith("\\");
            rule.append(goesOn ? line.substring(0, line.length() - 1) : line);
            if (rule.length() > LONGEST_RULE) {
                intake.refuse("rules of more than " + LONGEST_RULE + " characters");
                rule.setLength(0);
            } else if (!goesOn) {
                rule(rule.toString().strip());
                rule.setLength(0);
            }
        }
        rule(rule.toString().strip());
    }

    private void rule(String text) {
        if (text.isEmpty() || text.startsWith("#")) {
            return;
        }
        if (all.size() >= MOST_RULES) {
            intake.refuse("rules beyond the first " + MOST_RULES);
            return;
        }
        try {
            SuricataRule rule = SuricataRule.read(text);
            String id = rule.rule().id();
            if (!known.add(id.substring(0, id.lastIndexOf(':')))) {
                throw new Refused("rules with a sid that stands before");
            }
            all.add(rule.rule());
            rule.signature().ifPresent(packets::add);
            intake.take(rule.rule().operation() == null ? "rules about packets" : "rules about operations");
        } catch (Refused why) {
            intake.refuse(Plainly.sentence(why.getMessage()));
        }
    }
}
