// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.openid;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import weir.server.identity.Refusal;
import weir.server.json.FlatObject;
import weir.server.json.Json;

/** The provider, asked over TLS; its answers are bounded, and it sends nobody elsewhere. */
final class Provider {

    private static final Duration TIME = Duration.ofSeconds(10);
    private static final int MOST_OCTETS = 1 << 20;

    private final OpenIdSettings settings;
    private final HttpClient client;

    /**
     * Where the provider does what.
     *
     * @param authorize where browsers go
     */
    record Places(URI authorize, URI token, URI keys) {}

    Provider(OpenIdSettings settings, SSLContext trusting) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .sslContext(trusting)
                .connectTimeout(TIME)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    Places places() throws IOException {
        String issuer = settings.issuer().toString();
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        Map<String, ?> said =
                Json.read(sent(HttpRequest.newBuilder(URI.create(base + "/.well-known/openid-configuration"))));
        if (!issuer.equals(said.get("issuer"))) {
            throw away("calls itself " + said.get("issuer"));
        }
        return new Places(
                place(said, "authorization_endpoint"), place(said, "token_endpoint"), place(said, "jwks_uri"));
    }

    private static URI place(Map<String, ?> said, String name) throws IOException {
        try {
            URI place = URI.create(String.valueOf(said.get(name)));
            if ("https".equals(place.getScheme())) {
                return place;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw away("has no " + name + " over https");
    }

    /** Its public keys, as JSON. */
    String keys(Places places) throws IOException {
        return sent(HttpRequest.newBuilder(places.keys()));
    }

    /** The signed word on who it is, for the code that the browser brought. */
    String idToken(Places places, String code, String verifier) throws IOException {
        Map<String, String> form = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                settings.returns().toString(),
                "code_verifier",
                verifier);
        String known = encoded(settings.client()) + ":" + encoded(settings.secret());
        HttpRequest.Builder request = HttpRequest.newBuilder(places.token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(known.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(form(form)));
        String body = sent(request);
        return Json.read(body).get("id_token") instanceof String token
                ? token
                : FlatObject.read("the answer of the provider", body).text("id_token");
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String sent(HttpRequest.Builder request) throws IOException {
        HttpRequest ready =
                request.timeout(TIME).header("Accept", "application/json").build();
        try {
            HttpResponse<InputStream> reply = client.send(ready, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = reply.body()) {
                byte[] octets = body.readNBytes(MOST_OCTETS);
                if (reply.statusCode() != 200 || octets.length == MOST_OCTETS) {
                    throw away("answered " + reply.statusCode());
                }
                return new String(octets, StandardCharsets.UTF_8);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away("was not waited for");
        } catch (Refusal known) {
            throw known;
        } catch (IOException e) {
            throw away("cannot be reached");
        }
    }

    static Refusal away(String how) {
        return new Refusal(Refusal.Sort.AWAY, "The OpenID provider " + how + "; local accounts work.");
    }
}
