// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.server.output.OutputFolder;
import weir.server.output.findings.FindingFormat;
import weir.server.output.findings.Found;
import weir.server.output.findings.FoundFiles;

/** Writes findings and incidents in the format of another program. */
@Command(
        name = "findings",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the findings and incidents of an analysis in the format of another program.",
            "What goes where: docs/findings.md.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  weir export findings picture --format cef                     a line each",
            "  weir export findings picture --format stix --out bundle.json  one bundle"
        })
final class FindingsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "Where weir analyze --out has written.")
    private Path folder = Path.of(".");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "json, cef, leef, ecs, ocsf or stix; json unless given.",
            defaultValue = "json")
    private FindingFormat format = FindingFormat.JSON;

    @Option(names = "--out", paramLabel = "FILE", description = "Where it goes; standard output unless given.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final OutputStream standardOutput;

    FindingsCommand(OutputStream standardOutput) {
        this.standardOutput = standardOutput;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            Found found = FoundFiles.read(folder);
            write(found);
            return ExitCode.DONE;
        } catch (Unwritten e) {
            return out == null ? Problems.lines(err, e) : Problems.output(err, e, "--out");
        } catch (IOException e) {
            return Problems.input(err, e);
        }
    }

    private void write(Found found) throws Unwritten {
        Path file = out;
        try {
            if (file == null) {
                format.write(found, Main.Version.number(), new OutputStreamWriter(standardOutput, StandardCharsets.UTF_8));
                return;
            }
            Path parent = file.toAbsolutePath().getParent();
            Path name = file.getFileName();
            if (parent == null || name == null) {
                throw new IOException("is no file");
            }
            new OutputFolder(parent).write(name.toString(), to -> format.write(found, Main.Version.number(), to));
        } catch (IOException e) {
            throw new Unwritten(file == null ? Path.of("standard output") : file, Problems.reason(e));
        }
    }
}
