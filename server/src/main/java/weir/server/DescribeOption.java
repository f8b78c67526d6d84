// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import weir.server.described.DescriptionFile;
import weir.wire.Protocol;
import weir.wire.described.Described;
import weir.wire.sensor.Protocols;

/** The option that adds protocols by their descriptions; these are looked for before those that Weir knows by itself. */
final class DescribeOption {

    @Option(
            names = "--describe",
            paramLabel = "FILE",
            description =
                    "Also read the protocol that this file describes (docs/describing-a-protocol.md). May be given"
                            + " several times.")
    private List<Path> files = new ArrayList<>();

    List<Protocol> protocols() throws IOException {
        List<Protocol> all = new ArrayList<>();
        for (Path file : files) {
            all.add(new Described(DescriptionFile.read(file)));
        }
        all.addAll(Protocols.all());
        return all;
    }
}
