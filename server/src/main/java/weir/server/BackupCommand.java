// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import weir.store.Store;

/** Writes what a server remembers to a file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Writes what a server remembers (accounts, audit, incidents, list of captures) to a file, of one moment,",
            "while it runs. The captures themselves and the keys are files of the folder: copy them beside it.",
            ""
        })
final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The new file.")
    private @Nullable Path file;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "The folder of the server (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Path target = Objects.requireNonNull(file);
        try (Store store = DataFolder.store(data)) {
            if (Files.exists(target)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            store.backup(target);
            spec.commandLine().getOut().println("Written: " + target + ", " + Files.size(target) + " bytes");
            return ExitCode.DONE;
        } catch (FileAlreadyExistsException there) {
            spec.commandLine().getErr().println("weir: " + target + ": there is a file already; give a new name");
            return ExitCode.NO_OUTPUT;
        } catch (IOException e) {
            return Problems.input(spec.commandLine().getErr(), e);
        }
    }
}
