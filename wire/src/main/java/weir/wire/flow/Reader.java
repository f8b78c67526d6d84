// SPDX-License-Identifier: Apache-2.0
package weir.wire.flow;

import weir.model.Loss;
import weir.model.Violation;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * Cuts what a conversation carries into messages and has them read. Bytes that make no message are passed over until
 * one begins again, so nothing that one side sends can blind the sensor to what follows.
 */
final class Reader {

    /** A message longer than this is taken for a misread length. */
    static final int LONGEST_MESSAGE = 1 << 20;

    /** Bytes kept of a conversation whose protocol is not known yet, per direction. */
    private static final int LONGEST_UNKNOWN = 4096;

    /** Segments in which nothing could be read before the protocol is doubted. */
    private static final int DOUBTS = 6;

    /** Segments in a row that are messages of their own before the one that they are to be part of is doubted. */
    private static final int WHOLE_SEGMENTS = 2;

    /** How many messages may say which side serves. */
    private static final int TELLING = 4;

    private static final Loss UNFRAMED = new Loss("stream", "unframed", "bytes");
    private static final Violation CONTRADICTED = new Violation("tcp", "contradicting_segment");
    private static final Violation SOURCE_ROUTED = new Violation("ipv6", "routing_header_0");
    private static final Loss TCP_GAP = new Loss("tcp", "tcp_gap", "bytes");

    private final Recogniser recogniser;
    private final Sink sink;
    private final Cursor cursor = new Cursor();
    private final Cursor ahead = new Cursor();
    private long failures;

    Reader(Recogniser recogniser, Sink sink) {
        this.recogniser = recogniser;
        this.sink = sink;
    }

    /** One datagram, or the payload of one link frame. */
    void datagram(Flow flow, int side, byte[] data, int offset, int length) {
        if (flow.dialogue == null) {
            Recognition soFar = flow.recognition;
            if (soFar == null || !soFar.worthALook()) {
                return;
            }
            Protocol found = recogniser.recognise(flow, soFar, data, offset, length);
            if (found == null) {
                return;
            }
            open(flow, found);
        }
        flow.describe(sink.at(), side);
        message(flow, side, data, offset, length);
    }

    void open(Flow flow, Protocol protocol) {
        flow.protocol = protocol;
        flow.dialogue = protocol.open();
    }

    /** The next bytes of one direction of a connection, nothing missing before them. */
    void bytes(Flow flow, Stream stream, byte[] data, int offset, int length) {
        if (stream.done || length == 0) {
            return;
        }
        if (flow.dialogue == null && !recognise(flow, stream, data, offset, length)) {
            return;
        }
        flow.describe(sink.at(), stream.side);
        int passed = Math.min(stream.skip, length);
        stream.skip -= passed;
        if (stream.buffered > 0 && stream.unsure && isMessages(flow, stream, data, offset, length)) {
            stream.consume(stream.buffered);
        }
        if (stream.buffered == 0) {
            int used = passed + frames(flow, stream, data, offset + passed, length - passed);
            if (used < length && !stream.done) {
                stream.append(data, offset + used, length - used);
            }
            return;
        }
        if (misread(flow, stream, data, offset + passed, length - passed)) {
            stream.consume(1);
            lose(flow, stream);
        }
        stream.append(data, offset + passed, length - passed);
        stream.consume(frames(flow, stream, stream.buffer, 0, stream.buffered));
    }

    /**
     * Whether the message that waits for its end has a damaged length, so that it would swallow those that follow: a
     * segment is messages from end to end, although the one that waits would end inside it, or would go on after the
     * {@value #WHOLE_SEGMENTS}nd of these in a row.
     */
    private boolean misread(Flow flow, Stream stream, byte[] data, int offset, int length) {
        Dialogue dialogue = flow.dialogue;
        if (dialogue == null || !isMessages(flow, stream, data, offset, length)) {
            stream.wholeSegments = 0;
            return false;
        }
        int size = dialogue.frame(cursor.wrap(stream.buffer, 0, stream.buffered), flow.way(stream.side));
        int end = stream.buffered + length;
        boolean damaged = size > 0 && (size < end || size > end && ++stream.wholeSegments >= WHOLE_SEGMENTS);
        if (damaged) {
            stream.wholeSegments = 0;
        }
        return damaged;
    }

