// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.listen;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where to listen: {@code udp://host:514}, {@code tcp://host:601}, {@code tls://host:6514}. */
public record ListenAddress(Kind kind, String host, int port) {

    /** What carries the messages: RFC 5426, RFC 6587, RFC 5425. */
    public enum Kind {
        UDP(514),
        TCP(601),
        TLS(6514);

        private final int port;

        Kind(int port) {
            this.port = port;
        }

        private String scheme() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static @Nullable Kind of(@Nullable String scheme) {
            for (Kind kind : values()) {
                if (kind.name().equalsIgnoreCase(scheme)) {
                    return kind;
                }
            }
            return null;
        }
    }

    /** @throws IllegalArgumentException with a sentence that says what is wrong with it */
    public static ListenAddress of(String text) {
        try {
            URI address = new URI(text);
            Kind kind = Kind.of(address.getScheme());
            if (kind == null) {
                throw new IllegalArgumentException("is none of udp://HOST:PORT, tcp://HOST:PORT, tls://HOST:PORT");
            }
            String host = address.getHost();
            if (address.getPort() > 65535) {
                throw new IllegalArgumentException("has a port above 65535");
            }
            if (host == null) {
                throw new IllegalArgumentException("has no host, as in " + kind.scheme() + "://0.0.0.0:" + kind.port);
            }
            String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
            return new ListenAddress(kind, bare, address.getPort() < 0 ? kind.port : address.getPort());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is no address: " + e.getReason(), e);
        }
    }

    ListenAddress port(int actual) {
        return new ListenAddress(kind, host, actual);
    }

    @Override
    public String toString() {
        return kind.scheme() + "://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
