// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.listen;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a connection (RFC 6587, 3.4; RFC 5425, 4.3):
 *
 * <pre>
 * octets " " message          the message begins with "&lt;"
 * message LF                  or NUL
 * </pre>
 *
 * A sender may change from one to the other.
 */
final class SyslogFrames {

    static final int LONGEST = 1 << 16;
    private static final int MOST_DIGITS = 9;

    private final InputStream in;
    private final Losses losses;
    private final byte[] buffer = new byte[1 << 12];
    private byte[] message = new byte[1 << 10]; // grows to LONGEST
    private int next;
    private int filled;
    private int length;
    private boolean cut;

    /** @param whole its length was given, so that it may have lines of its own */
    record Frame(String text, boolean whole) {}

    SyslogFrames(InputStream in, Losses losses) {
        this.in = in;
        this.losses = losses;
    }

    /** The next message, null at the end. */
    @Nullable
    Frame next() throws IOException {
        length = 0;
        cut = false;
        int c = read();
        while (c == '\n' || c == '\r' || c == ' ' || c == 0) {
            c = read();
        }
        if (c < 0) {
            return null;
        }
        long octets = 0;
        while (c >= (length == 0 ? '1' : '0') && c <= '9' && length < MOST_DIGITS) {
            octets = octets * 10 + c - '0';
            keep(c);
            c = read();
        }
        if (octets > 0 && c == ' ') {
            keep(c);
            c = read();
            if (c == '<') {
                return counted(octets);
            }
        }
        return line(c);
    }

    private @Nullable Frame counted(long octets) throws IOException {
        length = 0;
        keep('<');
        for (long i = 1; i < octets; i++) {
            int c = read();
            if (c < 0) {
                losses.add(Losses.Why.UNFINISHED);
                return null;
            }
            keep(c);
        }
        return frame(true);
    }

    private Frame line(int first) throws IOException {
        for (int c = first; c > 0 && c != '\n'; c = read()) {
            keep(c);
        }
        return frame(false);
    }

    private Frame frame(boolean whole) {
        if (cut) {
            losses.add(Losses.Why.TOO_LONG);
        }
        return new Frame(text(message, length), whole);
    }

    /** Without the ends of lines and zero octets behind it. */
    static String text(byte[] octets, int length) {
        int end = length;
        while (end > 0 && octets[end - 1] >= 0 && octets[end - 1] <= ' ') {
            end--;
        }
        return new String(octets, 0, end, StandardCharsets.UTF_8);
    }

    private void keep(int octet) {
        if (length == LONGEST) {
            cut = true;
            return;
        }
        if (length == message.length) {
            message = Arrays.copyOf(message, length * 2);
        }
        message[length++] = (byte) octet;
    }

    private int read() throws IOException {
        if (next == filled) {
            filled = Math.max(0, in.read(buffer));
            next = 0;
            if (filled == 0) {
                return -1;
            }
        }
        return buffer[next++] & 0xff;
    }
}
