// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Row;
import weir.wire.Sink;

/** The lines of Zeek's {@code http.log}: a request and what was answered to it. */
final class ExchangeRows {

    /** Requests that wait for an answer; as many as {@link Exchange} keeps. */
    private static final int MOST_OPEN = 32;

    private static final int LONGEST_VALUE = 4096;
    private static final int VERSION_AT = 5;
    private static final int VERSION_LENGTH = 3;
    private static final int REASON_AT = 13;

    /** Header fields that a proxy sets, in capitals as Zeek writes them. */
    private static final Set<String> OF_PROXIES = Set.of(
            "FORWARDED",
            "X-FORWARDED-FOR",
            "X-FORWARDED-FROM",
            "CLIENT-IP",
            "VIA",
            "XROXY-CONNECTION",
            "PROXY-CONNECTION");

    /** By number of the request. */
    private final Map<Long, Row> open = new HashMap<>();

    private long depth;
    private long asked;
    private long answered;
    private @Nullable Row question;
    private @Nullable Row answer;

    /** A request, the cursor at its head; it is not moved. */
    void ask(Cursor in, Head head, Method method, Body body, Sink out) {
        Row row = begin(out).set("method", method.spelled());
        row.set("uri", unescaped(octets(in, head.target, head.targetLength)));
        fields(row, in);
        row.set("request_body_len", body.told());
        if (open.size() < MOST_OPEN) {
            open.put(asked, row);
        }
        asked++;
        question = row;
        out.row(row);
    }

    /** An answer: told as soon as what follows it is there, or when the connection ends. */
    void answer(Cursor in, int status, Body body, Sink out) {
        Row known = open.get(answered);
        Row row = known == null ? begin(out) : known;
        String line = line(in);
        String reason = line.length() > REASON_AT ? line.substring(REASON_AT) : "";
        row.set("version", line.substring(VERSION_AT, VERSION_AT + VERSION_LENGTH));
        row.set("status_code", status).set("status_msg", reason);
        if (status / 100 == 1 && status != 101) {
            row.set("info_code", status).set("info_msg", reason);
            return;
        }
        open.remove(answered);
        answered += known == null ? 0 : 1;
        answer = row;
        moved(Direction.TO_CLIENT, body, out);
    }

    /** Some of what follows a head went by. */
    void moved(Direction way, Body body, Sink out) {
        Row row = way == Direction.TO_SERVER ? question : answer;
        if (row == null || !row.waits()) {
            return;
        }
        String column = way == Direction.TO_SERVER ? "request_body_len" : "response_body_len";
        if (body.isEndless()) {
            row.fields().remove(column);
        } else {
            row.set(column, body.told());
        }
        out.row(way == Direction.TO_CLIENT && body.isTold() ? row.answered() : row);
    }

    /** Some messages were not seen: what was asked before is not answered any more. */
    void lost() {
        open.clear();
        answered = asked;
    }

    private Row begin(Sink out) {
        depth++;
        Row row = new Row("http", out.time()).set("trans_depth", depth).list("tags");
        row.set("request_body_len", 0).set("response_body_len", 0);
        return row.waiting(Long.toString(depth));
    }

    private static String line(Cursor in) {
        int end = 0;
        while (in.peek(end) >= ' ' && end < LONGEST_VALUE) {
            end++;
        }
        return octets(in, 0, end);
    }

    private void fields(Row row, Cursor in) {
        int at = next(in, 0);
        while (in.peek(at) > ' ') {
            int colon = at;
            while (in.peek(colon) > ' ' && in.peek(colon) != ':') {
                colon++;
            }
            int end = colon;
            while (in.peek(end) >= 0 && in.peek(end) != '\r' && in.peek(end) != '\n') {
                end++;
            }
            if (in.peek(colon) == ':') {
                String name = octets(in, at, colon - at).toUpperCase(Locale.ROOT);
                field(row, name, octets(in, colon + 1, end - colon - 1).strip());
            }
            at = next(in, end);
        }
    }

    private static int next(Cursor in, int from) {
        int at = from;
        while (in.peek(at) >= 0 && in.peek(at) != '\n') {
            at++;
        }
        return at + 1;
    }

    private static void field(Row row, String name, String value) {
        switch (name) {
            case "HOST" -> row.set("host", value);
            case "REFERER" -> row.set("referrer", value);
            case "USER-AGENT" -> row.set("user_agent", value);
            case "ORIGIN" -> row.set("origin", value);
            case "AUTHORIZATION", "PROXY-AUTHORIZATION" -> {
                byte[] octets = value.getBytes(StandardCharsets.ISO_8859_1);
                String user = Credentials.user(new Cursor().wrap(octets, 0, octets.length));
                if (!user.isEmpty()) {
                    row.set("username", user);
                }
            }
            default -> {
                if (OF_PROXIES.contains(name)) {
                    row.add("proxied", name + " -> " + value);
                }
            }
        }
    }

    private static String octets(Cursor in, int from, int length) {
        int size = Math.clamp(length, 0, Math.max(0, Math.min(LONGEST_VALUE, in.left() - from)));
        return new String(in.bytes(), in.offset() + from, size, StandardCharsets.ISO_8859_1);
    }

    /** Percent and two hexadecimal digits as the octet that they stand for (RFC 3986, 2.1). */
    private static String unescaped(String target) {
        if (target.indexOf('%') < 0) {
            return target;
        }
        StringBuilder plain = new StringBuilder(target.length());
        for (int at = 0; at < target.length(); at++) {
            char letter = target.charAt(at);
            int high = letter == '%' && at + 2 < target.length() ? Character.digit(target.charAt(at + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(target.charAt(at + 2), 16);
            if (low >= 0) {
                plain.append((char) (high << 4 | low));
                at += 2;
            } else {
                plain.append(letter);
            }
        }
        return plain.toString();
    }
}
