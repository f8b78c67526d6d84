// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.server.content.IndicatorFile;
import weir.server.content.Intake;
import weir.server.content.SigmaFile;
import weir.server.content.SuricataFile;

/** Says what can be used of indicators and rules that others wrote. */
@Command(
        name = "content",
        mixinStandardHelpOptions = true,
        description = {
            "Says what weir analyze takes of indicators (STIX 2.1, MISP) and rules (Sigma, Suricata) of others, and what it",
            "refuses and why.",
            ""
        })
final class ContentCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = {
                "A STIX 2.1 bundle or events of MISP in JSON; rules in Sigma (.yml, or a",
                "folder) or of Suricata (.rules)."
            })
    private List<Path> files = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            for (Path file : files) {
                Intake intake = new Intake();
                if (SuricataFile.isOne(file)) {
                    SuricataFile.read(file, intake);
                } else if (SigmaFile.isOne(file)) {
                    SigmaFile.read(file, intake);
                } else {
                    IndicatorFile.read(file, intake);
                }
                out.println(file);
                print(out, "taken", intake.takenCount(), intake.taken());
                print(out, "refused", intake.refusedCount(), intake.refused());
                out.flush();
            }
            return ExitCode.DONE;
        } catch (IOException e) {
            return Problems.input(spec.commandLine().getErr(), e);
        }
    }

    private static void print(PrintWriter out, String what, long count, Map<String, Long> names) {
        out.printf("  %-8s %,9d%n", what, count);
        names.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> out.printf("    %,13d  %s%n", e.getValue(), e.getKey()));
    }
}