    /**
     * Whether a segment is whole messages from end to end, so that what waits before it was none. Of several the first
     * must look like one too: a decoder may pass over what is none as if it were.
     */
    private boolean isMessages(Flow flow, Stream stream, byte[] data, int offset, int length) {
        Dialogue dialogue = flow.dialogue;
        Protocol protocol = flow.protocol;
        if (dialogue == null || protocol == null || length == 0) {
            return false;
        }
        int done = 0;
        do {
            int size = dialogue.frame(ahead.wrap(data, offset + done, length - done), flow.way(stream.side));
            if (size <= 0 || size > length - done) {
                return false;
            }
            done += size;
        } while (done < length);
        return protocol.probe(ahead.wrap(data, offset, length), flow.transport) != Likeness.NO;
    }

    /** A segment came again with other bytes in it: somebody else speaks in its sender's place, or it is broken. */
    void contradicted(Flow flow, Stream stream) {
        flow.describe(sink.at(), stream.side);
        sink.observe(CONTRADICTED);
    }

    /** A packet lays down its own way, by a header that no stack should heed any more. */
    void sourceRouted(Flow flow, int side) {
        flow.describe(sink.at(), side);
        sink.observe(SOURCE_ROUTED);
    }

    /** Bytes are missing before what comes next. */
    void gap(Flow flow, Stream stream, long count) {
        flow.lossy = true;
        stream.lostBytes += count;
        flow.describe(sink.at(), stream.side);
        sink.at().detail(count);
        sink.observe(TCP_GAP);
        sink.at().detail(0);
        if (count <= stream.skip) {
            stream.skip -= (int) count;
            return;
        }
        stream.skip = 0;
        stream.consume(stream.buffered);
        stream.seek();
        Dialogue dialogue = flow.dialogue;
        if (dialogue != null) {
            dialogue.lost(flow.way(stream.side));
        }
    }

    /** Nothing more comes from this side; {@code closed} where that was said, and not broken off. */
    void ended(Flow flow, int side, boolean closed) {
        Dialogue dialogue = flow.dialogue;
        Protocol protocol = flow.protocol;
        if (dialogue == null || protocol == null) {
            return;
        }
        flow.describe(sink.at(), side);
        sink.speaking(protocol.name());
        try {
            dialogue.ended(flow.way(side), closed, sink);
        } catch (RuntimeException broken) {
            failed(protocol);
        }
    }

    private void failed(Protocol protocol) {
        failures++;
        sink.speaking(protocol.name()).violation("decoder_failed", failures);
    }

    private boolean recognise(Flow flow, Stream stream, byte[] data, int offset, int length) {
        Recognition soFar = flow.recognition;
        if (soFar == null || !(stream.buffered > 0 || soFar.worthALook())) {
            return false;
        }
        Protocol found;
        if (stream.buffered > 0 && stream.unsure) {
            found = recogniser.recognise(flow, soFar, data, offset, length);
            if (found != null) {
                stream.consume(stream.buffered);
                open(flow, found);
                readWaiting(flow, flow.stream(1 - stream.side));
                return true;
            }
        }
        if (stream.buffered > 0) {
            stream.append(data, offset, length);
            found = recogniser.recognise(flow, soFar, stream.buffer, 0, stream.buffered);
            if (found != null) {
                stream.buffered -= length;
            }
        } else {
            found = recogniser.recognise(flow, soFar, data, offset, length);
            if (found == null && recogniser.undecided()) {
                stream.append(data, offset, length);
            }
        }
        if (found != null) {
            open(flow, found);
            readWaiting(flow, flow.stream(1 - stream.side));
            return true;
        }
        if (!recogniser.undecided() || stream.buffered > LONGEST_UNKNOWN) {
            stream.consume(stream.buffered);
        }
        return false;
    }

