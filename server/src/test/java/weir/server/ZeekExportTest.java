// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZeekExportTest {

    @TempDir
    Path folder;

    @Test
    void the_sample_plant_gives_logs_with_a_head_and_lines() {
        assertThat(Weir.run("export", "zeek", "--out", folder, Weir.SAMPLE).exit())
                .isZero();
        String conn = new String(Weir.bytes(folder.resolve("conn.log")));
        assertThat(conn)
                .startsWith("#separator \\x09\n#set_separator\t,\n")
                .contains("#path\tconn\n#fields\tts\tuid\t");
        assertThat(folder.resolve("modbus.log")).exists();
        assertThat(folder.resolve("modbus_detailed.log")).exists();
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void json_has_an_object_a_line() {
        assertThat(Weir.run("export", "zeek", "--json", "--out", folder, Weir.SAMPLE)
                        .exit())
                .isZero();
        assertThat(new String(Weir.bytes(folder.resolve("conn.log"))).lines())
                .allMatch(line -> line.startsWith("{\"ts\":") && line.endsWith("}"));
    }

    @Test
    void the_same_capture_gives_the_same_logs() {
        Weir.run("export", "zeek", "--out", folder.resolve("a"), Weir.SAMPLE);
        Weir.run("export", "zeek", "--out", folder.resolve("b"), Weir.SAMPLE);
        assertThat(folder.resolve("a/conn.log")).hasSameTextualContentAs(folder.resolve("b/conn.log"));
        assertThat(folder.resolve("a/modbus.log")).hasSameTextualContentAs(folder.resolve("b/modbus.log"));
    }

    @Test
    void a_folder_that_cannot_be_made_is_no_fault_of_the_input() {
        Weir.Ran ran = Weir.run("export", "zeek", "--out", Weir.SAMPLE.resolve("x"), Weir.SAMPLE);
        assertThat(ran.exit()).isEqualTo(ExitCode.NO_OUTPUT);
        assertThat(ran.err()).contains("--out");
    }

    @Test
    void names_that_were_asked_for_are_told_with_what_was_answered() {
        Path capture = Weir.ROOT.resolve("captures/dns/tour.pcap");
        assertThat(Weir.run("export", "zeek", "--out", folder, capture).exit()).isZero();
        assertThat(new String(Weir.bytes(folder.resolve("dns.log"))))
                .contains("#path\tdns\n")
                .contains("\tC_INTERNET\t1\tA\t0\tNOERROR\t")
                .contains("\tNXDOMAIN\t");
    }
}
