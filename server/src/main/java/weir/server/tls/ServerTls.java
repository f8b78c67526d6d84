// SPDX-License-Identifier: Apache-2.0
package weir.server.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import weir.server.secret.Sealer;
import weir.server.secret.Sha256;

/**
 * TLS of the server. The context stays the same while the certificate behind it changes: renewed before it expires, or
 * read anew when the given files were written anew.
 */
public final class ServerTls {

    /** A new one is issued this long before the old one expires. */
    private static final Duration AHEAD = Duration.ofDays(30);

    public static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    /** With forward secrecy and authenticated encryption; TLS 1.3 first. */
    private static final List<String> SUITES = List.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_AES_128_GCM_SHA256",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private final InstantSource clock;
    private final Source source;
    private final CurrentKey current;
    private final SSLContext context;
    private final @Nullable X509Certificate authority;

    /** Where a new credential comes from, when there is a reason for one. */
    private interface Source {
        Optional<Credential> next(Credential now) throws IOException;
    }

    private ServerTls(InstantSource clock, Credential first, Source source, @Nullable X509Certificate authority)
            throws IOException {
        this.clock = clock;
        this.source = source;
        this.authority = authority;
        this.current = new CurrentKey(first);
        try {
            context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {current}, null, null);
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be used: " + e.getMessage(), e);
        }
    }

    /** With an authority of its own, kept in this folder. */
    public static ServerTls own(Path folder, Sealer sealer, Machine machine, InstantSource clock, SecureRandom random)
            throws IOException {
        OwnAuthority authority = OwnAuthority.in(folder, sealer, random, clock.instant());
        Source renewal = now -> {
            Instant expires = now.own().getNotAfter().toInstant();
            return clock.instant().isBefore(expires.minus(AHEAD))
                    ? Optional.empty()
                    : Optional.of(authority.issue(machine, clock.instant()));
        };
        return new ServerTls(clock, authority.issue(machine, clock.instant()), renewal, authority.certificate());
    }

    /** With certificates that were given, as files in PEM. */
    public static ServerTls given(Path certificates, Path key, InstantSource clock) throws IOException {
        long[] read = {Credential.written(certificates, key)};
        Source reading = now -> {
            long written = Credential.written(certificates, key);
            if (written == read[0]) {
                return Optional.empty();
            }
            Credential next = Credential.given(certificates, key);
            read[0] = written;
            return Optional.of(next);
        };
        return new ServerTls(clock, Credential.given(certificates, key), reading, null);
    }

    /**
     * Takes a new certificate where there is a reason to; to be called once a minute. Where it fails, the old one stays.
     *
     * @return whether there is a new one
     */
    public synchronized boolean renew() throws IOException {
        Optional<Credential> next = source.next(current.get());
        next.ifPresent(current::set);
        return next.isPresent();
    }

    public SSLContext context() {
        return context;
    }

    /** TLS 1.2 and 1.3 with {@link #suites()}; the server's order holds. */
    public SSLParameters parameters() {
        SSLParameters parameters = new SSLParameters(suites().toArray(String[]::new), PROTOCOLS.toArray(String[]::new));
        parameters.setUseCipherSuitesOrder(true);
        return parameters;
    }

    public List<String> suites() {
        return suites(context);
    }

    /** Those of the suites that this Java has. */
    public static List<String> suites(SSLContext context) {
        List<String> here = List.of(context.getSupportedSSLParameters().getCipherSuites());
        return SUITES.stream().filter(here::contains).toList();
    }

    /** What a person compares with what the browser shows. */
    public String fingerprint() throws IOException {
        try {
            return Sha256.of(current.get().own().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    public Duration left() {
        return Duration.between(
                clock.instant(), current.get().own().getNotAfter().toInstant());
    }

    /** The authority of its own, in PEM, for those who are to believe it. */
    public Optional<String> authority() throws IOException {
        try {
            return authority == null ? Optional.empty() : Optional.of(Pem.text("CERTIFICATE", authority.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
