// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import weir.analysis.Detectors;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Settings.Indicator;
import weir.analysis.detect.sigma.SigmaRule;
import weir.analysis.detect.signature.Rule;
import weir.model.Observer;
import weir.server.content.IndicatorFile;
import weir.server.content.Intake;
import weir.server.content.SigmaFile;
import weir.server.content.SuricataFile;
import weir.server.input.PolicyFile;
import weir.wire.flow.PacketListener;
import weir.wire.flow.StackSigns;
import weir.wire.signature.Signature;
import weir.wire.signature.SignatureWatch;

/** What detection is told beside the traffic: what is laid down for the plant, and signs of attackers. */
final class RulesOption {

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = {
                "What is laid down for the plant, in YAML: zones and what may pass between them, working hours,",
                "stations for remote access, limits. All of it: docs/policy.md."
            })
    private @Nullable Path policy;

    @Option(
            names = "--indicators",
            paramLabel = "FILE",
            description = "Signs of attackers to look for: a STIX 2.1 bundle, or events of MISP in JSON.")
    private List<Path> indicators = new ArrayList<>();

    @Option(
            names = "--sigma",
            paramLabel = "PATH",
            description = "Rules in Sigma to judge by: a file, or a folder with files. The subset: docs/sigma.md.")
    private List<Path> sigma = new ArrayList<>();

    @Option(
            names = "--suricata",
            paramLabel = "FILE",
            description = "Rules of Suricata to look for. The subset: docs/suricata.md.")
    private List<Path> suricata = new ArrayList<>();

    private final List<Signature> signatures = new ArrayList<>();

    boolean hasPolicy() {
        return policy != null;
    }

    /** All detectors, told of it; what was refused is said on {@code err}. */
    List<Detector> detectors(PrintWriter err) throws IOException {
        PolicyFile laidDown = policy == null ? PolicyFile.NONE : PolicyFile.read(policy);
        List<Indicator> signs = new ArrayList<>();
        for (Path file : indicators) {
            Intake intake = new Intake();
            signs.addAll(IndicatorFile.read(file, intake));
            say(err, file, intake);
        }
        List<SigmaRule> rules = new ArrayList<>();
        for (Path path : sigma) {
            Intake intake = new Intake();
            rules.addAll(SigmaFile.read(path, intake));
            say(err, path, intake);
        }
        List<Rule> intrusion = new ArrayList<>();
        signatures.clear();
        for (Path file : suricata) {
            Intake intake = new Intake();
            SuricataFile.Rules read = SuricataFile.read(file, intake);
            intrusion.addAll(read.all());
            signatures.addAll(read.packets());
            say(err, file, intake);
        }
        return Detectors.all(laidDown.settings().with(signs), laidDown.policy(), rules, intrusion);
    }

    /** Looks at the packets themselves, for what the rules of {@link #detectors} need of them. */
    PacketListener packets(Observer to) {
        PacketListener stacks = new StackSigns(to);
        return signatures.isEmpty() ? stacks : stacks.and(new SignatureWatch(signatures, to));
    }

    private static void say(PrintWriter err, Path file, Intake intake) {
        if (intake.refusedCount() > 0 || intake.takenCount() == 0) {
            err.println("weir: " + file + ": took " + intake.takenCount() + ", refused " + intake.refusedCount()
                    + "; why: weir content " + file);
            err.flush();
        }
    }
}
