// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import weir.server.input.Stop;
import weir.server.output.KeptFiles;
import weir.wire.SinkOptions;

/** The option that keeps files and blocks of logic as they moved. */
final class KeepOption {

    private static final String NAME = "--keep-files";

    @Option(
            names = NAME,
            paramLabel = "DIR",
            description = "Keep the files and the control logic that moved in this folder, with a list of them in"
                    + " files.csv: the first 64 MiB of each, 1 GiB and 10,000 files in all.")
    private @Nullable Path folder;

    private @Nullable KeptFiles kept;

    /** The same wishes, and this one. */
    SinkOptions added(SinkOptions options) {
        if (folder == null) {
            return options;
        }
        KeptFiles files = new KeptFiles(folder, KeptFiles.Bounds.USUAL);
        kept = files;
        return options.keeping(files);
    }

    /** Stops as well where a file cannot be written. */
    Stop added(Stop stop) {
        return () -> stop.wished() || kept != null && kept.failure() != null;
    }

    /** Ends the list of files; false, and said so, where something could not be written. */
    boolean isWritten(PrintWriter err) {
        if (kept == null) {
            return true;
        }
        kept.close();
        IOException failure = kept.failure();
        if (failure != null) {
            Problems.output(err, failure, NAME);
            return false;
        }
        if (kept.turnedAway() > 0) {
            err.println("weir: there are more files than are kept; " + kept.turnedAway() + " were left out");
        }
        return true;
    }
}
