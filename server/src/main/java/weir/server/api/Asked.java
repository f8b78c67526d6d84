// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.server.identity.Who;
import weir.server.json.Json;
import weir.server.json.NoJson;

/** What somebody asked for. */
public final class Asked {

    /** Bytes of a body that is JSON. */
    private static final int MOST_JSON = 1 << 20;

    private final @Nullable Who who;
    private final String from;
    private final Map<String, String> places;
    private final Map<String, String> query;
    private final Map<String, String> headers;
    private final InputStream body;

    /**
     * @param who null where nothing is known of them
     * @param from network address they ask from
     * @param places what stands in the places of the path
     * @param query what stands behind the question mark, by name
     * @param headers by lower-case name
     */
    Asked(
            @Nullable Who who,
            String from,
            Map<String, String> places,
            Map<String, String> query,
            Map<String, String> headers,
            InputStream body) {
        this.who = who;
        this.from = from;
        this.places = places;
        this.query = query;
        this.headers = headers;
        this.body = body;
    }

    /** Who asks, where the route lets in only those who signed in. */
    public Who who() {
        if (who == null) {
            throw Problem.notSignedIn();
        }
        return who;
    }

    public String from() {
        return from;
    }

    /** What stands in a place of the path; {@code ~} there stands for {@code /}. */
    public String place(String name) {
        return places.getOrDefault(name, "").replace('~', '/');
    }

    /** A parameter behind the question mark, "" where it is not given. */
    public String text(String name) {
        return query.getOrDefault(name, "");
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** By lower-case name. */
    Map<String, String> headers() {
        return headers;
    }

    /** A whole number behind the question mark. */
    public long number(String name, long usual, long least, long most) {
        String text = text(name);
        if (text.isEmpty()) {
            return usual;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw Problem.wrong("'" + name + "' has to be a whole number from " + least + " to " + most + ".");
    }

    /** One of these words; the first where none is given. */
    public <E extends Enum<E>> E word(String name, Class<E> words) {
        String text = text(name);
        for (E word : words.getEnumConstants()) {
            if (text.isEmpty() || word.name().equalsIgnoreCase(text)) {
                return word;
            }
        }
        throw Problem.wrong("'" + name + "' is not one of the words that are known for it.");
    }

    /** The body as a JSON object. */
    public Fields fields() throws IOException {
        byte[] bytes = body.readNBytes(MOST_JSON + 1);
        if (bytes.length > MOST_JSON) {
            throw Problem.tooLarge(MOST_JSON);
        }
        try {
            return new Fields(Json.read(new ByteArrayInputStream(bytes)));
        } catch (NoJson e) {
            throw Problem.wrong(String.valueOf(e.getMessage()));
        }
    }

    /** The body as it comes; who reads it bounds it. */
    public InputStream body() {
        return body;
    }
}
