// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.coap;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.PointValue;
import weir.model.Subject;
import weir.model.Transfer;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Numbered;
import weir.wire.Pending;
import weir.wire.Sink;

/** The reader of one CoAP conversation, see {@link Coap}. */
final class Conversation implements Dialogue {

    /** Requests that wait for their answer, by token, or by message id where there is no token. */
    private static final int WAITING = 64;

    private static final int CONFIRMABLE = 0;
    private static final int RESET = 3;
    private static final long BY_MESSAGE = 1L << 62;
    private static final Numbered BLOCK = new Numbered("block ");

    private final Pending pending = new Pending(WAITING);
    private final Options options = new Options();
    private final Blocks blocks = new Blocks();
    private final PlainText text = new PlainText();

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        int code = in.peek(1);
        return code <= 0 ? presumed : code < 32 ? Direction.TO_SERVER : Direction.TO_CLIENT;
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        int size = in.left();
        int first = in.u8();
        int code = in.u8();
        int id = in.u16();
        int tokenLength = first & 15;
        if (!in.ok()) {
            out.violation("truncated", size);
            return;
        }
        if (first >> 6 != 1 || tokenLength > Coap.LONGEST_TOKEN) {
            out.violation("malformed", first);
            return;
        }
        long token = token(in, tokenLength);
        if (!in.ok() || !options.read(in, out)) {
            out.violation("malformed", size);
            return;
        }
        out.fact("coap", "code", code);
        long key = tokenLength == 0 ? BY_MESSAGE | id : token ^ (long) tokenLength << 58;
        CoapMethod method = CoapMethod.of(code);
        int type = first >> 4 & 3;
        if (method == CoapMethod.EMPTY) {
            empty(type, out);
        } else if (method != null) {
            request(method, key, in, out);
        } else if (ResponseCode.isKnown(code)) {
            answer(code, key, in, out);
        } else {
            out.violation("unknown_code", code);
        }
    }

    private static long token(Cursor in, int length) {
        long token = 0;
        for (int i = 0; i < length; i++) {
            token = token << 8 | in.u8();
        }
        return token;
    }

    private static void empty(int type, Sink out) {
        out.notice(CoapMethod.EMPTY)
                .qualifier(type == CONFIRMABLE ? "ping" : type == RESET ? "reset" : "acknowledgement")
                .tell();
    }

    private void request(CoapMethod method, long key, Cursor in, Sink out) {
        boolean subscribes = options.observe == 0 && (method == CoapMethod.GET || method == CoapMethod.FETCH);
        out.request(subscribes ? CoapMethod.OBSERVE : method).symbol(options.path());
        Operation told = qualified(options.observe == 1 ? "cancel" : "", out).tell();
        pending.ask(key, told, out.time(), 0);
        if (method.writes() && !options.encrypted) {
            blocks.tell(options.blockOfRequest, Transfer.Way.INTO_DEVICE, options.path(), in, out);
            if (options.blockOfRequest < 0) {
                text.tell(in, options.format, out.receiver(""), options.path(), PointValue.Origin.WRITE, out);
            }
        }
    }

    private Sink qualified(String word, Sink out) {
        if (options.encrypted) {
            return out.qualifier("encrypted");
        }
        long block = options.blockOfRequest >= 0 ? options.blockOfRequest : options.blockOfAnswer;
        return out.qualifier(block < 0 ? word : BLOCK.of(block >> 4));
    }

    /** A resource that is observed answers again and again to the one request. */
    private void answer(int code, long key, Cursor in, Sink out) {
        boolean observed = options.observe >= 0;
        boolean found = observed ? pending.find(key) : pending.take(key);
        @Nullable Operation asked = found ? pending.request() : null;
        String path = asked == null ? options.path() : asked.target().symbol();
        out.response(asked == null ? CoapMethod.RESPONSE : asked.service()).symbol(path);
        if (asked != null) {
            out.since(pending.time());
        }
        qualified("", out);
        boolean done = ResponseCode.isDone(code);
        if (!done) {
            out.refused(ResponseCode.number(code), ResponseCode.label(code));
        }
        out.tell();
        if (done && !options.encrypted && in.left() > 0) {
            content(asked == null || observed || reads(asked), observed, path, in, out);
        }
    }

    private static boolean reads(Operation asked) {
        return !(asked.service() instanceof CoapMethod method && method.writes());
    }

    private void content(boolean read, boolean observed, String path, Cursor in, Sink out) {
        Subject server = out.sender();
        blocks.tell(options.blockOfAnswer, Transfer.Way.OUT_OF_DEVICE, path, in, out);
        if (read && options.blockOfAnswer < 0) {
            PointValue.Origin origin = observed ? PointValue.Origin.REPORTED : PointValue.Origin.READ;
            text.tell(in, options.format, server, path, origin, out);
        }
    }
}
