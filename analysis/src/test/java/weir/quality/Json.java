// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One JSON value (RFC 8259), as maps, lists, strings, numbers and booleans; null is the string "null". */
final class Json {

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        return new Json(text).value();
    }

    /** The value as an object; an empty one where it is none. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> object(String text) {
        return parse(text) instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private Object value() {
        skip();
        return switch (peek()) {
            case '{' -> members();
            case '[' -> elements();
            case '"' -> string();
            default -> word();
        };
    }

    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        at++;
        while (next('}')) {
            String name = string();
            skip();
            at++;
            members.put(name, value());
        }
        return members;
    }

    private List<Object> elements() {
        List<Object> elements = new ArrayList<>();
        at++;
        while (next(']')) {
            elements.add(value());
        }
        return elements;
    }

    /** Whether another one comes before the end. */
    private boolean next(char end) {
        skip();
        if (peek() == ',') {
            at++;
            skip();
        }
        if (peek() == end || at >= text.length()) {
            at++;
            return false;
        }
        return true;
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        at++;
        while (at < text.length() && peek() != '"') {
            char c = text.charAt(at++);
            if (c == '\\') {
                c = escaped(text.charAt(at++));
            }
            out.append(c);
        }
        at++;
        return out.toString();
    }

    private char escaped(char c) {
        if (c == 'u') {
            at += 4;
            return (char) Integer.parseInt(text, at - 4, at, 16);
        }
        int which = "bfnrt".indexOf(c);
        return which < 0 ? c : "\b\f\n\r\t".charAt(which);
    }

    private Object word() {
        int from = at;
        while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(from, at);
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> word;
            default -> Double.valueOf(word);
        };
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }
}
