// SPDX-License-Identifier: Apache-2.0
package weir.analysis.incident;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import weir.model.Finding;
import weir.model.Severity;

/** What findings mean for the operation of the plant, as far as the kind of deed tells. */
final class Impact {

    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry(
                    "stop",
                    "The controller does not run its program while it is stopped; its outputs go where they are set to go."),
            Map.entry("change_mode", "The controller may not run its program in this mode."),
            Map.entry(
                    "download", "The controller may run other logic from now on; compare it with the stored project."),
            Map.entry(
                    "update_firmware",
                    "The device is out of service while it is updated, and may behave otherwise after."),
            Map.entry("restart", "The device is out of service until it has started again."),
            Map.entry("erase", "The device may have lost its program or settings; have the backup ready."),
            Map.entry("force", "Forced values no longer follow the process or the program."),
            Map.entry("silence", "Operators may not see what this device does."),
            Map.entry("change_address", "The device may not be found by those that need it."),
            Map.entry("write", "The process may move to other values than the operators chose."),
            Map.entry("operate", "An output of the process was commanded."));

    private Impact() {}

    static String of(List<Finding> findings) {
        Set<String> sentences = new LinkedHashSet<>();
        for (Finding finding : findings) {
            String sentence = SENTENCES.get(finding.about());
            if (sentence != null && finding.severity().compareTo(Severity.MEDIUM) >= 0) {
                sentences.add(sentence);
            }
        }
        return String.join(" ", sentences);
    }
}
