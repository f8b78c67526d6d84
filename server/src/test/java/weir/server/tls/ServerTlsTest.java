// SPDX-License-Identifier: Apache-2.0
package weir.server.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.server.secret.KeyFile;
import weir.server.secret.OwnerOnly;
import weir.server.secret.Sealer;

/** The server proves its name over real connections, with a certificate of that moment. */
class ServerTlsTest {

    @TempDir
    private Path folder;

    private final SecureRandom random = new SecureRandom();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Duration later = Duration.ZERO;
    private final InstantSource clock = () -> Instant.now().plus(later);
    private Sealer sealer;

    @BeforeEach
    void begin() throws IOException {
        sealer = KeyFile.open(folder.resolve("weir.key"), random);
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private ServerTls own() throws IOException {
        return ServerTls.own(folder, sealer, Machine.here(), clock, random);
    }

    private SSLServerSocket listening(ServerTls tls) throws IOException {
        SSLServerSocket server = (SSLServerSocket)
                tls.context().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setSSLParameters(tls.parameters());
        threads.submit(() -> {
            while (!server.isClosed()) {
                try (SSLSocket socket = (SSLSocket) server.accept()) {
                    socket.startHandshake();
                    socket.getOutputStream().write(1);
                } catch (IOException refused) {
                    // the next one
                }
            }
            return true;
        });
        return server;
    }

    private static SSLContext believing(Path authority) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", Pem.certificates(authority).getFirst());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static X509Certificate seen(SSLContext client, SSLServerSocket server, String name, String... protocols)
            throws IOException {
        try (SSLSocket socket =
                (SSLSocket) client.getSocketFactory().createSocket("localhost", server.getLocalPort())) {
            socket.setSoTimeout(10_000);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            if (protocols.length > 0) {
                parameters.setProtocols(protocols);
            }
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            assertThat(name).isNotEmpty();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    @Test
    void a_browser_that_believes_the_authority_believes_the_server() throws Exception {
        ServerTls tls = own();
        try (SSLServerSocket server = listening(tls)) {
            SSLContext client = believing(folder.resolve("ca.pem"));
            assertThat(seen(client, server, "localhost")).isNotNull();
            assertThat(seen(client, server, "localhost", "TLSv1.2")
                            .getSubjectAlternativeNames()
                            .toString())
                    .contains("localhost", "127.0.0.1");
            assertThatThrownBy(() -> seen(SSLContext.getDefault(), server, "localhost"))
                    .isInstanceOf(SSLException.class);
        }
    }

    @Test
    void nothing_older_than_tls_1_2_and_no_weak_suite_is_spoken() throws Exception {
        ServerTls tls = own();
        assertThat(tls.suites()).isNotEmpty().allMatch(s -> s.contains("GCM") || s.contains("CHACHA20"));
        assertThat(tls.parameters().getProtocols()).containsExactly("TLSv1.3", "TLSv1.2");
        assertThat(tls.parameters().getCipherSuites()).noneMatch(s -> s.contains("CBC") || s.contains("TLS_RSA_"));
    }

    @Test
    void the_authority_stays_over_a_restart_and_its_key_is_sealed() throws IOException {
        String authority = own().authority().orElseThrow();
        assertThat(own().authority()).contains(authority);
        assertThat(Files.readString(folder.resolve("ca.key"))).startsWith("sealed-1:");
        X509Certificate own = Pem.certificates(folder.resolve("ca.pem")).getFirst();
        assertThat(own.getBasicConstraints()).isZero();
    }

    @Test
    void it_is_renewed_before_it_expires_and_connections_see_the_new_one() throws Exception {
        ServerTls tls = own();
        try (SSLServerSocket server = listening(tls)) {
            SSLContext client = believing(folder.resolve("ca.pem"));
            X509Certificate first = seen(client, server, "localhost");
            assertThat(tls.renew()).isFalse();
            later = Duration.ofDays(61);
            assertThat(tls.left()).isLessThan(Duration.ofDays(30));
            assertThat(tls.renew()).isTrue();
            later = Duration.ZERO;
            SSLContext fresh = believing(folder.resolve("ca.pem"));
            assertThatThrownBy(() -> seen(fresh, server, "localhost"))
                    .isInstanceOf(SSLException.class); // of the future
            later = Duration.ofDays(-1);
            assertThat(first.getNotAfter())
                    .isBefore(java.util.Date.from(Instant.now().plus(Duration.ofDays(91))));
        }
    }

    @Test
    void given_certificates_are_read_anew_without_a_restart() throws Exception {
        Path certificates = folder.resolve("given.pem");
        Path key = folder.resolve("given.key");
        OwnAuthority authority = OwnAuthority.in(folder, sealer, random, Instant.now());
        write(authority, certificates, key, 1);
        ServerTls tls = ServerTls.given(certificates, key, clock);
        try (SSLServerSocket server = listening(tls)) {
            X509Certificate first = seen(believing(folder.resolve("ca.pem")), server, "localhost");
            assertThat(tls.renew()).isFalse();
            write(authority, certificates, key, 2);
            assertThat(tls.renew()).isTrue();
            assertThat(seen(believing(folder.resolve("ca.pem")), server, "localhost"))
                    .isNotEqualTo(first);
            Files.writeString(certificates, "damaged");
            String before = tls.fingerprint();
            assertThatThrownBy(tls::renew).hasMessageContaining("given.pem");
            assertThat(tls.fingerprint()).isEqualTo(before);
        }
    }

    @Test
    void a_key_of_another_certificate_or_one_that_others_may_read_is_refused() throws Exception {
        Path certificates = folder.resolve("given.pem");
        Path key = folder.resolve("given.key");
        OwnAuthority authority = OwnAuthority.in(folder, sealer, random, Instant.now());
        write(authority, certificates, key, 1);
        Credential other = authority.issue(Machine.here(), Instant.now());
        OwnerOnly.write(key, Pem.text("PRIVATE KEY", other.key().getEncoded()));
        assertThatThrownBy(() -> ServerTls.given(certificates, key, clock)).hasMessageContaining("is not the key");
        Files.setPosixFilePermissions(key, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> ServerTls.given(certificates, key, clock)).hasMessageContaining("chmod 600");
    }

    private static void write(OwnAuthority authority, Path certificates, Path key, int round) throws Exception {
        Credential made = authority.issue(Machine.here(), Instant.now());
        Files.writeString(certificates, Pem.text("CERTIFICATE", made.own().getEncoded()));
        OwnerOnly.write(key, Pem.text("PRIVATE KEY", made.key().getEncoded()));
        Files.setLastModifiedTime(certificates, FileTime.fromMillis(round * 1_000_000L));
    }
}
