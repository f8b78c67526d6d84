// SPDX-License-Identifier: Apache-2.0
package weir.server.zeek;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import weir.model.Transport;

/** What Zeek and its parsers call the protocols that are spoken; one that they do not know keeps its own name. */
final class Services {

    private static final Map<String, String> NAMES = names();

    private Services() {}

    static String of(String protocol, Transport transport) {
        String named = NAMES.get(protocol + "/" + transport);
        return named != null ? named : NAMES.getOrDefault(protocol, protocol);
    }

    /** Rows of protocol (or protocol and transport between a slash) and service. */
    private static Map<String, String> names() {
        try (InputStream in = Services.class.getResourceAsStream("services.table")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
