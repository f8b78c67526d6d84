// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.threat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Watched;
import weir.model.Severity;
import weir.model.Transfer;

/** An archive of an engineering project that is no longer what it was under the same name. */
public final class ChangedProjects implements Detector {

    private static final Detection DETECTION = Detection.of("IT-12");

    /** What names of engineering projects end with. */
    static final List<String> ENDINGS = List.of(
            ".acd",
            ".l5x",
            ".l5k",
            ".rss",
            ".apa",
            ".mer",
            ".s7p",
            ".zap13",
            ".zap14",
            ".zap15",
            ".zap16",
            ".zap17",
            ".zap18",
            ".zap19",
            ".ap15",
            ".ap16",
            ".ap17",
            ".ap18",
            ".stu",
            ".sta",
            ".zef",
            ".xef",
            ".gxw",
            ".gx3",
            ".cxp",
            ".smc2",
            ".project",
            ".tnzip",
            ".tsproj",
            ".pcwex",
            ".mwp",
            ".scd",
            ".cid",
            ".icd");

    /** Projects remembered; the longest unseen is forgotten first. */
    private static final int MOST = 1024;

    private final Map<String, String> hashes = new Watched<>(MOST);

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.TRANSFERS);
    }

    static boolean isProject(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(lower::endsWith);
    }

    @Override
    public void transfer(Moment now, Transfer transfer) {
        if (transfer.sha256().isEmpty() || !isProject(transfer.name())) {
            return;
        }
        String key = transfer.subject().address() + " " + transfer.name();
        @Nullable String before = hashes.put(key, transfer.sha256());
        if (before == null || before.equals(transfer.sha256()) || now.stage() == Stage.LEARNING) {
            return;
        }
        Claim claim = now.claim(DETECTION, now.at().client(), transfer.subject(), transfer.name());
        if (claim.isNew()) {
            claim.title("Engineering project changed")
                    .severity(Severity.MEDIUM)
                    .confidence(0.5)
                    .expected(transfer.name() + " with SHA-256 " + before)
                    .seen("SHA-256 " + transfer.sha256())
                    .benignIf("an engineer saved the project anew")
                    .techniques(List.of("T0873"));
        }
    }
}
