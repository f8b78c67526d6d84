// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Lines of at most {@value #LONGEST} characters; what is longer is skipped to its end and said so. Several events of
 * Windows in one line are taken apart, as exports hold all of them in a single one.
 */
final class BoundedLines {

    static final int LONGEST = 1 << 20;
    private static final String EVENT_END = "</Event>";

    private final Reader in;
    private final StringBuilder line = new StringBuilder();
    private final char[] buffer = new char[1 << 14];
    private int next;
    private int filled;
    private long number = 1;
    private boolean begun;
    private boolean atEnd;

    BoundedLines(Reader in) {
        this.in = in;
    }

    /** Number of the line given last. */
    long number() {
        return number;
    }

    /** The line given last ended with the input, and not with its own end. */
    boolean isAtEnd() {
        return atEnd;
    }

    /** The next line or event, null at the end, and {@link #TOO_LONG} itself for one that is. */
    @Nullable
    String next() throws IOException {
        line.setLength(0);
        number += begun ? 1 : 0;
        begun = false;
        boolean tooLong = false;
        for (int c = read(); c >= 0; c = read()) {
            if (c == '\n') {
                begun = true;
                return tooLong ? TOO_LONG : text();
            }
            if (line.length() == LONGEST) {
                tooLong = true;
                continue;
            }
            line.append((char) c);
            if (c == '>' && endsEvent()) {
                return tooLong ? TOO_LONG : text();
            }
        }
        atEnd = true;
        return tooLong ? TOO_LONG : line.isEmpty() ? null : text();
    }

    /** Stands for a line that is too long; known by being this very text. */
    @SuppressWarnings("StringOperationCanBeSimplified") // another text with the same letters is no such line
    static final String TOO_LONG = new String("line too long");

    private boolean endsEvent() {
        int from = line.length() - EVENT_END.length();
        return from >= 0 && line.indexOf(EVENT_END, from) == from;
    }

    private String text() {
        int end = line.length();
        return line.substring(0, end > 0 && line.charAt(end - 1) == '\r' ? end - 1 : end);
    }

    private int read() throws IOException {
        if (next == filled) {
            filled = in.read(buffer);
            next = 0;
            if (filled <= 0) {
                filled = 0;
                return -1;
            }
        }
        return buffer[next++];
    }
}
