// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.server.input.Stop;
import weir.server.output.OutputFolder;
import weir.server.output.findings.FindingFormat;
import weir.server.output.findings.Found;
import weir.server.output.findings.FoundFiles;

/** Writes findings and incidents in the format of another program. */
@Command(
        name = "findings",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the findings and incidents of an analysis in the format of another program, or sends them to it.",
            "What goes where: docs/findings.md.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  weir export findings picture --format cef                     a line each",
            "  weir export findings picture --format stix --out bundle.json  one bundle",
            "  weir export findings picture --to syslog+tls://siem:6514 --ca siem.pem",
            "  weir export findings picture --to https://siem/weir --token-file token --format ocsf"
        })
final class FindingsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "Where weir analyze --out has written.")
    private Path folder = Path.of(".");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "json, cef, leef, ecs, ocsf or stix. Unless given: cef for syslog, else json.")
    private @Nullable FindingFormat format;

    @Option(names = "--out", paramLabel = "FILE", description = "Where it goes; standard output unless given.")
    private @Nullable Path out;

    @Mixin
    private SendOption send = new SendOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final OutputStream standardOutput;
    private final Stop stop;

    FindingsCommand(OutputStream standardOutput, Stop stop) {
        this.standardOutput = standardOutput;
        this.stop = stop;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            Found found = FoundFiles.read(folder);
            if (send.wished()) {
                return send.send(chosen(), found, folder, err, stop);
            }
            write(chosen(), found);
            return ExitCode.DONE;
        } catch (Unwritten e) {
            return out == null ? Problems.lines(err, e) : Problems.output(err, e, "--out");
        } catch (IOException e) {
            return Problems.input(err, e);
        }
    }

    private FindingFormat chosen() {
        FindingFormat given = format;
        if (given != null) {
            return given;
        }
        return send.toSyslog() ? FindingFormat.CEF : FindingFormat.JSON;
    }

    private void write(FindingFormat as, Found found) throws Unwritten {
        Path file = out;
        try {
            if (file == null) {
                as.write(found, Main.Version.number(), new OutputStreamWriter(standardOutput, StandardCharsets.UTF_8));
                return;
            }
            Path parent = file.toAbsolutePath().getParent();
            Path name = file.getFileName();
            if (parent == null || name == null) {
                throw new IOException("is no file");
            }
            new OutputFolder(parent).write(name.toString(), to -> as.write(found, Main.Version.number(), to));
        } catch (IOException e) {
            throw new Unwritten(file == null ? Path.of("standard output") : file, Problems.reason(e));
        }
    }
}
