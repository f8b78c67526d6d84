// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those who built the sample plant know of it, against what Weir found out from its capture. */
class SamplePlantTest {

    private static final Path FACTS = Weir.ROOT.resolve("samples/plant.facts.tsv");

    /** What a device is told to be, by the words of the facts. */
    private static final Map<String, Set<String>> ROLES = Map.ofEntries(
            Map.entry("router between office and plant", Set.of("firewall", "router")),
            Map.entry("management address of the plant's switch", Set.of("switch")),
            Map.entry("controller of the raw water intake", Set.of("plc")),
            Map.entry("Modbus gateway of the filter hall, serial units 1, 2 and 3", Set.of("gateway")),
            Map.entry("controller of the bottle packer", Set.of("plc")),
            Map.entry("variable speed drive of the conveyor", Set.of("drive")),
            Map.entry("operators' SCADA server and control room", Set.of("scada_server")),
            Map.entry("engineering workstation, addressed by DHCP", Set.of("engineering_workstation")),
            Map.entry("label printer of line 2", Set.of("printer")),
            Map.entry("historian with a web page", Set.of("historian")),
            Map.entry("DNS and DHCP", Set.of("server")),
            Map.entry("outstation of the river intake", Set.of("rtu")));

    /** Attributes whose value a device says of itself, in these words. */
    private static final Set<String> SAID = Set.of(
            "name",
            "name (LLDP)",
            "name (DNS)",
            "description",
            "description (LLDP)",
            "port (LLDP)",
            "location",
            "vendor",
            "vendor class",
            "model",
            "product",
            "order number",
            "firmware",
            "hardware",
            "serial",
            "memory card",
            "mode",
            "project",
            "software");

    @TempDir
    Path folder;

    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, String> addressByHost = new HashMap<>();
    private List<Known> known = List.of();

    private record Fact(String host, String attribute, String value) {}

    @BeforeEach
    void analyze() throws IOException {
        assertThat(Weir.run("analyze", "--quiet", "--out", folder, Weir.SAMPLE).exit())
                .isEqualTo(ExitCode.DONE);
        known = Known.read(Files.readString(folder.resolve("assets.json")));
        for (String row : Files.readAllLines(FACTS)) {
            String[] cells = row.split("\t", -1);
            if (!row.startsWith("#")) {
                facts.add(new Fact(cells[0], cells[1], cells[2]));
                if (cells[1].equals("ip")) {
                    addressByHost.put(cells[0], cells[2]);
                }
            }
        }
    }

    @Test
    void every_host_has_its_addresses_level_and_role() {
        assertThat(missing(Set.of("ip", "mac", "level", "role"))).isEmpty();
    }

    @Test
    void what_a_device_says_of_itself_is_found_with_its_packet() {
        assertThat(missing(SAID)).isEmpty();
    }

    @Test
    void no_device_is_found_that_is_not_there() {
        Set<String> there = Set.copyOf(addressByHost.values());
        assertThat(known)
                .allSatisfy(k -> assertThat(there).contains(k.asset().split("/", 2)[0]))
                .noneMatch(k -> k.asset().equals("10.20.10.20/unit 9"))
                .extracting(Known::asset)
                .contains("10.20.10.20/unit 1", "10.20.10.20/unit 2", "10.20.10.20/unit 3");
    }

    private List<Fact> missing(Set<String> attributes) {
        List<Fact> asked =
                facts.stream().filter(f -> attributes.contains(f.attribute)).toList();
        assertThat(asked).hasSizeGreaterThan(20);
        return asked.stream()
                .filter(fact -> of(fact.host).stream().noneMatch(k -> tells(k, fact)))
                .toList();
    }

    private List<Known> of(String host) {
        String address = addressByHost.getOrDefault(host, "none");
        return known.stream()
                .filter(k -> k.asset().equals(address) || k.asset().startsWith(address + "/"))
                .toList();
    }

    private static boolean tells(Known k, Fact fact) {
        return switch (fact.attribute) {
            case "ip", "mac" -> (k.addresses() + " ").contains(fact.value + " ");
            case "level" -> k.level().equals(fact.value);
            case "role" -> ROLES.getOrDefault(fact.value, Set.of()).contains(k.role());
            default -> k.packet() > 0 && lower(k.value()).contains(lower(fact.value));
        };
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
