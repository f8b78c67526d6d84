// SPDX-License-Identifier: Apache-2.0
package weir.server.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.analysis.deed.Deed;
import weir.analysis.detect.Limit;
import weir.analysis.detect.Limits;

class PolicyFileTest {

    private static final String WHOLE = """
            zones:
              - name: office
                networks: [10.0.0.0/8]
              - name: control
                networks: [10.1.0.0/16, "fd00:1::/32"]
            conduits:
              - from: office
                to: control
                protocols: [opcua]
                deeds: [read, identify]
            hours:
              - zone: Europe/Berlin
                days: [monday, friday]
                from: "06:00"
                until: "18:00"
            remote_access: [10.9.0.1]
            outward_megabytes: 20
            indicator_days: 30
            """;

    @TempDir
    private Path folder;

    private PolicyFile read(String text) throws IOException {
        return PolicyFile.read(Files.writeString(folder.resolve("plant.yml"), text));
    }

    @Test
    void all_that_can_be_laid_down_is_read() throws IOException {
        PolicyFile file = read(WHOLE);
        assertThat(file.policy().zones()).hasSize(2);
        assertThat(file.policy().conduits().getFirst().deeds()).containsExactlyInAnyOrder(Deed.READ, Deed.IDENTIFY);
        assertThat(file.policy().hours().getFirst().days())
                .containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        assertThat(file.settings().remoteAccessHosts()).containsExactly("10.9.0.1");
        assertThat(file.settings().outwardBytes()).isEqualTo(20_000_000);
        assertThat(file.settings().indicatorDays()).isEqualTo(30);
    }

    @Test
    void what_is_left_out_is_as_usual() throws IOException {
        assertThat(read("zones: []")).isEqualTo(PolicyFile.NONE);
    }

    private void isRefused(String from, String to, String... says) {
        assertThat(WHOLE).contains(from);
        assertThatThrownBy(() -> read(WHOLE.replace(from, to))).hasMessageContainingAll(says);
    }

    @Test
    void a_mistake_is_told_with_its_line_and_field() {
        isRefused("10.0.0.0/8", "10.0.0.0/88", "line 3", "networks", "is no network");
        isRefused("to: control", "to: contrl", "line 8", "'to'", "no zone is called 'contrl'", "control, office");
        isRefused("[read, identify]", "[look]", "line 10", "'look' is not known");
        isRefused("Europe/Berlin", "Europe/Berlim", "the time zone is not known");
        isRefused("\"06:00\"", "\"6 am\"", "line 14", "is no time of the day");
        isRefused("10.9.0.1", "jumphost", "line 16", "is no address");
        isRefused("outward_megabytes: 20", "outward_megabytes: many", "is no whole number");
        isRefused("name: control", "name: office", "line 4", "there is a zone of that name");
        isRefused("hours:", "ours:", "'ours'", "is not known here");
        isRefused("zones:", "zones: [", "this is no YAML");
    }

    @Test
    void limits_are_set_by_their_names_and_the_rest_is_as_usual() throws IOException {
        Path file = Files.writeString(folder.resolve("limits.yml"), "limits: {swept_addresses: 30, questions: 2}\n");
        Limits limits = PolicyFile.read(file).settings().limits();
        assertThat(limits.of(Limit.SWEPT_ADDRESSES)).isEqualTo(30);
        assertThat(limits.of(Limit.QUESTIONS)).isEqualTo(2);
        assertThat(limits.of(Limit.SWEPT_PORTS)).isEqualTo(15);
        Path wrong = Files.writeString(folder.resolve("wrong.yml"), "limits:\n  swept_hosts: 3\n");
        assertThatThrownBy(() -> PolicyFile.read(wrong))
                .hasMessageContaining("line 2")
                .hasMessageContaining("swept_hosts");
        Path none = Files.writeString(folder.resolve("none.yml"), "limits:\n  questions: 0\n");
        assertThatThrownBy(() -> PolicyFile.read(none)).hasMessageContaining("not between 1 and");
    }

    /** Another default is another product: it is changed with the table of the document. */
    @Test
    void the_document_names_every_limit_with_its_default() throws IOException {
        String document =
                Files.readString(Path.of(System.getProperty("weir.root", "..")).resolve("docs/policy.md"));
        for (Limit limit : Limit.values()) {
            assertThat(document).contains("| `" + limit.label() + "` | " + limit.usual() + " |");
        }
    }
}
