// SPDX-License-Identifier: Apache-2.0
package weir.wire.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import weir.server.described.DescriptionFile;
import weir.wire.Protocol;
import weir.wire.described.Described;
import weir.wire.sensor.Protocols;

/** The descriptions of the checkout as protocols, before those that Weir knows by itself. */
final class Descriptions {

    static final List<Protocol> DESCRIBED =
            Stream.of("modbus", "genisys", "hislip").map(Descriptions::read).toList();

    static final List<Protocol> ALL = all();

    private Descriptions() {}

    private static List<Protocol> all() {
        List<Protocol> all = new ArrayList<>(DESCRIBED);
        all.addAll(Protocols.all());
        return List.copyOf(all);
    }

    private static Protocol read(String name) {
        Path root = Path.of(System.getProperty("weir.root", ".."));
        try {
            return new Described(DescriptionFile.read(root.resolve("descriptions/" + name + ".yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
