// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import weir.server.identity.Refusal;
import weir.server.identity.Who;
import weir.server.tls.ServerTls;

/**
 * The door to the network: takes requests over TLS, lets in who may, sends what is answered. It is the only one who knows
 * the HTTP library.
 */
public final class Door implements AutoCloseable {

    /** Bytes of one body; what takes less says so itself. */
    private static final long MOST_BYTES = 16L << 30;

    private static final int MOST_HEADER_BYTES = 16 << 10;

    /** Headers of every answer: nothing from elsewhere, no script in the page, not in a frame, not kept. */
    private static final Map<String, String> SAFETY = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                            + " font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), microphone=(), geolocation=()",
            "Strict-Transport-Security", "max-age=31536000",
            "Cache-Control", "no-store");

    /** It tells of itself what nobody asked; kept here, as the log forgets loggers that nobody holds. */
    private static final Logger LIBRARY = Logger.getLogger("io.helidon");

    static {
        LIBRARY.setLevel(Level.WARNING);
    }

    private final Entrance entrance;
    private final BiConsumer<String, Throwable> defects;
    private final AtomicLong numbers = new AtomicLong();
    private final WebServer server;

    /**
     * Opens it.
     *
     * @param tls null for no TLS, which is for tests on one machine
     * @param port 0 for any that is free
     * @param defects is told of defects of Weir itself, with their number
     */
    public Door(
            String host,
            int port,
            @Nullable SSLContext tls,
            Entrance entrance,
            List<Route> routes,
            BiConsumer<String, Throwable> defects) {
        this.entrance = entrance;
        this.defects = defects;
        HttpRouting.Builder routing = HttpRouting.builder();
        for (Route route : routes) {
            routing.route(Method.create(route.method().name()), route.path(), (ask, reply) -> serve(route, ask, reply));
        }
        routing.any((ask, reply) -> send(Answer.of(Problem.nowhere()), reply));
        var builder = WebServer.builder()
                .host(host)
                .port(port)
                .maxPayloadSize(MOST_BYTES)
                .shutdownHook(false)
                .routing(routing);
        if (tls != null) {
            builder.tls(t ->
                    t.sslContext(tls).enabledProtocols(ServerTls.PROTOCOLS).enabledCipherSuites(ServerTls.suites(tls)));
        }
        server = builder.build().start();
    }

    public int port() {
        return server.port();
    }

    private void serve(Route route, ServerRequest ask, ServerResponse reply) {
        Answer answer;
        try {
            answer = answer(route, ask);
        } catch (Problem problem) {
            answer = Answer.of(problem);
        } catch (Refusal refusal) {
            answer = Answer.of(Problem.of(refusal));
        } catch (IOException | RuntimeException defect) {
            String number = "E" + numbers.incrementAndGet();
            defects.accept(number, defect);
            answer = Answer.of(Problem.defect(number));
        }
        send(answer, reply);
    }

    private Answer answer(Route route, ServerRequest ask) throws IOException {
        String from = ask.remotePeer().host();
        Map<String, String> headers = headers(ask);
        if (!route.method().isSafe() && "cross-site".equals(headers.get("sec-fetch-site"))) {
            throw Problem.forbidden("A page of another site asked for this; open Weir itself.");
        }
        @Nullable Who who = null;
        switch (route.access()) {
            case Access.Anyone _ -> {}
            case Access.SignedIn _ -> who = known(headers, route, from);
            case Access.With with -> {
                who = known(headers, route, from);
                if (!who.may(with.permission())) {
                    entrance.refused(who, route.method() + " " + route.path());
                    throw Problem.forbidden("This needs the permission "
                            + with.permission().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                            + "; an administrator gives roles that have it.");
                }
            }
        }
        Map<String, String> places = new HashMap<>();
        ask.path()
                .pathParameters()
                .names()
                .forEach(n -> places.put(n, ask.path().pathParameters().get(n)));
        Map<String, String> query = new HashMap<>();
        ask.query().names().forEach(n -> query.put(n, ask.query().get(n)));
        return route.handler()
                .answer(new Asked(
                        who, from, places, query, headers, ask.content().inputStream()));
    }

    private Who known(Map<String, String> headers, Route route, String from) throws IOException {
        Who who = entrance.who(headers, route.method().isSafe(), from);
        if (who == null) {
            throw Problem.notSignedIn();
        }
        return who;
    }

    private static Map<String, String> headers(ServerRequest ask) {
        Map<String, String> headers = new HashMap<>(); // the library bounds them
        ask.headers().forEach(h -> headers.put(h.headerName().lowerCase(), value(h)));
        return headers;
    }

    /** HTTP/2 may send the cookies one by one. */
    private static String value(Header header) {
        return header.headerName().equals(HeaderNames.COOKIE) ? String.join("; ", header.allValues()) : header.get();
    }

    private static void send(Answer answer, ServerResponse reply) {
        reply.status(Status.create(answer.status()));
        SAFETY.forEach((name, value) -> reply.header(HeaderNames.create(name), value));
        answer.headers().forEach((name, value) -> reply.header(HeaderNames.create(name), value));
        if (answer.type().isEmpty()) {
            reply.send();
            return;
        }
        reply.header(HeaderNames.CONTENT_TYPE, answer.type());
        try (OutputStream to = reply.outputStream()) {
            answer.body().write(to);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
