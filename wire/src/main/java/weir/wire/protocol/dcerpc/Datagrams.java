// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Sink;

/**
 * Calls without a connection (C706, 12.5), each message with all that is needed to understand it.
 *
 * <pre>
 * 4 | kind 1 | flags 1: 2 last fragment, 4 fragment | flags 1 | order 3 | serial 1 | object 16 | interface 16 | activity 16
 * | boot time 4 | version 4 | sequence 4 | operation 2 | hints 2 2 | length 2 | fragment 2 | authentication 1 | serial 1 | body
 * </pre>
 */
final class Datagrams {

    private static final int HEADER = 80;
    private static final int VERSION = 4;
    private static final int KINDS = 11;

    private static final int REQUEST = 0;
    private static final int RESPONSE = 2;
    private static final int FAULT = 3;
    private static final int REJECT = 6;

    private static final int LAST = 2;
    private static final int FRAGMENT = 4;

    private final RpcUser[] users;
    private final RpcUser.@Nullable Reader[] readers;
    private final Calls calls = new Calls();
    private final Contexts contexts = new Contexts();
    private final RpcCall call = new RpcCall();
    private final Fragments[] fragments = {new Fragments(), new Fragments()};
    private final Cursor body = new Cursor();
    private int speaking = -1;

    Datagrams(RpcUser[] users) {
        this.users = users;
        readers = new RpcUser.@Nullable Reader[users.length];
    }

    /** Name of the protocol that is spoken in these calls; null for RPC itself. */
    @Nullable
    String speaks() {
        return speaking < 0 ? null : users[speaking].name();
    }

    static Likeness probe(Cursor in, RpcUser[] users) {
        if (in.left() < HEADER || in.peek(0) != VERSION || in.peek(1) >= KINDS) {
            return Likeness.NO;
        }
        int order = in.peek(4);
        boolean little = order == 0x10;
        int length = little ? in.peek16le(74) : in.peek16(74);
        if ((order & 0xef) != 0 || in.peek(5) > 3 || in.peek(6) != 0 || length > in.left() - HEADER) {
            return Likeness.NO;
        }
        in.skip(24);
        long high = Uuid.high(in, little);
        long low = in.u64();
        boolean known = Interfaces.of(high, low) != null;
        for (RpcUser user : users) {
            known |= user.serves(high, low);
        }
        return known ? Likeness.SURE : Likeness.MAYBE;
    }

    /** Which end sends this kind. */
    static Direction direction(Cursor in, Direction presumed) {
        return switch (in.peek(1)) {
            case REQUEST, 1, 7, 8 -> Direction.TO_SERVER;
            case RESPONSE, FAULT, 4, 5, REJECT, 9, 10 -> Direction.TO_CLIENT;
            default -> presumed;
        };
    }

    void message(Cursor in, Direction way, Sink out) {
        int there = in.left();
        if (there < HEADER) {
            out.violation("truncated", there);
            return;
        }
        in.skip(1);
        int kind = in.u8();
        int flags = in.u8();
        in.skip(1);
        int order = in.u8();
        call.littleEndian = order == 0x10;
        in.skip(3);
        int length = header(in);
        in.skip(4);
        if (length > in.left() || kind >= KINDS || (order & 0xef) != 0) {
            out.violation(length > in.left() ? "truncated" : "bad_header", there);
            return;
        }
        if (out.wantsRows() && isUsers()) {
            DatagramLog.tell(in.bytes(), in.offset() - HEADER, out);
        }
        in.slice(length, body);
        out.fact("dcerpc", "opnum", call.operation);
        switch (kind) {
            case REQUEST, RESPONSE -> {
                call.part = kind == REQUEST ? RpcCall.Part.REQUEST : RpcCall.Part.RESPONSE;
                if (gather(flags, way)) {
                    tell(out);
                }
            }
            case FAULT, REJECT -> {
                call.part = RpcCall.Part.FAULT;
                call.status = (int) (call.littleEndian ? body.u32le() : body.u32());
                if (body.ok()) {
                    tell(out);
                } else {
                    out.violation("body_cut_short", length);
                }
            }
            case 1 -> out.notice(RpcService.PING).tell();
            case 4 -> out.notice(RpcService.WORKING).tell();
            case 5 -> out.notice(RpcService.NO_CALL).tell();
            case 8, 10 -> out.notice(RpcService.CANCEL_CALL).tell();
            default -> out.notice(RpcService.ACKNOWLEDGE).tell();
        }
    }

    /** From the object to the length of the body, which is given. */
    private int header(Cursor in) {
        boolean little = call.littleEndian;
        call.objectHigh = Uuid.high(in, little);
        call.objectLow = in.u64();
        call.interfaceHigh = Uuid.high(in, little);
        call.interfaceLow = in.u64();
        call.activity = Uuid.high(in, little) * 31 + in.u64();
        in.skip(8);
        call.sequence = little ? in.u32le() : in.u32();
        call.operation = little ? in.u16le() : in.u16();
        in.skip(4);
        return little ? in.u16le() : in.u16();
    }

    private boolean isUsers() {
        for (RpcUser user : users) {
            if (user.serves(call.interfaceHigh, call.interfaceLow)) {
                return true;
            }
        }
        return false;
    }

    /** Puts the arguments together; true when they are whole, or never will be. */
    private boolean gather(int flags, Direction way) {
        Fragments parts = fragments[way.ordinal()];
        boolean first = (flags & FRAGMENT) == 0;
        boolean last = first || (flags & LAST) != 0;
        if (first) {
            body.slice(body.left(), call.stub);
        } else if (parts.add(call.key(), body)) {
            if (last) {
                parts.end(call.stub);
            }
        } else if (last) {
            call.stub.wrap(body.bytes(), body.offset(), 0).fail();
        } else {
            parts.begin(call.key(), body);
        }
        return last;
    }

    private void tell(Sink out) {
        for (int i = 0; i < users.length; i++) {
            if (users[i].serves(call.interfaceHigh, call.interfaceLow)) {
                RpcUser.Reader reader = readers[i];
                if (reader == null) {
                    reader = users[i].open();
                    readers[i] = reader;
                }
                speaking = i;
                reader.call(call, out.speaking(users[i].name()));
                return;
            }
        }
        long key = call.key();
        Cursor stub = call.stub.ok() ? call.stub : null;
        switch (call.part) {
            case REQUEST -> {
                RpcInterface target = contexts.named(call.interfaceHigh, call.interfaceLow);
                contexts.open(Direction.TO_SERVER, (int) (call.interfaceHigh >>> 33), target, Contexts.Encoding.NDR);
                calls.request(key, target, call.operation, stub, call.littleEndian, false, "", out);
            }
            case RESPONSE -> calls.response(key, stub, call.littleEndian, false, "", out);
            case FAULT -> calls.fault(key, call.status, out);
        }
    }

    void lost(Direction way) {
        fragments[way.ordinal()].lose();
    }
}
