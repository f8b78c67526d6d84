// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.across;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import weir.analysis.detect.Detection;
import weir.model.Address;
import weir.model.Finding;
import weir.model.Severity;

/**
 * Work that was approved: who may change what, and when. What was done as approved becomes a record; where such a plan
 * is kept at all, what changes a controller without being in it is a finding of its own.
 */
public final class ChangePlan {

    private static final Detection DETECTION = Detection.of("XC-03");

    /** What has to be announced. */
    private static final Set<String> CHANGES =
            Set.of("PR-01", "PR-02", "PR-04", "PR-05", "PR-07", "PR-10", "PR-14", "PR-15");

    /**
     * One approved piece of work.
     *
     * @param id number of the ticket
     * @param who who does it
     * @param what what is done, in words
     * @param source station it is done from; {@link Address#NONE} for any
     * @param target device it is done to; {@link Address#NONE} for any
     * @param from nanoseconds since the epoch
     * @param until nanoseconds since the epoch
     */
    public record Change(String id, String who, String what, Address source, Address target, long from, long until) {

        boolean covers(Finding finding) {
            return finding.start() >= from
                    && finding.end() <= until
                    && (source.kind() == Address.Kind.NONE || source.equals(finding.source()))
                    && (target.kind() == Address.Kind.NONE
                            || target.equals(finding.target().address()));
        }
    }

    private final List<Change> changes;

    public ChangePlan(List<Change> changes) {
        this.changes = List.copyOf(changes);
    }

    /** The row of the catalogue that it answers for. */
    public static Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    /** The findings, those that were approved as records, and those that were not where they had to be. */
    public List<Finding> judge(List<Finding> findings) {
        if (changes.isEmpty()) {
            return findings;
        }
        List<Finding> judged = new ArrayList<>();
        for (Finding finding : findings) {
            Change approved = changes.stream()
                    .filter(c -> isWork(finding) && c.covers(finding))
                    .findFirst()
                    .orElse(null);
            judged.add(approved == null ? finding : record(finding, approved));
            if (approved == null && CHANGES.contains(finding.detector()) && Together.matters(finding)) {
                judged.add(Together.of(
                        DETECTION,
                        "Change without a ticket: " + finding.title(),
                        Severity.HIGH,
                        0.8,
                        "each change of a controller is in the plan of changes, which has " + changes.size(),
                        List.of(finding)));
            }
        }
        return judged;
    }

    /** Approval covers work on devices and what is new about it, never attacks on hosts. */
    private static boolean isWork(Finding finding) {
        return finding.detector().startsWith("PR-") || finding.detector().startsWith("BL-");
    }

    private static Finding record(Finding f, Change by) {
        return new Finding(
                f.id(),
                f.detector(),
                f.title(),
                Severity.INFO,
                f.confidence(),
                f.source(),
                f.target(),
                f.about(),
                f.start(),
                f.end(),
                f.firstPacket(),
                f.lastPacket(),
                f.count(),
                "approved as " + by.id() + ": " + by.what() + ", by " + by.who(),
                f.seen(),
                f.benignIf(),
                f.techniques());
    }
}
