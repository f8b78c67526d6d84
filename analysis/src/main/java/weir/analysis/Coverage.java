// SPDX-License-Identifier: Apache-2.0
package weir.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Exercised;
import weir.analysis.detect.Technique;
import weir.analysis.detect.across.ChangePlan;
import weir.analysis.detect.across.Correlation;

/** Which techniques of ATT&amp;CK for ICS can be seen here, by what, and why not; computed from the registry. */
public final class Coverage {

    /**
     * What a site offers to look at.
     *
     * @param protocols protocols of the plant floor that were seen, in order
     * @param packets whether there are packets at all
     * @param logs whether logs of hosts are fed
     * @param plan whether there is a plan of changes
     */
    public record Site(Set<String> protocols, boolean packets, boolean logs, boolean plan) {}

    /**
     * One technique.
     *
     * @param detectors ids of the detectors that tell it
     * @param here of these, those that have what they need on this site
     * @param tested of these, those that a test has claim something
     * @param why what stands against it here; "" where nothing does
     */
    public record Line(
            Technique technique, List<String> detectors, List<String> here, List<String> tested, String why) {}

    private Coverage() {}

    /** All techniques, by id. */
    public static List<Line> of(Site site) {
        Set<Detection> built = built();
        List<Line> lines = new ArrayList<>();
        for (Technique technique : Technique.all()) {
            List<Detection> telling = built.stream()
                    .filter(d -> d.techniques().contains(technique.id()))
                    .sorted((a, b) -> a.id().compareTo(b.id()))
                    .toList();
            List<String> here = telling.stream()
                    .filter(d -> hasInput(d, site))
                    .map(Detection::id)
                    .toList();
            List<String> tested = telling.stream()
                    .map(Detection::id)
                    .filter(id -> !Exercised.by(id).isEmpty())
                    .toList();
            lines.add(new Line(
                    technique,
                    telling.stream().map(Detection::id).toList(),
                    here,
                    tested,
                    why(technique, telling, here)));
        }
        return lines;
    }

    /** The rows of the catalogue that something answers for. */
    public static Set<Detection> built() {
        Set<Detection> built = new TreeSet<>((a, b) -> a.id().compareTo(b.id()));
        Detectors.all().forEach(d -> built.addAll(d.detections()));
        built.addAll(Correlation.detections());
        built.addAll(ChangePlan.detections());
        return built;
    }

    private static boolean hasInput(Detection detection, Site site) {
        for (String input : detection.inputs().split(" ")) {
            boolean there = switch (input) {
                case "T", "V" -> !site.protocols.isEmpty();
                case "F", "A" -> site.packets;
                case "L" -> site.logs;
                case "P" -> site.plan;
                default -> false;
            };
            if (there) {
                return true;
            }
        }
        return false;
    }

    private static String why(Technique technique, List<Detection> telling, List<String> here) {
        if (!here.isEmpty()) {
            return "";
        }
        if (!telling.isEmpty()) {
            return "no input for it on this site";
        }
        return switch (technique.visibility()) {
            case 'X' -> "leaves no trace on a wired network";
            case 'L' -> "seen only inside the host: needs its logs";
            case 'C' -> "concluded from others only, by people";
            default -> "no detector is built for it yet";
        };
    }
}
