// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What somebody saw who looked at the packets of serious findings in captures without labels. */
final class Explanations {

    private static final String TABLE = "benign-findings.tsv";

    /** By capture and detectors. */
    private final Map<String, String> reasons = new HashMap<>();

    static Explanations read() {
        try (InputStream table = Objects.requireNonNull(Explanations.class.getResourceAsStream(TABLE), TABLE)) {
            return of(new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Explanations of(List<String> lines) {
        Explanations all = new Explanations();
        for (int i = 0; i < lines.size(); i++) {
            List<String> cells = Cells.of(lines.get(i), '\t');
            if (lines.get(i).startsWith("#")) {
                continue;
            }
            if (cells.size() != 5) {
                throw new IllegalArgumentException(TABLE + ", line " + (i + 1) + ": " + cells.size()
                        + " cells; write capture, detectors, frames, verdict and reason");
            }
            all.reasons.put(
                    cells.get(0) + " " + cells.get(1), cells.get(3) + ", frame " + cells.get(2) + ": " + cells.get(4));
        }
        return all;
    }

    /** @param finding a title, then detectors and severity in brackets */
    String beside(String capture, String finding) {
        String inside = finding.substring(finding.lastIndexOf('(') + 1);
        String detectors = inside.substring(0, Math.max(0, inside.lastIndexOf(',')));
        String reason = reasons.get(capture + " " + detectors);
        return capture + ": " + finding + ": " + (reason == null ? "NOT EXPLAINED" : reason);
    }
}