    /** What the other direction said before the protocol was known. */
    private void readWaiting(Flow flow, Stream stream) {
        if (stream.buffered > 0) {
            flow.describe(sink.at(), stream.side);
            stream.consume(frames(flow, stream, stream.buffer, 0, stream.buffered));
        }
    }

    /** Reads all whole messages; gives the number of bytes that are done with. */
    private int frames(Flow flow, Stream stream, byte[] data, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end && !stream.done) {
            Dialogue dialogue = flow.dialogue;
            if (dialogue == null) {
                return length;
            }
            Direction way = flow.way(stream.side);
            int size = dialogue.frame(cursor.wrap(data, at, end - at), way);
            if (stream.seeking) {
                if (!begins(dialogue, way, size, data, at, at == offset, end)) {
                    at++;
                    continue;
                }
                stream.seeking = false;
            }
            if (size > 0) {
                if (size > LONGEST_MESSAGE) {
                    lose(flow, stream);
                } else if (size > end - at) {
                    break;
                } else {
                    message(flow, stream.side, data, at, size);
                    at += size;
                    stream.unsure &= at < end;
                }
            } else if (size == Dialogue.MORE) {
                if (end - at > LONGEST_MESSAGE) {
                    lose(flow, stream);
                } else {
                    break;
                }
            } else if (size == Dialogue.LOST) {
                lose(flow, stream);
            } else if (size == Dialogue.DONE) {
                stream.done = true;
                return length;
            } else {
                int passed = Math.min(Dialogue.skipped(size), end - at);
                stream.skip = Dialogue.skipped(size) - passed;
                at += passed;
            }
        }
        return stream.done ? length : at - offset;
    }

    /**
     * Whether a message begins here, asked where that is not known. One that ends where the segment ends is believed,
     * so is one that another follows, and at the start of a segment one whose end is yet to come.
     */
    private boolean begins(Dialogue dialogue, Direction way, int size, byte[] data, int at, boolean first, int end) {
        if (size == Dialogue.LOST) {
            return false;
        }
        if (size == Dialogue.MORE) {
            return first || end - at < 8;
        }
        if (first || size == end - at) {
            return true;
        }
        if (size <= 0 || size > end - at) {
            return false;
        }
        int next = dialogue.frame(ahead.wrap(data, at + size, end - at - size), way);
        return next != Dialogue.LOST;
    }

    private void lose(Flow flow, Stream stream) {
        stream.seek();
        flow.lossy |= flow.messages > 0;
        Dialogue dialogue = flow.dialogue;
        if (dialogue != null) {
            dialogue.lost(flow.way(stream.side));
        }
        sink.at().detail(1);
        sink.observe(UNFRAMED);
        sink.at().detail(0);
        flow.doubts++;
        if (flow.messages == 0 && flow.doubts >= DOUBTS) {
            doubt(flow);
        }
    }

    /** Nothing could be read: it was something else. */
    private static void doubt(Flow flow) {
        Recognition soFar = flow.recognition;
        if (soFar != null) {
            soFar.rule(flow.protocol);
        }
        flow.protocol = null;
        flow.dialogue = null;
        flow.doubts = 0;
    }

    private void message(Flow flow, int side, byte[] data, int offset, int length) {
        Dialogue dialogue = flow.dialogue;
        Protocol protocol = flow.protocol;
        if (dialogue == null || protocol == null) {
            return;
        }
        if (!flow.serverKnown && flow.messages < TELLING) {
            turn(flow, dialogue, side, data, offset, length);
        }
        flow.messages++;
        sink.speaking(protocol.name());
        try {
            dialogue.message(cursor.wrap(data, offset, length), flow.way(side), sink);
        } catch (RuntimeException broken) {
            failed(protocol);
        }
    }

    private void turn(Flow flow, Dialogue dialogue, int side, byte[] data, int offset, int length) {
        Direction presumed = flow.way(side);
        if (dialogue.direction(cursor.wrap(data, offset, length), presumed) != presumed) {
            flow.server = 1 - flow.server;
            flow.describe(sink.at(), side);
        }
    }

    /** How often a decoder threw, which none may: a defect of ours, not of the traffic. */
    long failures() {
        return failures;
    }
}
