// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import weir.model.Attribute;
import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Pending;
import weir.wire.Sink;

/**
 * The messages before there is a channel (OPC 10000-6, 7.1.2).
 *
 * <pre>
 * HEL  version u32 | receive u32 | send u32 | longest u32 | chunks u32 | URL
 * ACK  version u32 | receive u32 | send u32 | longest u32 | chunks u32
 * ERR  status u32 | reason
 * RHE  URI of the server | URL
 * </pre>
 */
final class Connection {

    private static final int HELLO = 0;

    private final Builtin builtin;
    private final Pending pending = new Pending(4);

    Connection(Builtin builtin) {
        this.builtin = builtin;
    }

    void read(int type, Cursor in, Sink out) {
        switch (type) {
            case Chunk.HEL -> hello(in, out);
            case Chunk.ACK -> {
                in.skip(20);
                out.response(UaService.HELLO);
                if (pending.take(HELLO)) {
                    Operation asked = pending.request();
                    out.since(pending.time());
                    if (asked != null) {
                        out.like(asked);
                    }
                }
                out.tell();
            }
            case Chunk.ERR -> {
                int status = in.i32le();
                Builtin.skipText(in);
                if (in.ok()) {
                    StatusCodes.outcome(status, out.notice(UaService.ERROR)).tell();
                }
            }
            default -> reverse(in, out);
        }
        if (!in.ok()) {
            out.violation("malformed_message", type);
        }
    }

    private void hello(Cursor in, Sink out) {
        in.skip(20);
        String url = builtin.text(in, out);
        if (in.ok()) {
            out.fact(OpcUa.NAME, "endpoint", url);
            Operation asked =
                    out.request(UaService.HELLO).space("endpoint").symbol(url).tell();
            pending.ask(HELLO, asked, out.time(), 0);
        }
    }

    private void reverse(Cursor in, Sink out) {
        String uri = builtin.text(in, out);
        String url = builtin.text(in, out);
        if (in.ok()) {
            out.notice(UaService.REVERSE_HELLO).space("endpoint").symbol(url).tell();
            out.identity(out.sender(), Attribute.DESCRIPTION, uri, "ReverseHello", 5);
        }
    }
}
