// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.protocol.dcerpc.RpcCall;
import weir.wire.protocol.dcerpc.RpcUser;

/**
 * Reads the calls of connection set-up in one conversation:
 *
 * <pre>
 * request   most 4 | length 4 | most 4 | 0 4 | count 4 | blocks
 * response  status 4          | length 4 | most 4 | 0 4 | count 4 | blocks
 * </pre>
 */
final class ContextManager implements RpcUser.Reader {

    private static final int CONNECT = 0;
    private static final int OPERATIONS = 6;
    /** First half of an object's UUID; the second ends with instance, device and vendor. */
    private static final long OBJECT = 0xdea0_0000_6c97_11d1L;

    private final Blocks blocks = new Blocks();
    private final Exchange exchange = new Exchange();
    private final Cursor content = new Cursor();
    private @Nullable Relations relations;

    @Override
    public void call(RpcCall call, Sink out) {
        Relations known = relations;
        if (known == null) {
            known = Relations.of(out);
            relations = known;
        }
        IoService service = IoService.ofOperation(call.operation());
        if (call.operation() >= OPERATIONS) {
            out.violation("unknown_operation", call.operation());
        }
        switch (call.part()) {
            case REQUEST -> request(call, service, known, out);
            case RESPONSE -> response(call, service, known, out);
            case FAULT -> {
                exchange.begin(call.key(), 0);
                exchange.fault(service, call.status(), call.statusName(), known, out);
            }
        }
    }

    private void request(RpcCall call, IoService service, Relations known, Sink out) {
        exchange.begin(call.key(), 0);
        if (!open(call, out)) {
            return;
        }
        blocks.connect.begin();
        blocks.read(content, false, exchange, known, out);
        if (call.operation() == CONNECT) {
            exchange.ask(service, blocks.connect.station(), blocks.connect.kind(), known, out);
            ApplicationRelation relation = blocks.connect.relation();
            if (relation != null) {
                known.add(relation);
            }
        } else if (exchange.told() == 0) {
            exchange.ask(service, "", "", known, out);
        }
    }

    private void response(RpcCall call, IoService service, Relations known, Sink out) {
        Cursor stub = call.stub();
        long status = call.littleEndian() ? stub.peek32le(0) : stub.peek32(0);
        exchange.begin(call.key(), (int) status);
        if (!open(call, out)) {
            return;
        }
        blocks.connect.begin();
        blocks.read(content, true, exchange, known, out);
        if (call.operation() == CONNECT || exchange.told() == 0) {
            exchange.answer(service, "", known, out);
        }
        if (call.operation() == CONNECT && status == 0 && call.objectHigh() == OBJECT) {
            ConnectBlocks.vendor((int) call.objectLow() & 0xffff, 4, out);
        }
    }

    /** Lets the blocks be read; false where they are not there. */
    private boolean open(RpcCall call, Sink out) {
        Cursor stub = call.stub();
        out.fact("profinet", "io.opnum", call.operation());
        stub.skip(16);
        long count = call.littleEndian() ? stub.u32le() : stub.u32();
        if (!stub.ok() || count > stub.left()) {
            out.violation("arguments_cut_short", count);
            return false;
        }
        stub.slice((int) count, content);
        return true;
    }
}
