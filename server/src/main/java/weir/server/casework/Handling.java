// SPDX-License-Identifier: Apache-2.0
package weir.server.casework;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.server.json.Json;

/**
 * What was done with an incident.
 *
 * @param owner who looks after it, or ""
 * @param state how far they are
 * @param reason why it was closed, or ""
 * @param closedEnd end of its last evidence when it was closed, nanoseconds since the epoch
 * @param comments in order of time, at most {@link #MOST_COMMENTS}
 */
public record Handling(String owner, State state, String reason, long closedEnd, List<Comment> comments) {

    static final int MOST_COMMENTS = 500;

    /** Nobody has looked at it. */
    public static final Handling NONE = new Handling("", State.OPEN, "", 0, List.of());

    public enum State {
        OPEN,
        /** Something new was seen of it after it had been closed. */
        REOPENED,
        CLOSED
    }

    /**
     * What somebody says of it.
     *
     * @param time when, milliseconds since the epoch
     */
    public record Comment(String who, long time, String text) {}

    public Handling {
        comments = List.copyOf(comments);
    }

    Handling ownedBy(String other) {
        return new Handling(other, state, reason, closedEnd, comments);
    }

    Handling closed(String why, long end) {
        return new Handling(owner, State.CLOSED, why, end, comments);
    }

    Handling reopened() {
        return new Handling(owner, State.REOPENED, reason, closedEnd, comments);
    }

    Handling with(Comment comment) {
        List<Comment> more = new ArrayList<>(comments);
        more.add(comment);
        return new Handling(owner, state, reason, closedEnd, more);
    }

    String text() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("owner", owner);
        fields.put("state", state.name());
        fields.put("reason", reason);
        fields.put("closedEnd", closedEnd);
        fields.put(
                "comments",
                comments.stream()
                        .map(c -> Map.of("who", c.who, "time", c.time, "text", c.text))
                        .toList());
        return Json.text(fields);
    }

    static Handling of(String text) throws IOException {
        Map<String, @Nullable Object> fields = Json.read(text);
        List<Comment> comments = new ArrayList<>();
        if (fields.get("comments") instanceof List<?> list) {
            for (Object one : list) {
                if (one instanceof Map<?, ?> c && c.get("time") instanceof Long time) {
                    comments.add(new Comment(String.valueOf(c.get("who")), time, String.valueOf(c.get("text"))));
                }
            }
        }
        return new Handling(
                String.valueOf(fields.get("owner")),
                State.valueOf(String.valueOf(fields.get("state"))),
                String.valueOf(fields.get("reason")),
                fields.get("closedEnd") instanceof Long end ? end : 0,
                comments);
    }
}
