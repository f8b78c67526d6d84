// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.IOException;
import java.nio.file.FileSystemException;
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
import weir.store.sql.Stores;

/** Makes a store of a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the store of a server of what weir backup wrote, all of it or nothing. The server is stopped then,",
            "and there is no store in its folder yet; put keys and captures there again from their copy.",
            ""
        })
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The backup.")
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
        try (DataFolder folder = DataFolder.take(data)) {
            Path store = DataFolder.storeFile(data);
            if (Files.exists(store)) {
                throw new FileSystemException(store.toString(), null, "there is a store already; move it away first");
            }
            Stores.restore(Objects.requireNonNull(file), store.toString(), System.getenv());
            spec.commandLine().getOut().println("Restored to " + folder.of(""));
            return ExitCode.DONE;
        } catch (IOException e) {
            return Problems.input(spec.commandLine().getErr(), e);
        }
    }
}
