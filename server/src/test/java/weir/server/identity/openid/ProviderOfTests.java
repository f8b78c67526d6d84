// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import weir.server.json.Json;

/** An OpenID provider over TLS that signs what it says; a test may make it lie. */
public final class ProviderOfTests implements AutoCloseable {

    private final HttpsServer server;
    private final Map<String, Map<String, String>> codes = new HashMap<>();
    private final ECKey key;

    public ECKey signsWith;
    public String issuer;
    public UnaryOperator<JWTClaimsSet.Builder> lie = UnaryOperator.identity();

    public ProviderOfTests(SSLContext tls) throws IOException, JOSEException {
        key = new ECKeyGenerator(Curve.P_256).keyID("1").generate();
        signsWith = key;
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 10);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        issuer = "https://localhost:" + server.getAddress().getPort();
        server.createContext(
                "/.well-known/openid-configuration",
                x -> send(
                        x,
                        Json.text(Map.of(
                                "issuer", issuer,
                                "authorization_endpoint", at("/authorize"),
                                "token_endpoint", at("/token"),
                                "jwks_uri", at("/keys")))));
        server.createContext("/keys", x -> send(x, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    public URI address() {
        return URI.create(at(""));
    }

    private String at(String path) {
        return "https://localhost:" + server.getAddress().getPort() + path;
    }

    /** The person signs in there; the code that their browser brings back. */
    public String signedIn(URI asked) {
        String code = "code" + codes.size();
        codes.put(code, fields(asked.getRawQuery()));
        return code;
    }

    public static Map<String, String> fields(String form) {
        Map<String, String> fields = new HashMap<>();
        for (String field : form.split("&")) {
            String[] parts = field.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = Objects.requireNonNullElse(codes.remove(form.getOrDefault("code", "")), Map.of());
        String known =
                "Basic " + Base64.getEncoder().encodeToString("weir:the+secret".getBytes(StandardCharsets.UTF_8));
        try {
            boolean right = known.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                    && form.getOrDefault("redirect_uri", "").equals(asked.get("redirect_uri"))
                    && challenge(form.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"));
            if (right) {
                send(
                        exchange,
                        Json.text(Map.of("id_token", signed(asked), "token_type", "Bearer", "access_token", "x")));
            } else {
                exchange.sendResponseHeaders(400, -1);
                exchange.close();
            }
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static String challenge(String verifier) throws Exception {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    }

    private String signed(Map<String, String> asked) throws JOSEException {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("weir")
                .subject("4711")
                .issueTime(new Date())
                .expirationTime(new Date(System.currentTimeMillis() + 60_000))
                .claim("nonce", asked.get("nonce"))
                .claim("preferred_username", "Anna")
                .claim("name", "Anna Müller")
                .claim("groups", List.of("engineers", "staff"))
                .claim("amr", List.of("pwd", "otp"));
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("1").build(),
                lie.apply(claims).build());
        token.sign(new ECDSASigner(signsWith));
        return token.serialize();
    }

    private static void send(HttpExchange exchange, String body) throws IOException {
        byte[] octets = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, octets.length);
        exchange.getResponseBody().write(octets);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
