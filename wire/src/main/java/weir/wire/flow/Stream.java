// SPDX-License-Identifier: Apache-2.0
package weir.wire.flow;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One direction of a TCP connection: what of it was handed on, what waits for bytes before it, what waits for bytes
 * after it. Needs no handshake: the first segment seen is where it starts.
 */
final class Stream {

    /** Segments that may wait for a missing one, per direction. */
    static final int MOST_HELD = 64;

    /** Bytes that may wait in all, per direction. */
    static final int MOST_HELD_BYTES = 1 << 18;

    /** More segments in a row than this are no repetition: a forged segment far ahead was believed. */
    private static final int MOST_BEHIND = 16;

    final int side;
    boolean started;
    /** Sequence number of the next byte to hand on. */
    int next;

    /** Bytes handed on but not yet a whole message. */
    byte[] buffer = EMPTY;

    int buffered;
    /** Bytes of no interest that are still to come. */
    int skip;
    /** The decoder wants nothing more. */
    boolean done;
    /** Where messages begin is not known: after a loss, or in the middle of a conversation. */
    boolean seeking;

    /** Where messages begin was guessed, and not confirmed yet by one that ended where its segment did. */
    boolean unsure;

    /** Segments in a row that only had bytes that were there before, each after the one before it. */
    int behind;

    private int behindNext;

    /** Segments in a row that were a message of their own while another waited for its end. */
    int wholeSegments;

    /** Its sender closed it, before the byte of this number. */
    boolean closes;

    int end;
    /** That was told. */
    boolean ended;

    /** The segment last handed on whole, as far as a repetition of it is compared: where, how long, its last octets. */
    private int lastSequence;

    private int lastLength;
    private long lastTail;

    long lostBytes;
    int retransmitted;
    int keepAlives;

    private static final byte[] EMPTY = {};

    private @Nullable ArrayDeque<Held> held;
    private int heldBytes;

    /** A copy of a segment that came too early. */
    record Held(int sequence, byte[] bytes, int missing, long since) {}

    Stream(int side) {
        this.side = side;
    }

    /** Whether segments of old bytes follow one another so long that they are no repetition. */
    boolean goesOnBehind(int sequence, int length) {
        behind = behind > 0 && sequence - behindNext >= 0 ? behind + 1 : 1;
        behindNext = sequence + length;
        return behind > MOST_BEHIND;
    }

    void handedOn(int sequence, byte[] data, int offset, int length) {
        lastSequence = sequence;
        lastLength = length;
        lastTail = tail(data, offset, length);
    }

    /** Whether a segment takes the place of the one last handed on and says something else. */
    boolean contradicts(int sequence, byte[] data, int offset, int length) {
        return sequence == lastSequence && length == lastLength && tail(data, offset, length) != lastTail;
    }

    /** The last octets, up to eight: requests and answers of a poll differ there if anywhere. */
    private static long tail(byte[] data, int offset, int length) {
        long tail = 0;
        for (int i = Math.max(0, length - 8); i < length; i++) {
            tail = tail << 8 | data[offset + i] & 0xff;
        }
        return tail;
    }

    boolean waiting() {
        return held != null;
    }

    boolean waitsTooLong(long now, long patience) {
        return held != null && (held.size() > MOST_HELD || heldBytes > MOST_HELD_BYTES || now - oldest() > patience);
    }

    private long oldest() {
        long oldest = Long.MAX_VALUE;
        if (held != null) {
            for (Held h : held) {
                oldest = Math.min(oldest, h.since);
            }
        }
        return oldest;
    }

    /** Keeps a segment in the order of sequence numbers; one that begins where another does is a repetition. */
    void hold(int sequence, byte[] data, int offset, int length, int missing, long now) {
        ArrayDeque<Held> segments = held;
        if (segments == null) {
            segments = new ArrayDeque<>(4);
            held = segments;
        }
        ArrayDeque<Held> sorted = new ArrayDeque<>(segments.size() + 1);
        Held early = new Held(sequence, Arrays.copyOfRange(data, offset, offset + length), missing, now);
        boolean placed = false;
        for (Held h : segments) {
            if (!placed && h.sequence - sequence >= 0) {
                placed = true;
                if (h.sequence == sequence && h.bytes.length >= length) {
                    retransmitted++;
                    return;
                }
                sorted.add(early);
            }
            sorted.add(h);
        }
        if (!placed) {
            sorted.add(early);
        }
        heldBytes += length;
        held = sorted;
    }

    /** The earliest segment that waits, taken out; null if none does. */
    @Nullable
    Held takeFirst() {
        ArrayDeque<Held> segments = held;
        if (segments == null) {
            return null;
        }
        Held first = segments.pollFirst();
        if (first != null) {
            heldBytes -= first.bytes.length;
        }
        if (segments.isEmpty()) {
            held = null;
        }
        return first;
    }

    @Nullable
    Held first() {
        return held == null ? null : held.peekFirst();
    }

    /** Looks for the beginning of a message from here on. */
    void seek() {
        seeking = true;
        unsure = true;
    }

    /** Puts bytes behind those that wait to become a whole message. */
    void append(byte[] data, int offset, int length) {
        if (buffer.length < buffered + length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffered + length, Math.max(256, buffer.length * 2)));
        }
        System.arraycopy(data, offset, buffer, buffered, length);
        buffered += length;
    }

    /** Forgets the first {@code count} bytes that wait; an emptied large buffer is given back. */
    void consume(int count) {
        buffered -= count;
        if (buffered == 0) {
            if (buffer.length > 4096) {
                buffer = EMPTY;
            }
        } else if (count > 0) {
            System.arraycopy(buffer, count, buffer, 0, buffered);
        }
    }
}
