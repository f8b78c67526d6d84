// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import weir.server.input.LogRecords;

/** Logs that are judged together with captures. */
final class LogsOption {

    @Option(
            names = "--logs",
            paramLabel = "LOG",
            description = {
                "A log of hosts, firewalls or other sensors, judged together with the captures by time;",
                "may be given several times, also without a capture. Formats: docs/logs.md."
            })
    private List<Path> files = new ArrayList<>();

    @Option(names = "--logs-zone", paramLabel = "ZONE", description = "Zone of their times that name none; else UTC.")
    private ZoneId zone = ZoneOffset.UTC;

    boolean isEmpty() {
        return files.isEmpty();
    }

    List<Path> files() {
        return files;
    }

    LogRecords read() throws IOException {
        return LogRecords.read(files, zone);
    }
}
