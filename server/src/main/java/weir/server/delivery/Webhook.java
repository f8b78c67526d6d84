// SPDX-License-Identifier: Apache-2.0
package weir.server.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Posts each message to an address by HTTPS. {@code Idempotency-Key} is its stable id. 2xx is taken; 400, 413 and 422
 * is refused; 401 and 403 denies all; whatever else is tried again. A redirection is not followed: the token is meant
 * for this address.
 */
final class Webhook implements Receiver {

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration TO_ANSWER = Duration.ofSeconds(30);
    private static final int LONGEST_TOKEN = 8192;

    private final HttpClient client;
    private final URI address;
    private final String mediaType;
    private final String token;

    Webhook(URI address, Trust trust, String mediaType, String token) {
        this.address = address;
        this.mediaType = mediaType;
        this.token = token;
        this.client = HttpClient.newBuilder()
                .sslContext(trust.context())
                .connectTimeout(TO_CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** The first line of a file, printable ASCII: else it could not be in a header. */
    static String token(Path file) throws IOException {
        if (Files.size(file) > LONGEST_TOKEN) {
            throw new FileSystemException(file.toString(), null, "is too long for a token");
        }
        String token = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
        if (!token.matches("[!-~]+")) {
            throw new FileSystemException(file.toString(), null, "is no token: one line without spaces is wanted");
        }
        return token;
    }

    @Override
    public void send(Message message) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(TO_ANSWER)
                .header("Content-Type", mediaType)
                .header("Idempotency-Key", message.id())
                .header("User-Agent", "weir")
                .POST(HttpRequest.BodyPublishers.ofString(message.text(), StandardCharsets.UTF_8));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        judge(status(request.build()));
    }

    private int status(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void judge(int status) throws IOException {
        String answer = "the receiver answered " + status;
        switch (status) {
            case 400, 413, 422 -> throw new Refused(answer);
            case 401, 403 -> throw new Denied(answer + ": is the token right?");
            default -> {
                if (status < 200 || status > 299) {
                    throw new IOException(answer);
                }
            }
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
