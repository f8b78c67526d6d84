// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.server.delivery.Certificates;

/** {@code weir logs}, of files and of the network. */
@Timeout(120)
class LogsTest {

    private static final String LOGIN =
            "<38>Nov 23 07:04:46 hmi1 sshd[812]: Accepted publickey for op from 10.0.0.5 port" + " 50122 ssh2";
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("test.log"), text);
    }

    @ParameterizedTest
    @CsvSource({
        "2024, UTC, 2024-11-23T07:04:46.000000Z",
        "2025, Europe/Berlin, 2025-11-23T06:04:46.000000Z",
        "2025, America/New_York, 2025-11-23T12:04:46.000000Z",
    })
    void the_year_and_the_zone_have_effect(int year, String zone, String time) throws IOException {
        Weir.Ran ran = Weir.run("logs", file(LOGIN), "--year", year, "--zone", zone);
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.lines()).startsWith("{\"time\":\"" + time + "\",\"packet\":1,\"kind\":\"login\"");
        assertThat(ran.err()).contains("lines\t1", "login\t1");
    }

    @Test
    void of_a_packed_file_that_is_cut_everything_before_is_told() throws IOException {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            text.append(LOGIN.replace("op", "op" + random.nextInt())).append('\n');
        }
        byte[] packed = packed(text.toString());
        Path file = Files.write(folder.resolve("cut.log.gz"), Arrays.copyOf(packed, packed.length / 2));
        Weir.Ran ran = Weir.run("logs", file, "--year", 2026);
        assertThat(ran.exit()).isEqualTo(ExitCode.DAMAGED);
        assertThat(ran.err())
                .contains("cut.log.gz: the packed file is damaged or cut; everything before it was used")
                .containsOnlyOnce("line cut by damage\t1");
        long told = ran.lines().lines().count();
        assertThat(told).isBetween(300L, 700L);
        assertThat(ran.err()).contains("lines\t" + (told + 1), "login\t" + told);
    }

    @Test
    void a_file_that_is_missing_is_said_in_one_sentence() {
        Weir.Ran ran = Weir.run("logs", folder.resolve("gone.log"));
        assertThat(ran.exit()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(ran.err().lines().filter(line -> line.startsWith("weir: ")))
                .containsExactly("weir: " + folder.resolve("gone.log") + ": there is no such file or folder");
        assertThat(ran.lines()).isEmpty();
    }

    @Test
    void an_empty_file_says_nothing() throws IOException {
        Weir.Ran ran = Weir.run("logs", file(""));
        assertThat(ran.exit()).isZero();
        assertThat(ran.lines()).isEmpty();
        assertThat(ran.err()).isEqualTo("lines\t0" + System.lineSeparator());
    }

    @Test
    void options_that_do_not_go_together_are_wrong() throws IOException {
        assertWrong("a FILE is missing, or --listen");
        assertWrong("--listen goes with no FILE", "--listen", "udp://127.0.0.1:0", file(LOGIN));
        assertWrong("--listen goes with no FILE and no --year", "--listen", "udp://127.0.0.1:0", "--year", 2026);
        assertWrong("tls:// needs --tls-keystore", "--listen", "tls://127.0.0.1:0");
        assertWrong("are for --listen tls://", file(LOGIN), "--tls-keystore", "x");
        assertWrong("'ftp://x' is none of udp://", "--listen", "ftp://x");
    }

    private static void assertWrong(String sentence, Object... options) {
        Object[] arguments = new Object[options.length + 1];
        arguments[0] = "logs";
        System.arraycopy(options, 0, arguments, 1, options.length);
        Weir.Ran ran = Weir.run(arguments);
        assertThat(ran.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(ran.err()).contains(sentence);
    }

    @Test
    void messages_by_udp_and_by_both_framings_of_tcp_are_told_as_lines_of_files_are() throws Exception {
        try (Listening weir = new Listening("--listen", "udp://127.0.0.1:0", "--listen", "tcp://127.0.0.1:0")) {
            List<Integer> ports = weir.ports(2);
            datagram(ports.get(0), LOGIN);
            assertThat(weir.lines(1)).singleElement().asString().contains("\"kind\":\"login\"", "\"user\":\"op\"");
            try (Socket socket = new Socket(HERE, ports.get(1))) {
                send(socket, LOGIN.replace("op", "line") + "\n");
                assertThat(weir.lines(2).getLast()).contains("\"user\":\"line\"");
                String counted = LOGIN.replace("op", "counted");
                send(socket, counted.length() + " " + counted);
                assertThat(weir.lines(3).getLast()).contains("\"packet\":3", "\"user\":\"counted\"");
            }
            assertThat(weir.stopped()).isEqualTo(ExitCode.INTERRUPTED);
            assertThat(weir.err()).contains("lines\t3", "login\t3").doesNotContain("lost");
        }
    }

    @Test
    void messages_by_tls_are_told() throws Exception {
        Path authority = folder.resolve("ca.pem");
        Path store = Certificates.store(folder, "dns:localhost", authority);
        Path password = Files.writeString(folder.resolve("password"), Certificates.PASSWORD + "\n");
        Object[] options = {"--listen", "tls://127.0.0.1:0", "--tls-keystore", store, "--tls-password-file", password};
        try (Listening weir = new Listening(options)) {
            int port = weir.ports(1).getFirst();
            try (Socket plain = new Socket(HERE, port)) {
                send(plain, LOGIN + "\n");
                assertThat(plain.getInputStream().readAllBytes())
                        .as("an alert of TLS")
                        .hasSizeLessThan(32);
            }
            try (Socket socket = trusting(authority).getSocketFactory().createSocket(HERE, port)) {
                send(socket, LOGIN.length() + " " + LOGIN);
                assertThat(weir.lines(1)).singleElement().asString().contains("\"user\":\"op\"");
            }
            weir.stopped();
            assertThat(weir.err()).contains("lost: connections refused, no TLS was agreed on\t1", "lines\t1");
        }
    }

    private static SSLContext trusting(Path authority) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var in = Files.newInputStream(authority)) {
            store.setCertificateEntry(
                    "a", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Test
    void a_keystore_that_cannot_be_used_is_said() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "wrong");
        Path store = Certificates.store(folder, "dns:localhost", folder.resolve("ca.pem"));
        for (Path keys : List.of(password, store)) {
            Weir.Ran ran = Weir.run(
                    "logs", "--listen", "tls://127.0.0.1:0", "--tls-keystore", keys, "--tls-password-file", password);
            assertThat(ran.exit()).isEqualTo(ExitCode.NO_INPUT);
            assertThat(ran.err()).contains("weir: " + keys + ": is no PKCS#12 keystore, or " + password);
        }
    }

    @Test
    void a_port_that_another_has_is_said_in_one_sentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, HERE)) {
            String address = "tcp://127.0.0.1:" + taken.getLocalPort();
            Weir.Ran ran = Weir.run("logs", "--listen", address);
            assertThat(ran.exit()).isEqualTo(ExitCode.NO_INPUT);
            assertThat(ran.err())
                    .startsWith("weir: cannot listen on " + address + ": another program has this port; end it, or give"
                            + " another port");
        }
    }

    /** Sent by the program that shell scripts use (util-linux). */
    @ParameterizedTest
    @CsvSource({"udp, --udp --rfc3164", "udp, --udp --rfc5424", "tcp, --tcp --rfc5424", "tcp, --tcp --octet-count"})
    void what_logger_sends_is_told(String scheme, String options) throws Exception {
        assumeThat(Path.of("/usr/bin/logger"))
                .as("SKIPPED: no logger (util-linux) on this computer")
                .exists();
        try (Listening weir = new Listening("--listen", scheme + "://127.0.0.1:0")) {
            ProcessBuilder logger = new ProcessBuilder("/usr/bin/logger", "--server", "127.0.0.1", "--port");
            logger.command().add(weir.ports(1).getFirst().toString());
            logger.command().addAll(List.of(options.split(" ")));
            logger.command().addAll(List.of("--tag", "sshd", "Failed password for eve from 10.0.0.9 port 4022 ssh2"));
            assertThat(logger.start().waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(weir.lines(1))
                    .as(weir.err())
                    .singleElement()
                    .asString()
                    .contains("\"user\":\"eve\"", "\"source\":\"10.0.0.9\"", "\"outcome\":\"refused\"");
        }
    }

    @Test
    void nobody_who_reads_is_an_end() throws Exception {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        int port;
        try (DatagramSocket free = new DatagramSocket(0, HERE)) {
            port = free.getLocalPort();
        }
        Thread sender = Thread.ofVirtual().start(() -> repeat(port));
        Weir.Ran ran = Weir.into(gone, "logs", "--listen", "udp://127.0.0.1:" + port);
        sender.interrupt();
        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).contains("login\t");
    }

    private static void repeat(int port) {
        try {
            while (true) {
                datagram(port, LOGIN);
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            // the test is over
        }
    }

    private static void datagram(int port, String text) throws IOException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(octets, octets.length, HERE, port));
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }
}
