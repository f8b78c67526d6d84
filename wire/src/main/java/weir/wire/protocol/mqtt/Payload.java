// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mqtt;

import weir.model.PointValue;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.protocol.Spelling;

/**
 * What a topic carries, as far as it is plain: a number, {@code true} or {@code false}, a short text, or a flat JSON
 * object, whose members are told as {@code topic#member}; members that hold others are left out.
 */
final class Payload {

    private static final int LONGEST_TEXT = 64;
    private static final int LONGEST_NAME = 256;
    private static final int MOST_MEMBERS = 64;
    private static final int DEEPEST = 16;

    private final Spelling name = new Spelling(LONGEST_NAME);
    private final Numeral numeral = new Numeral();
    private final Cursor value = new Cursor();

    // of the members that are read
    private Subject broker = new Subject(weir.model.Address.NONE, "");
    private int topic;

    void read(Cursor in, String topicName, Sink out) {
        broker = out.server("");
        blanks(in);
        if (in.peek(0) == '{') {
            topic = name.begin().put(topicName).length();
            int begin = in.read();
            if (members(in, false, out)) {
                in.seek(begin);
                members(in, true, out);
            }
            return;
        }
        int length = in.left();
        while (length > 0 && in.peek(length - 1) <= ' ') {
            length--;
        }
        in.slice(length, value);
        if (length > 0 && scalar(value, isText(value), out)) {
            out.point(broker, Publications.TOPIC, -1, topicName, type, PointValue.Origin.REPORTED);
        }
    }

    /** How the value last read was written. */
    private String type = "";

    /** Puts a value into the reading; false where it is none that is told. */
    private boolean scalar(Cursor in, boolean text, Sink out) {
        if (numeral.parse(in, in.left())) {
            numeral.put(out.reading());
            type = "number";
            return true;
        }
        boolean isTrue = isWord(in, "true");
        if (isTrue || isWord(in, "false")) {
            out.reading().integer(isTrue ? 1 : 0);
            type = "boolean";
            return true;
        }
        if (text) {
            out.reading().text(out.text(in, in.left()));
            type = "text";
        }
        return text;
    }

    private static boolean isWord(Cursor in, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (in.peek(i) != word.charAt(i)) {
                return false;
            }
        }
        return in.left() == word.length();
    }

    private static boolean isText(Cursor in) {
        for (int i = 0; i < in.left(); i++) {
            if (in.peek(i) < ' ' || in.peek(i) == 0x7f) {
                return false;
            }
        }
        return in.left() <= LONGEST_TEXT && in.peek(0) != '[' && in.peek(0) != '<';
    }

    /** Reads {@code { "name": value, ... }}, telling of its members or not; false where it is no such thing. */
    private boolean members(Cursor in, boolean told, Sink out) {
        in.skip(1);
        for (int i = 0; in.left() > 0; i++) {
            blanks(in);
            if (i == 0 && in.peek(0) == '}') {
                return true;
            }
            if (!member(in, told && i < MOST_MEMBERS, out)) {
                return false;
            }
            blanks(in);
            int next = in.u8();
            if (next != ',') {
                return next == '}';
            }
        }
        return false;
    }

    private boolean member(Cursor in, boolean told, Sink out) {
        int key = quoted(in);
        if (key < 0) {
            return false;
        }
        in.skip(1);
        name.cut(topic).put("#").put(in, key);
        in.skip(1);
        blanks(in);
        if (in.u8() != ':') {
            return false;
        }
        blanks(in);
        int first = in.peek(0);
        if (first == '{' || first == '[') {
            return nested(in);
        }
        int length = first == '"' ? quoted(in) : word(in);
        boolean text = first == '"';
        if (length < (text ? 0 : 1)) {
            return false;
        }
        in.skip(text ? 1 : 0);
        in.slice(length, value);
        in.skip(text ? 1 : 0);
        if (told && length > 0 && (text ? text(out) : scalar(value, false, out))) {
            out.point(broker, Publications.TOPIC, -1, name.text(out), type, PointValue.Origin.REPORTED);
        }
        return in.ok();
    }

    /** A quoted value is text, whatever it looks like. */
    private boolean text(Sink out) {
        if (value.left() > LONGEST_TEXT) {
            return false;
        }
        out.reading().text(out.text(value, value.left()));
        type = "text";
        return true;
    }

    /** Octets between the quotation marks that begin here; -1 where they do not. */
    private static int quoted(Cursor in) {
        if (in.peek(0) != '"') {
            return -1;
        }
        for (int i = 1; i < in.left(); i++) {
            if (in.peek(i) == '\\') {
                i++;
            } else if (in.peek(i) == '"') {
                return i - 1;
            }
        }
        return -1;
    }

    /** Octets of a number or a word. */
    private static int word(Cursor in) {
        int length = 0;
        while (length < in.left() && in.peek(length) > ' ' && in.peek(length) != ',' && in.peek(length) != '}') {
            length++;
        }
        return length;
    }

    /** Passes over an object or an array. */
    private static boolean nested(Cursor in) {
        int depth = 0;
        while (in.left() > 0) {
            int octet = in.peek(0);
            if (octet == '"') {
                int length = quoted(in);
                if (length < 0) {
                    return false;
                }
                in.skip(length + 2);
                continue;
            }
            in.skip(1);
            depth += octet == '{' || octet == '[' ? 1 : octet == '}' || octet == ']' ? -1 : 0;
            if (depth == 0) {
                return true;
            }
            if (depth > DEEPEST) {
                return false;
            }
        }
        return false;
    }

    private static void blanks(Cursor in) {
        while (in.peek(0) == ' ' || in.peek(0) >= '\t' && in.peek(0) <= '\r') {
            in.skip(1);
        }
    }
}
