// SPDX-License-Identifier: Apache-2.0
package weir.server.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where messages go: {@code syslog+tls://host:6514}, {@code syslog+tcp://}, {@code syslog+udp://}, {@code https://}. */
public record Destination(Kind kind, URI address) {

    /** How messages go there. */
    public enum Kind {
        SYSLOG_TLS("syslog+tls", 6514),
        SYSLOG_TCP("syslog+tcp", 601),
        SYSLOG_UDP("syslog+udp", 514),
        HTTPS("https", 443);

        private final String scheme;
        private final int port;

        Kind(String scheme, int port) {
            this.scheme = scheme;
            this.port = port;
        }

        private static @Nullable Kind of(@Nullable String scheme) {
            for (Kind kind : values()) {
                if (kind.scheme.equalsIgnoreCase(scheme)) {
                    return kind;
                }
            }
            return null;
        }
    }

    /** @throws IllegalArgumentException with a sentence that says what is wrong with it */
    public static Destination of(String text) {
        try {
            URI address = new URI(text);
            Kind kind = Kind.of(address.getScheme());
            if (kind == null) {
                throw new IllegalArgumentException("is none of syslog+tls://, syslog+tcp://, syslog+udp://, https://");
            }
            if (address.getHost() == null) {
                throw new IllegalArgumentException("has no host");
            }
            if (address.getRawUserInfo() != null) {
                throw new IllegalArgumentException("has a password in it; give a token with --token-file");
            }
            return new Destination(kind, address);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is no address: " + e.getReason(), e);
        }
    }

    public boolean isSyslog() {
        return kind != Kind.HTTPS;
    }

    /** For people: without what may be secret in a query. */
    public String place() {
        return kind.scheme + "://" + address.getRawAuthority() + address.getRawPath();
    }

    String host() {
        String host = address.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    int port() {
        return address.getPort() < 0 ? kind.port : address.getPort();
    }

    /**
     * Makes the connection when the first message is sent.
     *
     * @param mediaType of the texts
     * @param token file with what proves to a webhook who sends; null for none
     */
    public Receiver receiver(Trust trust, String mediaType, @Nullable Path token) throws IOException {
        return isSyslog()
                ? new SyslogSender(this, trust)
                : new Webhook(address, trust, mediaType, token == null ? "" : Webhook.token(token));
    }
}
