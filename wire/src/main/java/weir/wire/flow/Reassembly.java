// SPDX-License-Identifier: Apache-2.0
package weir.wire.flow;

import weir.wire.flow.Stream.Held;
import weir.wire.net.Packet;

/**
 * Puts TCP segments in order and hands their bytes on. Knows repetitions, overlaps (what came first stays), keep-alives
 * and segments that overtake each other; gives a missing segment up when the receiver acknowledged it (so it crossed,
 * unseen), when too much waits behind it, or when it has been missing too long.
 */
final class Reassembly {

    /** How long a missing segment is waited for, nanoseconds of packet time. */
    private static final long PATIENCE = 3_000_000_000L;

    /** A jump backwards of more than this many bytes is another connection on the same ports. */
    private static final int OTHER_CONNECTION = 1 << 24;

    private final Reader reader;

    Reassembly(Reader reader) {
        this.reader = reader;
    }

    void segment(Flow flow, int side, Packet packet, long now) {
        Stream stream = flow.stream(side);
        Stream other = flow.stream(1 - side);
        int sequence = (int) packet.sequence;
        if ((packet.flags & Packet.SYN) != 0) {
            stream.started = true;
            stream.next = ++sequence;
            stream.seeking = false;
            stream.unsure = false;
        }
        if ((packet.flags & Packet.ACK) != 0) {
            acknowledged(flow, other, (int) packet.acknowledgement);
        }
        if (packet.length > 0) {
            payload(flow, stream, sequence, packet, now);
        }
        if ((packet.flags & Packet.RST) != 0) {
            flow.closed = 3;
            finish(flow);
        } else if ((packet.flags & Packet.FIN) != 0) {
            flow.closed |= 1 << side;
            stream.closes = true;
            stream.end = sequence + packet.length;
        }
        ended(flow, stream);
        ended(flow, other);
    }

    /** Tells that a direction is at its end, when all before that was handed on. */
    private void ended(Flow flow, Stream stream) {
        if (stream.closes && !stream.ended && !stream.waiting() && stream.end - stream.next <= 0) {
            stream.ended = true;
            reader.ended(flow, stream.side, true);
        }
    }

    /** The receiver has bytes that never came by here. */
    private void acknowledged(Flow flow, Stream stream, int acknowledgement) {
        Held first = stream.first();
        if (first != null && acknowledgement - stream.next > 0) {
            giveUp(flow, stream);
        }
    }

    private void payload(Flow flow, Stream stream, int sequence, Packet packet, long now) {
        if (!stream.started) {
            stream.started = true;
            stream.seek();
            stream.next = sequence;
        }
        int missing = packet.length - packet.captured;
        int ahead = sequence - stream.next;
        if (ahead == 0) {
            stream.handedOn(sequence, packet.data, packet.payload, packet.captured);
            accept(flow, stream, packet.data, packet.payload, packet.captured, missing);
            if (stream.waiting()) {
                drain(flow, stream);
            }
        } else if (ahead > 0) {
            stream.hold(sequence, packet.data, packet.payload, packet.captured, missing, now);
            if (stream.waitsTooLong(now, PATIENCE)) {
                giveUp(flow, stream);
            }
        } else if (ahead + packet.length > 0) {
            int known = Math.min(-ahead, packet.captured);
            stream.retransmitted++;
            accept(flow, stream, packet.data, packet.payload + known, packet.captured - known, missing);
        } else if (packet.length == 1 && ahead == -1) {
            stream.keepAlives++;
        } else if (ahead < -OTHER_CONNECTION || stream.goesOnBehind(sequence, packet.length)) {
            jump(flow, stream, sequence);
            accept(flow, stream, packet.data, packet.payload, packet.captured, missing);
        } else {
            stream.retransmitted++;
            if (stream.contradicts(sequence, packet.data, packet.payload, packet.captured)) {
                reader.contradicted(flow, stream);
            }
        }
    }

    /** What is sent goes on at another place: what waits is handed on first. */
    private void jump(Flow flow, Stream stream, int sequence) {
        finish(flow, stream);
        stream.next = sequence;
        reader.gap(flow, stream, 0);
    }

    private void accept(Flow flow, Stream stream, byte[] data, int offset, int captured, int missing) {
        stream.next += captured + missing;
        stream.behind = 0;
        reader.bytes(flow, stream, data, offset, captured);
        if (missing > 0) {
            reader.gap(flow, stream, missing);
        }
    }

    /** Hands on the segments that waited and that nothing is missing before any more. */
    private void drain(Flow flow, Stream stream) {
        for (Held first = stream.first();
                first != null && first.sequence() - stream.next <= 0;
                first = stream.first()) {
            stream.takeFirst();
            int known = stream.next - first.sequence();
            if (known < first.bytes().length) {
                accept(flow, stream, first.bytes(), known, first.bytes().length - known, first.missing());
            }
        }
    }

    private void giveUp(Flow flow, Stream stream) {
        Held first = stream.first();
        if (first != null) {
            int missing = first.sequence() - stream.next;
            if (missing > 0) {
                reader.gap(flow, stream, missing);
                stream.next = first.sequence();
            }
            drain(flow, stream);
        }
    }

    /** Nothing more will come: what waits is handed on, gaps and all. */
    void finish(Flow flow) {
        for (int side = 0; side < 2; side++) {
            Stream stream = flow.stream(side);
            finish(flow, stream);
            if (!stream.ended) {
                stream.ended = true;
                reader.ended(flow, side, stream.closes && stream.end == stream.next);
            }
        }
    }

    private void finish(Flow flow, Stream stream) {
        while (stream.waiting()) {
            giveUp(flow, stream);
        }
    }
}
