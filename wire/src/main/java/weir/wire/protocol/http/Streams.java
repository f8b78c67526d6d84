// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.http;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Pending;
import weir.wire.Sink;
import weir.wire.protocol.http.HeaderBlock.Known;

/** One connection in HTTP/2: a stream for each request and its answer. */
final class Streams implements Dialogue {

    private static final int MOST_WAITING = 64;
    private static final int MOST_BLOCK = 64 << 10;
    private static final int LONGEST_TEXT = 200;
    private static final byte[] NOTHING = {};

    private final Side[] sides = {new Side(), new Side()};
    private final Pending pending = new Pending(MOST_WAITING);
    private final Credentials credentials = new Credentials();
    private final NamesInStreams names = new NamesInStreams();
    private final Cursor part = new Cursor();
    private final Cursor payload = new Cursor();

    Streams() {}

    /** Where HTTP/1 led over: its request is answered in the first stream (RFC 7540, 3.2). */
    Streams(@Nullable Operation request, long asked) {
        if (request != null) {
            pending.ask(1, request, asked, 0);
        }
    }

    @Override
    public int frame(Cursor in, Direction way) {
        return Frame.frame(in);
    }

    @Override
    public void lost(Direction way) {
        Side side = sides[way.ordinal()];
        side.headers.lost();
        side.end();
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        return Frame.isPreface(in) ? Direction.TO_SERVER : presumed;
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        int size = Frame.frame(in);
        if (size <= 0 || size != in.left()) {
            out.violation(size == LOST ? "not_a_frame" : "truncated", in.left());
            return;
        }
        if (Frame.isPreface(in)) {
            out.request(Frame.PREFACE).tell();
            return;
        }
        Frame type = Frame.of(in.peek(3));
        int flags = in.peek(4);
        int stream = (int) in.peek32(5);
        in.skip(Frame.HEADER);
        payload.wrap(in.bytes(), in.offset(), in.left());
        if (type != null) {
            frame(type, flags, stream, way, out);
        }
    }

    private void frame(Frame type, int flags, int stream, Direction way, Sink out) {
        Side side = sides[way.ordinal()];
        switch (type) {
            case HEADERS, PUSH_PROMISE -> {
                unpad(flags);
                payload.skip((flags & Frame.WITH_PRIORITY) != 0 && type == Frame.HEADERS ? 5 : 0);
                payload.skip(type == Frame.PUSH_PROMISE ? 4 : 0);
                if (!payload.ok()) {
                    out.violation("malformed_frame", type.code());
                    return;
                }
                side.begin(type, stream, payload);
                block(side, flags, way, out);
            }
            case CONTINUATION -> {
                if (side.stream != stream) {
                    out.violation("unexpected_continuation", stream);
                    return;
                }
                side.add(payload);
                block(side, flags, way, out);
            }
            case SETTINGS, PING ->
                out.notice(type)
                        .qualifier((flags & Frame.ACKNOWLEDGEMENT) != 0 ? "acknowledged" : "")
                        .tell();
            case RESET_STREAM, GO_AWAY -> {
                payload.skip(type == Frame.GO_AWAY ? 4 : 0);
                long error = payload.u32();
                out.notice(type).object("error", error).qualifier(error(error)).tell();
            }
            case DATA -> {
                unpad(flags);
                names.data(stream, payload, way, out);
            }
            default -> {}
        }
    }

    /** Takes off length and octets of the padding (RFC 9113, 6.1). */
    private void unpad(int flags) {
        if ((flags & Frame.PADDED) == 0) {
            return;
        }
        int padding = payload.u8();
        if (padding > payload.left()) {
            payload.fail();
        } else {
            payload.wrap(payload.bytes(), payload.offset(), payload.left() - padding);
        }
    }

    private void block(Side side, int flags, Direction way, Sink out) {
        if (side.held > MOST_BLOCK) {
            out.violation("headers_too_long", side.held);
            side.headers.lost();
            side.end();
            return;
        }
        if ((flags & Frame.END_HEADERS) == 0) {
            return;
        }
        HeaderBlock headers = side.headers;
        int stream = side.stream;
        Frame type = side.type;
        boolean right = headers.read(part.wrap(side.block, 0, side.held));
        side.end();
        if (!right) {
            out.violation("malformed_headers", stream);
            headers.lost();
        } else if (type == Frame.PUSH_PROMISE) {
            out.notice(type)
                    .symbol(path(headers, out))
                    .qualifier(authority(headers, out))
                    .tell();
        } else if (headers.has(Known.STATUS)) {
            answer(headers, stream, way, out);
        } else if (headers.has(Known.METHOD)) {
            ask(headers, stream, way, out);
        }
    }

