// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import weir.analysis.detect.signature.OperationTest;
import weir.analysis.detect.signature.Rule;
import weir.model.Severity;
import weir.model.Sighting;
import weir.wire.signature.Header;
import weir.wire.signature.PacketTest;
import weir.wire.signature.Signature;
import weir.wire.signature.Threshold;

/**
 * One rule of Suricata.
 *
 * <pre>
 * action protocol addresses ports -> addresses ports (keyword; keyword: value; keyword: "text"; ...)
 * </pre>
 *
 * @param signature what to look for in packets; none for a rule about operations
 */
record SuricataRule(Rule rule, Optional<Signature> signature) {

    private static final int HEAD_WORDS = 7;
    private static final int MOST_KEYWORDS = 500;

    private static final Map<String, Severity> BY_PRIORITY =
            Map.of("1", Severity.HIGH, "2", Severity.MEDIUM, "3", Severity.LOW, "4", Severity.INFO);

    /** Industrial protocols of heads of rules, and as what their operations are told. */
    private static final Map<String, Set<String>> SPOKEN =
            Map.of("modbus", Set.of("modbus", "umas"), "dnp3", Set.of("dnp3"), "enip", Set.of("enip", "cip", "pccc"));

    /** A keyword, with its value or "". */
    record Keyword(String name, String value) {}

    static SuricataRule read(String text) throws Refused {
        int open = text.indexOf('(');
        if (open < 0 || !text.endsWith(")")) {
            throw new Refused("rules that are not formed as Suricata's");
        }
        List<String> head = words(text.substring(0, open));
        if (head.size() != HEAD_WORDS) {
            throw new Refused("rules that are not formed as Suricata's");
        }
        switch (head.getFirst()) {
            case "alert", "drop", "reject" -> {}
            default -> throw new Refused("rules with the action " + Plainly.name(head.getFirst()));
        }
        Header header = SuricataHeader.read(head.subList(1, HEAD_WORDS));
        return new Building(head.get(1)).of(header, keywords(text.substring(open + 1, text.length() - 1)));
    }

