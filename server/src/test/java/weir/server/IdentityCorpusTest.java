// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.wire.Corpus;
import weir.wire.NeedsCorpus;

/** Who devices say they are in the real captures: in {@code assets.json}, each with the packet that says it. */
@NeedsCorpus
class IdentityCorpusTest {

    /** Keys of the truth that name a device, as {@code protocol key}. */
    private static final Set<String> NAMING = Set.of(
            "cip id.product", "enip lir.name", "lldp sysname", "cdp deviceid", "profinet dcp.name", "dhcp hostname");

    /** Names that a PROFINET controller looks for with Identify requests, and that nobody in the capture answers to. */
    private static final Map<String, List<String>> NOBODYS = Map.of(
            "profinet/iti__PROFINET-RT.pcap",
            List.of(
                    "pn-io", "switch1", "switch2", "switch3", "switch4", "switch5", "switch6", "switch7", "swln3",
                    "swln4"),
            "profinet/malcolm__PROFINET.pcap",
            List.of("flm-pn-bk-2tx4", "turck"));

    @TempDir
    Path folder;

    @Test
    void every_name_that_the_truth_lists_is_found_with_its_packet() throws IOException {
        Map<String, List<String>> names = new TreeMap<>();
        for (Corpus.Truth truth : Corpus.truth()) {
            int equals = truth.key().indexOf('=');
            if (equals > 0
                    && NAMING.contains(truth.protocol() + " " + truth.key().substring(0, equals))) {
                names.computeIfAbsent(truth.capture(), c -> new ArrayList<>())
                        .add(truth.key().substring(equals + 1));
            }
        }
        assertThat(names).hasSizeGreaterThan(10);
        List<String> missing = new ArrayList<>();
        List<String> nobodys = new ArrayList<>();
        NOBODYS.forEach((capture, asked) -> asked.forEach(name -> nobodys.add(capture + ": " + name)));
        for (Map.Entry<String, List<String>> capture : names.entrySet()) {
            List<Known> known = known(capture.getKey());
            capture.getValue().stream()
                    .filter(name -> known.stream()
                            .noneMatch(k -> k.packet() > 0 && k.value().contains(name)))
                    .forEach(name -> missing.add(capture.getKey() + ": " + name));
        }
        assertThat(missing).containsExactlyInAnyOrderElementsOf(nobodys);
    }

    private List<Known> known(String capture) throws IOException {
        Path out = folder.resolve("picture");
        Weir.Ran ran =
                Weir.run("analyze", "--quiet", "--out", out, Corpus.folder().resolve(capture));
        assertThat(ran.exit()).as(capture).isIn(ExitCode.DONE, ExitCode.DAMAGED);
        return Known.read(Files.readString(out.resolve("assets.json")));
    }
}
