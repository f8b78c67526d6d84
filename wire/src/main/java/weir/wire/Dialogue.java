// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import org.jspecify.annotations.Nullable;

/**
 * The reader of one conversation. The sensor cuts the stream into messages with {@link #frame} and hands over each,
 * whole and in order, with {@link #message}; a datagram is one message without having been framed. State is bounded.
 * Nothing here throws: what is wrong with a message is told to the sink as a violation.
 */
public interface Dialogue {

    /** Answer of {@link #frame}: the message is not all there. */
    int MORE = 0;

    /** Answer of {@link #frame}: no message begins here; the sensor looks further on. */
    int LOST = -1;

    /** Answer of {@link #frame}: nothing in this direction is of interest any more; the sensor stops looking. */
    int DONE = -2;

    /**
     * Length of the message that begins here: more than 0, even if not all of it is there yet, when the length is
     * known; {@link #MORE}, {@link #LOST}, {@link #DONE}, or {@link #skip}. Reads no further than it must; called again
     * with more bytes, and at other places after a loss, so it changes no state. Stricter is better: after a loss it
     * decides where the next message begins. Never called for datagrams.
     */
    default int frame(Cursor in, Direction way) {
        return in.left();
    }

    /** One whole message, or as much of it as {@link #frame} gave. */
    void message(Cursor in, Direction way, Sink out);

    /**
     * Name of the protocol that is really spoken, where the recognised one only carries it (S7comm in ISO on TCP); null
     * for the recognised one.
     */
    default @Nullable String speaks() {
        return null;
    }

    /** Bytes were lost in this direction: what was begun in it will not be ended. */
    default void lost(Direction way) {}

    /**
     * Nothing more comes this way, told once a direction: its sender closed it and all before that was handed over;
     * else ({@code closed} is not set) it was broken off, or fell silent.
     */
    default void ended(Direction way, boolean closed, Sink out) {}

    /**
     * Which way the message really goes, where its content tells; asked for the first messages of a conversation
     * whose opening was not seen.
     */
    default Direction direction(Cursor in, Direction presumed) {
        return presumed;
    }

    /** Answer of {@link #frame}: the next {@code count} bytes (at least 1) are of no interest and need not be kept. */
    static int skip(int count) {
        return Integer.MIN_VALUE + Math.min(count, 1 << 30);
    }

    /** The count in a {@link #skip} answer; 0 for any other answer. */
    static int skipped(int answer) {
        return answer < DONE ? answer - Integer.MIN_VALUE : 0;
    }
}
