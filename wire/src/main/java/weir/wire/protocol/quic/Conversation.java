// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.quic;

import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Phrase;
import weir.wire.Sink;
import weir.wire.protocol.tls.HandshakeMessages;

/** What goes between two ports: mostly one connection, several where one follows another. */
final class Conversation implements Dialogue {

    /** A client whose hello is not whole after so many packets is not listened to any more. */
    private static final int MOST_OPENED = 64;

    private static final int SHORTEST = 21;
    private static final int PADDING = 0x00;
    private static final int PING = 0x01;
    private static final int ACKNOWLEDGEMENT = 0x02;
    private static final int ACKNOWLEDGEMENT_WITH_COUNTS = 0x03;
    private static final int CRYPTO = 0x06;
    private static final int CLOSE = 0x1c;
    private static final int MOST_RANGES = 1024;

    private final LongHeader header = new LongHeader();
    private final Phrase phrase = new Phrase();
    private final Cursor frames = new Cursor();
    private final Cursor message = new Cursor();
    private HandshakeMessages hellos = new HandshakeMessages('q');
    private final CryptoStream[] streams = {new CryptoStream(), new CryptoStream()};
    private final @Nullable InitialKeys[] keys = new @Nullable InitialKeys[2];
    private final boolean[] encrypted = new boolean[2];
    private Version keysOf = Version.OTHER;
    private int opened;
    private boolean retried;
    private long asked;

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        if (!LongHeader.isLong(in.peek(0))) {
            return presumed;
        }
        if (!header.read(in)) {
            return presumed;
        }
        return switch (header.type) {
            case RETRY, VERSION_NEGOTIATION -> Direction.TO_CLIENT;
            case ZERO_RTT -> Direction.TO_SERVER;
            default -> presumed;
        };
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        if (in.left() == 0) {
            out.violation("truncated", 0);
        }
        while (in.left() > 0) {
            if (!LongHeader.isLong(in.peek(0))) {
                shortHeader(in, way, out);
                return;
            }
            int start = in.offset();
            if (!header.read(in)) {
                out.violation("truncated", in.read());
                return;
            }
            if (header.length > in.left()) {
                out.violation("truncated", in.left());
                return;
            }
            packet(in, start, way, out);
            in.skip(header.length < 0 ? in.left() : (int) header.length);
        }
    }

    /** Only the first of each direction is told: all the others say the same. */
    private void shortHeader(Cursor in, Direction way, Sink out) {
        int side = way.ordinal();
        if (in.left() < SHORTEST || encrypted[side]) {
            return;
        }
        encrypted[side] = true;
        out.notice(PacketType.ONE_RTT).qualifier("encrypted").tell();
    }

    private void packet(Cursor in, int start, Direction way, Sink out) {
        PacketType type = header.type;
        if (type == PacketType.VERSION_NEGOTIATION && (in.left() == 0 || in.left() % 4 != 0)) {
            out.violation("malformed_versions", in.left());
            return;
        }
        String version = type == PacketType.VERSION_NEGOTIATION ? "" : Version.name(header.versionNumber);
        String destination = id(header.destination, out);
        String source = id(header.source, out);
        boolean asks = way == Direction.TO_SERVER;
        switch (type) {
            case INITIAL -> {
                if (asks) {
                    asked = asked == 0 ? out.time() : asked;
                    out.request(type);
                } else {
                    out.response(type);
                    if (asked != 0) {
                        out.since(asked);
                        asked = 0;
                    }
                }
            }
            default -> out.notice(type);
        }
        out.space(version).symbol(destination).qualifier(source).tell();
        if (type == PacketType.RETRY && !retried) {
            // the hello comes again, once, under keys of another id (RFC 9000, 17.2.5)
            retried = true;
            keys[0] = null;
            streams[0].begin();
        }
        if (type == PacketType.INITIAL) {
            initial(in.bytes(), start, in.offset(), in.offset() + (int) header.length, way, out);
        }
    }

    private String id(Cursor id, Sink out) {
        phrase.begin();
        for (int i = 0; i < id.left(); i++) {
            phrase.hex(id.peek(i), 2);
        }
        return phrase.take(out);
    }

    private void initial(byte[] data, int start, int number, int end, Direction way, Sink out) {
        CryptoStream stream = streams[way.ordinal()];
        if (stream.isDone() && !isAnother(way) || opened == MOST_OPENED) {
            return;
        }
        opened++;
        if (unseal(data, start, number, end, way)) {
            frames(stream, out);
            if (stream.whole(message)) {
                out.speaking("tls");
                hellos.read(message, way, out);
                out.speaking("quic");
                stream.end();
                opened = 0;
            }
        }
    }

    /** Whether a packet of the client may open another connection: keys are made of the id that it goes to. */
    private boolean isAnother(Direction way) {
        return way == Direction.TO_SERVER && header.version != keysOf;
    }

    private boolean unseal(byte[] data, int start, int number, int end, Direction way) {
        Unsealing unsealing = Unsealing.OURS.get();
        InitialKeys known = keys[way.ordinal()];
        if (known != null && unsealing.open(data, start, number, end, known, frames)) {
            return true;
        }
        if (way == Direction.TO_CLIENT) {
            return false;
        }
        InitialKeys fresh = InitialKeys.of(header.version, header.destination, true);
        if (!unsealing.open(data, start, number, end, fresh, frames)) {
            return false;
        }
        keys[0] = fresh;
        keys[1] = InitialKeys.of(header.version, header.destination, false);
        keysOf = header.version;
        hellos = new HandshakeMessages('q');
        streams[0].begin();
        streams[1].begin();
        encrypted[0] = false;
        encrypted[1] = false;
        return true;
    }

    /**
     * Frames that may stand in a first packet (RFC 9000, 12.4 and 19).
     *
     * <pre>
     * crypto 0x06           offset varint | length varint | data
     * acknowledgement 0x02  largest, delay, count of ranges, first range; gap and range of each, varints all
     * close 0x1c            error varint | frame varint | reason, length varint
     * </pre>
     */
    private void frames(CryptoStream stream, Sink out) {
        while (frames.left() > 0) {
            int type = frames.u8();
            switch (type) {
                case PADDING, PING -> {}
                case ACKNOWLEDGEMENT, ACKNOWLEDGEMENT_WITH_COUNTS -> acknowledgement(type);
                case CRYPTO -> {
                    long offset = LongHeader.varint(frames);
                    long length = LongHeader.varint(frames);
                    stream.add(offset, frames, (int) Math.min(length, Integer.MAX_VALUE));
                }
                case CLOSE -> {
                    long error = LongHeader.varint(frames);
                    out.notice(PacketType.CONNECTION_CLOSE)
                            .object("error", error)
                            .tell();
                    return;
                }
                default -> {
                    out.violation("unexpected_frame", type);
                    return;
                }
            }
        }
        if (!frames.ok()) {
            out.violation("malformed_frames", frames.read());
        }
    }

    private void acknowledgement(int type) {
        LongHeader.varint(frames);
        LongHeader.varint(frames);
        long ranges = LongHeader.varint(frames);
        LongHeader.varint(frames);
        for (int i = 0; i < Math.min(ranges, MOST_RANGES) && frames.ok(); i++) {
            LongHeader.varint(frames);
            LongHeader.varint(frames);
        }
        for (int i = 0; i < 3 && type == ACKNOWLEDGEMENT_WITH_COUNTS; i++) {
            LongHeader.varint(frames);
        }
    }
}
