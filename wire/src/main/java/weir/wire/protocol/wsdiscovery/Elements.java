// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.wsdiscovery;

import weir.wire.Cursor;

/**
 * Finds the text of elements in an XML document by their local names, octet by octet: nothing is expanded, resolved or
 * nested, so the work is bounded by the length of the document.
 */
final class Elements {

    private byte[] data = {};
    private int from;
    private int end;
    private int textFrom;
    private int textEnd;

    void of(Cursor in) {
        data = in.bytes();
        from = in.offset();
        end = from + in.left();
    }

    /** Whether the document ends with the end of an element of this name. */
    boolean endsWith(String name) {
        int last = end;
        while (last > from && isBlank(data[last - 1])) {
            last--;
        }
        int begin = last - name.length() - 1;
        return begin > from && data[last - 1] == '>' && is(name, begin);
    }

    boolean contains(String text) {
        for (int at = from; at + text.length() <= end; at++) {
            if (data[at] == text.charAt(0) && is(text, at)) {
                return true;
            }
        }
        return false;
    }

    /** Finds the first element of this local name; false where there is none. */
    boolean find(String name) {
        for (int at = from; at + name.length() < end; at++) {
            if (data[at] == '<' && opens(name, at + 1)) {
                return true;
            }
        }
        textFrom = from;
        textEnd = from;
        return false;
    }

    /** Whether an element of this name opens here; its text then is found. */
    private boolean opens(String name, int tag) {
        int at = tag;
        for (int i = at; i < end && isName(data[i]); i++) {
            if (data[i] == ':') {
                at = i + 1;
            }
        }
        int behind = at + name.length();
        if (behind >= end || !is(name, at) || isName(data[behind])) {
            return false;
        }
        int open = behind;
        while (open < end && data[open] != '>') {
            open++;
        }
        textFrom = Math.min(open + 1, end);
        textEnd = textFrom;
        boolean empty = data[Math.min(open, end) - 1] == '/';
        while (!empty && textEnd < end && data[textEnd] != '<') {
            textEnd++;
        }
        trim();
        return true;
    }

    private void trim() {
        while (textFrom < textEnd && isBlank(data[textFrom])) {
            textFrom++;
        }
        while (textEnd > textFrom && isBlank(data[textEnd - 1])) {
            textEnd--;
        }
    }

    private boolean is(String name, int at) {
        for (int i = 0; i < name.length(); i++) {
            if (at + i >= end || data[at + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isName(byte octet) {
        return octet > ' ' && octet != '>' && octet != '/';
    }

    private static boolean isBlank(byte octet) {
        return octet == ' ' || octet == '\n' || octet == '\r' || octet == '\t';
    }

    /** The text that was found last. */
    Cursor text(Cursor into) {
        return into.wrap(data, textFrom, textEnd - textFrom);
    }
}
