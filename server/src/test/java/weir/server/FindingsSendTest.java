// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.server.delivery.Certificates;
import weir.server.delivery.SyslogServer;

class FindingsSendTest {

    @TempDir
    Path folder;

    @BeforeEach
    void analysed() throws IOException {
        Files.writeString(folder.resolve("findings.jsonl"), FindingsExportTest.FINDING);
        Files.writeString(folder.resolve("incidents.jsonl"), FindingsExportTest.INCIDENT);
    }

    @Test
    void findings_and_incidents_go_as_cef_over_tls() throws Exception {
        Path authority = folder.resolve("ca.pem");
        SSLContext tls = Certificates.server(folder, "dns:localhost", authority);
        try (SyslogServer server = new SyslogServer(tls, 0, 100)) {
            Weir.Ran ran = send("syslog+tls://localhost:" + server.port(), "--ca", authority.toString());
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.err()).contains("weir: 2 sent to syslog+tls://localhost");
            assertThat(server.lines()).hasSize(2);
            assertThat(server.lines().getFirst()).containsPattern(" F-0123456789ab-[0-9a-f]{8} - CEF:0\\|Weir\\|");
            assertThat(server.lines().getLast()).startsWith("<130>1 2025-11-23T06:40:00.123456Z ");
        }
    }

    @Test
    void what_a_server_that_is_down_does_not_take_goes_with_the_next_run_once() throws Exception {
        int port;
        try (SyslogServer server = new SyslogServer(null, 0, 100)) {
            port = server.port();
        }
        String to = "syslog+tcp://127.0.0.1:" + port;
        for (int run = 0; run < 2; run++) {
            Weir.Ran ran = send(to, "--wait", "0");
            assertThat(ran.exit()).isEqualTo(ExitCode.NO_OUTPUT);
            assertThat(ran.err()).contains("weir: 2 not taken (").contains("they wait in " + folder.resolve("spool"));
        }
        try (SyslogServer server = new SyslogServer(null, port, 100)) {
            Weir.Ran ran = send(to);
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(server.lines()).hasSize(2);
            send(to);
            assertThat(server.lines()).as("sending again is wished").hasSize(4);
            assertThat(server.lines().get(2)).isEqualTo(server.lines().get(0));
        }
    }

    @Test
    void an_address_that_is_none_is_a_wrong_argument() {
        Weir.Ran ran = send("gopher://x");
        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains("'gopher://x' is none of syslog+tls://");
    }

    @Test
    void a_file_of_authorities_that_is_none_is_no_input() {
        Weir.Ran ran = send(
                "syslog+tls://localhost",
                "--ca",
                folder.resolve("findings.jsonl").toString());
        assertThat(ran.exit()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(ran.err()).contains("findings.jsonl").contains("certificate");
    }

    private Weir.Ran send(String to, String... more) {
        Object[] arguments = new Object[5 + more.length];
        arguments[0] = "export";
        arguments[1] = "findings";
        arguments[2] = folder;
        arguments[3] = "--to";
        arguments[4] = to;
        System.arraycopy(more, 0, arguments, 5, more.length);
        return Weir.run(arguments);
    }
}
