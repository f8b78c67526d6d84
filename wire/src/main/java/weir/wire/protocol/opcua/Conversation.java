// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Sink;

/**
 * The reader of one connection: puts chunks together and tells those that a channel encrypts apart. Policies are
 * announced when a channel opens, and the mode only in what they encrypt: so a body that begins with the number of a
 * service is read, whatever the policy; another is told as encrypted, unless the channel is known to be in the clear.
 */
final class Conversation implements Dialogue {

    private static final int LONGEST_NAME = 256;
    private static final int SHA_1 = 20;
    private static final int SHA_256 = 32;

    /** What is known of the channel. */
    private enum Security {
        /** Its opening was not seen, and nothing in it could be read. */
        UNKNOWN,
        /** Its opening was not seen; it does not encrypt, but may sign. */
        READABLE,
        CLEAR,
        /** Signs, and most likely encrypts. */
        SECURED
    }

    private final Messages messages = new Messages();
    private final Connection connection = new Connection(messages.builtin());
    private final Reassembly[] halves = {new Reassembly(), new Reassembly()};

    /** What comes first may be the rest of a message whose beginning was not seen; by direction. */
    private final boolean[] blind = {true, true};

    private final Cursor body = new Cursor();
    private final Cursor name = new Cursor();

    private Security security = Security.UNKNOWN;

    /** Octets that sign each chunk of the channel, when its policy signs without encrypting. */
    private int signature;

    @Override
    public int frame(Cursor in, Direction way) {
        return Chunk.size(in);
    }

    @Override
    public void lost(Direction way) {
        halves[side(way)].clear();
        blind[side(way)] = true;
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        return switch (Chunk.type(in)) {
            case Chunk.HEL -> Direction.TO_SERVER;
            case Chunk.ACK, Chunk.RHE, Chunk.ERR -> Direction.TO_CLIENT;
            case Chunk.MSG -> {
                int node = in.peek16(Chunk.TO_BODY) == 0x0100 ? in.peek16le(Chunk.TO_BODY + 2) : -1;
                UaService service = UaService.of(node);
                yield service == null ? presumed : direction(service, node);
            }
            default -> presumed;
        };
    }

    private static Direction direction(UaService service, int node) {
        return service.isResponse(node) ? Direction.TO_CLIENT : Direction.TO_SERVER;
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        int size = Chunk.size(in);
        if (size == LOST) {
            out.violation("not_opcua", in.peek(0));
            return;
        }
        if (size > in.left() || size == MORE) {
            out.violation("truncated", in.left());
            return;
        }
        int type = Chunk.type(in);
        int kind = in.peek(3);
        in.skip(Chunk.HEADER);
        switch (type) {
            case Chunk.OPN -> open(in, way, out);
            case Chunk.MSG, Chunk.CLO -> {
                out.fact(OpcUa.NAME, "msg", type == Chunk.MSG ? "MSG" : "CLO");
                chunk(kind, in, way, out);
            }
            default -> {
                out.fact(OpcUa.NAME, "msg", letters(type));
                connection.read(type, in, out);
            }
        }
    }

    private static String letters(int type) {
        return switch (type) {
            case Chunk.HEL -> "HEL";
            case Chunk.ACK -> "ACK";
            case Chunk.ERR -> "ERR";
            default -> "RHE";
        };
    }

    private void open(Cursor in, Direction way, Sink out) {
        out.fact(OpcUa.NAME, "msg", "OPN");
        blind[side(way)] = false;
        in.skip(4);
        int length = in.i32le();
        if (length <= 0 || length > LONGEST_NAME || length > in.left()) {
            out.violation("malformed_message", length);
            return;
        }
        in.slice(length, name);
        String policy = policy(out);
        if (policy.isEmpty()) {
            out.violation("malformed_policy", length);
            return;
        }
        messages.applications().certificate(in, out.sender(), "OpenSecureChannel", out);
        Builtin.skipText(in);
        if (!in.ok()) {
            out.violation("malformed_message", length);
            return;
        }
        security = policy.equals("None") ? Security.CLEAR : Security.SECURED;
        signature = policy.endsWith("Rsa15") || policy.equals("Basic256") ? SHA_1 : SHA_256;
        if (security == Security.SECURED) {
            boolean asks = way == Direction.TO_SERVER;
            Sink told = asks ? out.request(UaService.OPEN_SECURE_CHANNEL) : out.response(UaService.OPEN_SECURE_CHANNEL);
            told.space(Channels.POLICY).symbol(policy).qualifier("encrypted").tell();
            return;
        }
        in.skip(4);
        long request = in.u32le();
        messages.opening(policy);
        messages.read(in, request, false, true, out);
    }

    /** What the URI names behind its "#"; empty where it names nothing. */
    private String policy(Sink out) {
        if (out.counting()) {
            out.fact(OpcUa.NAME, "policy", out.text(name, name.left()));
            name.seek(0);
        }
        while (name.left() > 0) {
            if (name.u8() == '#') {
                return out.text(name, name.left());
            }
        }
        return "";
    }

    private void chunk(int kind, Cursor in, Direction way, Sink out) {
        in.skip(12);
        long request = in.u32le();
        Reassembly half = halves[side(way)];
        boolean unseen = blind[side(way)];
        blind[side(way)] = unseen && kind == 'C';
        if (half.waits() && !half.waits(request)) {
            out.violation("unfinished_message", request);
            half.clear();
        }
        boolean first = !half.waits(request);
        if (kind == 'A') {
            half.clear();
            abort(in, out);
        } else if (first && UaService.of(Messages.service(in)) == null) {
            unreadable(kind, unseen, in, out);
        } else {
            blind[side(way)] = false;
            security = security == Security.UNKNOWN ? Security.READABLE : security;
            collect(kind, first, request, half, in, out);
        }
    }

    private void collect(int kind, boolean first, long request, Reassembly half, Cursor in, Sink out) {
        boolean signed = security != Security.CLEAR;
        if (first && kind == 'F') {
            messages.read(in, request, signed, true, out);
            return;
        }
        if (first) {
            half.begin(request);
        }
        half.add(in, Math.max(0, in.left() - (security == Security.SECURED ? signature : 0)));
        if (kind == 'F') {
            messages.read(half.read(body), request, signed, half.isWhole(), out);
            half.clear();
        }
    }

    /** Encrypted, the rest of a message whose beginning was not seen, or wrong. */
    private void unreadable(int kind, boolean unseen, Cursor in, Sink out) {
        if (kind != 'F' || unseen && security != Security.SECURED) {
            return;
        }
        switch (security) {
            case UNKNOWN, SECURED -> out.notice(UaService.ENCRYPTED).tell();
            case READABLE, CLEAR -> {
                out.violation("unknown_service", Messages.service(in));
                out.notice(UaService.UNKNOWN).tell();
            }
        }
    }

    /** {@code status u32 | reason}, where it is in the clear. */
    private void abort(Cursor in, Sink out) {
        out.notice(UaService.ABORT);
        if (security != Security.SECURED && in.left() >= 4) {
            StatusCodes.outcome(in.i32le(), out);
        }
        out.tell();
    }

    private static int side(Direction way) {
        return way == Direction.TO_SERVER ? 0 : 1;
    }
}
