// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import weir.server.identity.session.SessionCookie;
import weir.server.json.Json;

/** A browser of a test: keeps the cookie, sends the header that shows the page is its own, holds answers to the contract. */
public final class Browser {

    private final HttpClient client;
    private final String base;
    private String cookie = "";
    private String csrf = "";

    public Browser(SSLContext trusting, int port) {
        client = HttpClient.newBuilder()
                .sslContext(trusting)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        base = "https://localhost:" + port;
    }

    /** What came back. */
    public record Reply(int status, Map<String, @Nullable Object> body, HttpResponse<String> whole) {
        public String text(String name) {
            return String.valueOf(body.get(name));
        }

        @SuppressWarnings("unchecked")
        public List<Map<String, Object>> items() {
            return (List<Map<String, Object>>) java.util.Objects.requireNonNull(body.get("items"));
        }
    }

    public Reply ask(String method, String path, String body, String... headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!cookie.isEmpty()) {
            request.header("Cookie", "other=1; " + cookie).header("X-Weir-Csrf", csrf);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> reply = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (isObject(reply)) {
                Contract.check(method, path, reply.statusCode(), reply.body());
            }
            return new Reply(reply.statusCode(), isObject(reply) ? Json.read(reply.body()) : Map.of(), reply);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Sends a file. */
    public Reply give(String path, byte[] file) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Cookie", cookie)
                .header("X-Weir-Csrf", csrf)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .build();
        try {
            HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());
            Contract.check("POST", path, reply.statusCode(), reply.body());
            return new Reply(reply.statusCode(), Json.read(reply.body()), reply);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** What comes back as it comes. */
    public InputStream open(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Cookie", cookie)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                    .body();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static boolean isObject(HttpResponse<String> reply) {
        return reply.headers().firstValue("Content-Type").orElse("").endsWith("json");
    }

    public Reply signIn(String name, String password, String code) throws IOException {
        String body = Json.text(Map.of("name", name, "password", password, "code", code));
        cookie = "";
        Reply reply = ask(
                "POST",
                "/api/v1/session",
                code.isEmpty() ? body.replace(",\"code\":\"\"", "").replace("\"code\":\"\",", "") : body);
        reply.whole().headers().firstValue("Set-Cookie").ifPresent(set -> {
            String secret = SessionCookie.secret(set.split(";", 2)[0]);
            cookie = "__Host-weir=" + secret;
            csrf = reply.text("csrf");
        });
        return reply;
    }
}