    /** Between spaces, but for those within brackets. */
    private static List<String> words(String head) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int depth = 0;
        for (char c : (head + " ").toCharArray()) {
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            if (!Character.isWhitespace(c)) {
                word.append(c);
            } else if (depth <= 0 && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        return words;
    }

    /** Up to semicolons that stand in no text and after no backslash. */
    private static List<Keyword> keywords(String text) throws Refused {
        List<Keyword> keywords = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                keywords.add(keyword(text.substring(from, i).strip()));
                from = i + 1;
            }
        }
        if (quoted || !text.substring(from).isBlank() || keywords.size() > MOST_KEYWORDS) {
            throw new Refused("rules that are not formed as Suricata's");
        }
        return keywords;
    }

    private static Keyword keyword(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Keyword(text, "")
                : new Keyword(
                        text.substring(0, colon).strip(),
                        text.substring(colon + 1).strip());
    }

    /** A rule that is being put together. */
    private static final class Building {

        private final String protocol;
        private final SuricataBody body = new SuricataBody();
        private final List<PacketTest> marks = new ArrayList<>();
        private final List<OperationTest> operations = new ArrayList<>();
        private final List<String> techniques = new ArrayList<>();
        private String text = "";
        private String gid = "1";
        private String sid = "";
        private String rev = "0";
        private String classtype = "";
        private @Nullable Severity priority;
        private @Nullable Threshold threshold;
        private @Nullable Boolean toServer;

        Building(String protocol) {
            this.protocol = protocol;
        }

        SuricataRule of(Header header, List<Keyword> keywords) throws Refused {
            for (Keyword keyword : keywords) {
                if (!body.take(keyword) && !about(keyword) && !mark(keyword)) {
                    operations.add(SuricataOperations.read(keyword));
                }
            }
            if (sid.isEmpty()) {
                throw new Refused("rules without a sid");
            }
            if (operations.isEmpty() && SPOKEN.containsKey(protocol)) {
                if (!looksAtPackets()) {
                    throw new Refused("rules about all packets of a protocol");
                }
                operations.add(new OperationTest.Speaks(SPOKEN.getOrDefault(protocol, Set.of())));
            }
            String id = gid + ":" + sid + ":" + rev;
            String title = text.isEmpty() ? id : text;
            Severity graded = priority == null ? SuricataClasses.severity(classtype) : priority;
            boolean packets = operations.isEmpty() || looksAtPackets();
            if (!operations.isEmpty() && threshold != null) {
                throw new Refused("rules that count operations of a protocol");
            }
            Rule rule = new Rule(id, title, graded, techniques, between(header), packets, operation());
            Signature signature = new Signature(id, title, graded, header, marks, body.tests(), threshold);
            return new SuricataRule(rule, packets ? Optional.of(signature) : Optional.empty());
        }

        /** Beyond its way, which an operation has too. */
        private boolean looksAtPackets() {
            return !body.tests().isEmpty()
                    || marks.stream()
                            .anyMatch(m -> !(m instanceof PacketTest.Way) && !(m instanceof PacketTest.Established));
        }

        private @Nullable OperationTest operation() {
            if (operations.isEmpty()) {
                return null;
            }
            return operations.size() == 1 ? operations.getFirst() : new OperationTest.All(operations);
        }

        private Predicate<Sighting> between(Header header) {
            Boolean way = toServer;
            return way == null ? header::holds : at -> at.fromClient() == way && header.holds(at);
        }

        /** What the rule says of itself. */
        private boolean about(Keyword keyword) throws Refused {
            switch (keyword.name) {
                case "msg" -> text = Plainly.sentence(message(keyword.value));
                case "gid" -> gid = Long.toString(SuricataNumbers.whole(keyword.value));
                case "sid" -> sid = Long.toString(SuricataNumbers.whole(keyword.value));
                case "rev" -> rev = Long.toString(SuricataNumbers.whole(keyword.value));
                case "priority" -> priority = BY_PRIORITY.getOrDefault(keyword.value, Severity.LOW);
                case "metadata" -> techniques(keyword.value);
                case "classtype" -> classtype = keyword.value;
                case "noalert" -> throw new Refused("rules that alert nobody");
                case "reference", "target", "fast_pattern", "rawbytes" -> {}
                default -> {
                    return false;
                }
            }
            return true;
        }

        private static String message(String value) throws Refused {
            return SuricataBody.unquoted(value).replaceAll("\\\\(.)", "$1");
        }

        private void techniques(String metadata) {
            for (String entry : metadata.split(",")) {
                String[] words = entry.strip().split("\\s+");
                if (words.length == 2
                        && words[0].equals("mitre_technique_id")
                        && words[1].matches("T\\d{4}(\\.\\d{3})?")
                        && !techniques.contains(words[1])) {
                    techniques.add(words[1]);
                }
            }
        }

        /** What has to hold of the packet as a whole. */
        private boolean mark(Keyword keyword) throws Refused {
            switch (keyword.name) {
                case "flow" -> flow(keyword.value);
                case "dsize" -> marks.add(SuricataMarks.size(keyword.value));
                case "flags" -> marks.add(SuricataMarks.flags(keyword.value));
                case "threshold", "detection_filter" ->
                    threshold = SuricataMarks.threshold(keyword.name, keyword.value);
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void flow(String value) throws Refused {
            for (String word : value.split(",")) {
                switch (word.strip()) {
                    case "to_server", "from_client" -> way(true);
                    case "to_client", "from_server" -> way(false);
                    case "established" -> marks.add(new PacketTest.Established());
                    case "stateless" -> {}
                    case String other -> throw new Refused("rules with flow " + Plainly.name(other));
                }
            }
        }

        private void way(boolean server) {
            toServer = server;
            marks.add(new PacketTest.Way(server));
        }
    }
}
