// SPDX-License-Identifier: Apache-2.0
package weir.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookTest {

    private static final String TOKEN = "s3cret-of-the-test";

    @TempDir
    static Path keys;

    private static SSLContext tls;
    private static Path authority;

    @TempDir
    Path folder;

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> headers = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private HttpsServer server;
    private Path tokenFile;

    @BeforeAll
    static void certify() throws Exception {
        authority = keys.resolve("ca.pem");
        tls = Certificates.server(keys, "dns:localhost", authority);
    }

    @BeforeEach
    void serve() throws Exception {
        tokenFile = Files.writeString(folder.resolve("token"), TOKEN + "\n");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/weir", this::take);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Integer answer = answers.poll();
        int status = answer == null ? 204 : answer;
        if (status < 300) {
            taken.add(body);
            headers.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
        }
        exchange.getResponseHeaders().add("Location", "/weir");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Test
    void each_message_is_a_post_with_its_id_and_the_token() throws IOException {
        assertThat(deliver(2, 5)).isEqualTo(new Delivery.Result(2, 0, "", ""));
        assertThat(taken).containsExactly("text é 0", "text é 1");
        assertThat(headers)
                .containsExactly(
                        "POST application/json F-0 Bearer " + TOKEN, "POST application/json F-1 Bearer " + TOKEN);
    }

    @Test
    void a_server_in_trouble_is_tried_again_and_a_redirection_is_not_followed() throws IOException {
        answers.addAll(List.of(500, 429, 302));
        assertThat(deliver(2, 20)).isEqualTo(new Delivery.Result(2, 0, "", ""));
        assertThat(taken).containsExactly("text é 0", "text é 1");
    }

    @Test
    void what_is_refused_is_counted_and_does_not_hold_up_the_rest() throws IOException {
        answers.add(422);
        assertThat(deliver(2, 5)).isEqualTo(new Delivery.Result(1, 1, "", "F-0: the receiver answered 422"));
        assertThat(taken).containsExactly("text é 1");
    }

    @Test
    void a_wrong_token_ends_it_at_once_and_is_not_told() throws IOException {
        answers.add(401);
        Delivery.Result result = deliver(2, 60);
        assertThat(result).isEqualTo(new Delivery.Result(0, 0, "the receiver answered 401: is the token right?", ""));
        assertThat(result.toString()).doesNotContain(TOKEN);
        assertThat(taken).isEmpty();
    }

    @Test
    void a_server_that_is_down_gets_everything_once_it_is_up() throws Exception {
        int port = server.getAddress().getPort();
        server.stop(0);
        assertThat(deliver(port, 3, 1).failure()).isNotEmpty();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/weir", this::take);
        server.start();
        assertThat(deliver(port, 0, 20)).isEqualTo(new Delivery.Result(3, 0, "", ""));
        assertThat(taken).containsExactly("text é 0", "text é 1", "text é 2");
    }

    @Test
    void a_token_that_no_header_can_have_is_not_read() throws IOException {
        Files.writeString(tokenFile, "one\r\nX-Other: two");
        assertThatThrownBy(() -> deliver(1, 1))
                .hasMessageContaining("is no token")
                .hasMessageNotContaining("two\n");
        Files.writeString(tokenFile, "x".repeat(9000));
        assertThatThrownBy(() -> deliver(1, 1)).hasMessageContaining("is too long for a token");
    }

    private Delivery.Result deliver(int messages, int seconds) throws IOException {
        return deliver(server.getAddress().getPort(), messages, seconds);
    }

    private Delivery.Result deliver(int port, int messages, int seconds) throws IOException {
        try (Spool spool = Spool.open(folder.resolve("spool"), 1 << 20);
                Receiver webhook = Destination.of("https://localhost:" + port + "/weir")
                        .receiver(Trust.in(authority), "application/json", tokenFile)) {
            spool.add(SpoolTest.messages(0, messages));
            return new Delivery(spool, webhook, Duration.ofSeconds(seconds), () -> false).run();
        }
    }
}
