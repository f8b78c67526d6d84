// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.threat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.inventory.Families;
import weir.model.Severity;
import weir.model.Transfer;

/** Programs and scripts that are brought to a host or a device over the network. */
public final class ToolTransfers implements Detector {

    private static final Detection DETECTION = Detection.of("IT-02");

    /** What names of programs and scripts end with. */
    private static final List<String> ENDINGS = List.of(
            ".exe", ".dll", ".sys", ".scr", ".msi", ".ps1", ".vbs", ".bat", ".cmd", ".hta", ".jar", ".class", ".elf",
            ".sh", ".py");

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.TRANSFERS);
    }

    @Override
    public void transfer(Moment now, Transfer transfer) {
        String name = transfer.name().toLowerCase(Locale.ROOT);
        if (transfer.state() != Transfer.State.COMPLETE
                || now.stage() == Stage.LEARNING
                || Families.isIndustrial(transfer.protocol())
                || ENDINGS.stream().noneMatch(name::endsWith)) {
            return;
        }
        boolean pushed = transfer.way() == Transfer.Way.INTO_DEVICE
                && !transfer.protocol().startsWith("http");
        Claim claim = now.claim(DETECTION, now.at().client(), transfer.subject(), transfer.protocol());
        if (claim.isNew()) {
            claim.title(pushed ? "Program brought to a host" : "Program fetched by a host")
                    .severity(pushed ? Severity.MEDIUM : Severity.LOW)
                    .confidence(0.5)
                    .expected("programs come from the software distribution")
                    .seen(now.at().client() + " and " + now.at().server() + " in " + transfer.protocol());
        }
        claim.item(transfer.name() + (transfer.sha256().isEmpty() ? "" : " (SHA-256 " + transfer.sha256() + ")"));
    }
}
