// SPDX-License-Identifier: Apache-2.0
package weir.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.model.Severity;

class SyslogSenderTest {

    private static final String LINE = "<131>1 1970-01-01T00:00:0%d.000000Z \\S+ weir [0-9]+ F-%d - \ufefftext é %d";

    @TempDir
    Path folder;

    @Test
    void messages_go_over_tls_to_the_server_whose_certificate_is_believed() throws Exception {
        Path authority = folder.resolve("ca.pem");
        SSLContext tls = Certificates.server(folder, "dns:localhost", authority);
        try (SyslogServer server = new SyslogServer(tls, 0, 100)) {
            Delivery.Result result = deliver("syslog+tls://localhost:" + server.port(), Trust.in(authority), 3);
            assertThat(result).isEqualTo(new Delivery.Result(3, 0, "", ""));
            assertThat(server.lines()).hasSize(3);
            for (int i = 0; i < 3; i++) {
                assertThat(server.lines().get(i)).matches(LINE.formatted(i, i, i));
            }
        }
    }

    @Test
    void a_server_that_nobody_vouches_for_gets_nothing() throws Exception {
        SSLContext tls = Certificates.server(folder, "dns:localhost", folder.resolve("other.pem"));
        Path authority = folder.resolve("ca.pem");
        Certificates.server(folder, "dns:localhost", authority);
        try (SyslogServer server = new SyslogServer(tls, 0, 100)) {
            String to = "syslog+tls://localhost:" + server.port();
            assertThat(deliver(to, Trust.in(authority), 1).failure()).contains("certificate");
            assertThat(server.lines()).isEmpty();
        }
    }

    @Test
    void a_certificate_of_another_name_gets_nothing() throws Exception {
        Path authority = folder.resolve("ca.pem");
        SSLContext tls = Certificates.server(folder, "dns:elsewhere.example", authority);
        try (SyslogServer server = new SyslogServer(tls, 0, 100)) {
            String to = "syslog+tls://localhost:" + server.port();
            assertThat(deliver(to, Trust.in(authority), 1).failure()).contains("localhost");
            assertThat(server.lines()).isEmpty();
        }
    }

    @Test
    void a_server_that_hangs_up_gets_the_rest_over_a_new_connection() throws Exception {
        try (SyslogServer server = new SyslogServer(null, 0, 2)) {
            String to = "syslog+tcp://127.0.0.1:" + server.port();
            assertThat(deliver(to, Trust.usual(), 5).failure()).isEmpty();
            assertThat(server.lines().stream().distinct()).hasSizeGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void a_server_that_is_down_gets_everything_once_it_is_up() throws Exception {
        int port = freePort();
        try (Spool spool = Spool.open(folder.resolve("spool"), 1 << 20);
                Receiver sender = receiver("syslog+tcp://127.0.0.1:" + port, Trust.usual())) {
            spool.add(SpoolTest.messages(0, 4));
            Delivery first = new Delivery(spool, sender, Duration.ofMillis(300), () -> false);
            assertThat(first.run().failure()).isNotEmpty();
            assertThat(spool.waiting()).isEqualTo(4);
            try (SyslogServer server = new SyslogServer(null, port, 100)) {
                Delivery second = new Delivery(spool, sender, Duration.ofSeconds(20), () -> false);
                assertThat(second.run()).isEqualTo(new Delivery.Result(4, 0, "", ""));
                assertThat(server.lines(4)).hasSize(4);
            }
        }
    }

    @Test
    void a_server_that_does_not_read_does_not_hold_the_sender_for_ever() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Destination to = Destination.of("syslog+tcp://127.0.0.1:" + deaf.getLocalPort());
            try (Receiver sender = new SyslogSender(to, Trust.usual(), 300)) {
                Message much = new Message("F-1", Severity.LOW, 0, "x".repeat(50 << 20));
                assertThatThrownBy(() -> sender.send(much)).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void a_datagram_is_one_message() throws Exception {
        try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                Receiver sender = receiver("syslog+udp://127.0.0.1:" + server.getLocalPort(), Trust.usual())) {
            server.setSoTimeout(10_000);
            sender.send(new Message("F-1", Severity.CRITICAL, 0, "plain"));
            DatagramPacket packet = new DatagramPacket(new byte[2000], 2000);
            server.receive(packet);
            assertThat(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8))
                    .matches("<130>1 1970-01-01T00:00:00\\.000000Z \\S+ weir [0-9]+ F-1 - plain");
        }
    }

    @Test
    void an_id_that_syslog_cannot_say_is_made_one_that_it_can() {
        byte[] line = new SyslogLine("a host").of(new Message("é ".repeat(40), Severity.INFO, -1, "x"));
        assertThat(new String(line, StandardCharsets.UTF_8))
                .matches("<134>1 1969-12-31T23:59:59\\.999999Z a_host weir [0-9]+ _{32} - x");
    }

    @Test
    void an_address_that_is_none_is_explained() {
        assertThatThrownBy(() -> Destination.of("http://host/x")).hasMessageContaining("none of syslog+tls://");
        assertThatThrownBy(() -> Destination.of("https:///x")).hasMessageContaining("has no host");
        assertThatThrownBy(() -> Destination.of("https://a:b@host/")).hasMessageContaining("--token-file");
        assertThatThrownBy(() -> Destination.of("https://a b/")).hasMessageContaining("is no address");
        assertThat(Destination.of("syslog+tls://[::1]").host()).isEqualTo("::1");
        assertThat(Destination.of("syslog+tls://[::1]").port()).isEqualTo(6514);
    }

    private Delivery.Result deliver(String to, Trust trust, int messages) throws IOException {
        try (Spool spool = Spool.open(folder.resolve("spool"), 1 << 20);
                Receiver sender = receiver(to, trust)) {
            spool.add(SpoolTest.messages(0, messages));
            return new Delivery(spool, sender, Duration.ofSeconds(2), () -> false).run();
        }
    }

    private static Receiver receiver(String to, Trust trust) throws IOException {
        return Destination.of(to).receiver(trust, "text/plain", null);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