    private void ask(HeaderBlock headers, int stream, Direction way, Sink out) {
        Method method = Method.named(headers.value(Known.METHOD));
        String path = path(headers, out);
        String authority = authority(headers, out);
        Operation told = out.request(method).symbol(path).qualifier(authority).tell();
        pending.ask(stream, told, out.time(), 0);
        names.told(stream, headers, way);
        software(headers, Known.USER_AGENT, "User-Agent", out);
        if (headers.has(Known.AUTHORIZATION)) {
            credentials.read(headers.value(Known.AUTHORIZATION), out);
        }
    }

    private void answer(HeaderBlock headers, int stream, Direction way, Sink out) {
        int status = status(headers.value(Known.STATUS));
        if (status < 0) {
            out.violation("malformed_status", stream);
            return;
        }
        boolean known = status < 200 ? pending.find(stream) : pending.take(stream);
        Operation request = known ? pending.request() : null;
        if (request == null) {
            out.response(Method.UNSEEN);
        } else {
            out.response(request.service())
                    .like(request)
                    .qualifier(request.qualifier())
                    .since(pending.time());
        }
        if (status >= 400) {
            out.refused(status, Status.text(status));
        }
        out.tell();
        names.told(stream, headers, way);
        software(headers, Known.SERVER, "Server", out);
    }

    private static int status(Cursor value) {
        int status = value.left() == 3 ? 0 : -1;
        for (int i = 0; i < 3 && status >= 0; i++) {
            int digit = value.peek(i) - '0';
            status = digit < 0 || digit > 9 ? -1 : status * 10 + digit;
        }
        return status;
    }

    private static void software(HeaderBlock headers, Known field, String source, Sink out) {
        if (headers.has(field)) {
            out.identity(out.sender(), Attribute.SOFTWARE, text(headers, field, out), source, 4);
        }
    }

    private static String text(HeaderBlock headers, Known field, Sink out) {
        Cursor value = headers.value(field);
        return out.text(value, Math.min(value.left(), LONGEST_TEXT));
    }

    private static String authority(HeaderBlock headers, Sink out) {
        return text(headers, headers.has(Known.AUTHORITY) ? Known.AUTHORITY : Known.HOST, out);
    }

    /** Without the query: that names secrets, or nothing that repeats. */
    private static String path(HeaderBlock headers, Sink out) {
        Cursor value = headers.value(Known.PATH);
        int length = 0;
        while (length < Math.min(value.left(), LONGEST_TEXT)
                && value.peek(length) != '?'
                && value.peek(length) != '#') {
            length++;
        }
        return out.text(value, length);
    }

    /** RFC 9113, 7. */
    private static String error(long code) {
        return switch ((int) Math.min(code, 14)) {
            case 0 -> "no_error";
            case 1 -> "protocol_error";
            case 2 -> "internal_error";
            case 3 -> "flow_control_error";
            case 4 -> "settings_timeout";
            case 5 -> "stream_closed";
            case 6 -> "frame_size_error";
            case 7 -> "refused_stream";
            case 8 -> "cancel";
            case 9 -> "compression_error";
            case 10 -> "connect_error";
            case 11 -> "enhance_your_calm";
            case 12 -> "inadequate_security";
            case 13 -> "http_1_1_required";
            default -> "";
        };
    }

    /** One direction: the fields it called before, and the block that it has begun. */
    private static final class Side {

        final HeaderBlock headers = new HeaderBlock();
        Frame type = Frame.HEADERS;
        int stream;
        byte[] block = NOTHING;
        int held;

        void begin(Frame what, int of, Cursor first) {
            type = what;
            stream = of;
            held = 0;
            add(first);
        }

        /** Beyond the limit it is only counted. */
        void add(Cursor more) {
            int count = more.left();
            if (held + count <= MOST_BLOCK) {
                if (block.length < held + count) {
                    block = Arrays.copyOf(block, Math.max(held + count, Math.min(MOST_BLOCK, 2 * block.length)));
                }
                System.arraycopy(more.bytes(), more.offset(), block, held, count);
            }
            held += count;
        }

        void end() {
            stream = 0;
            held = 0;
        }
    }
}
