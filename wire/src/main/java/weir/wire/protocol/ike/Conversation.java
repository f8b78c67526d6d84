// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ike;

import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Pending;
import weir.wire.Sink;

/** Two ends that agree on keys, several times maybe. */
final class Conversation implements Dialogue {

    private static final int KEEP_ALIVE = 0xff;

    private final Header header = new Header();
    private final Payloads payloads = new Payloads();
    private final Pending pending = new Pending(16);

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        Ike.passMarker(in);
        if (!header.read(in) || header.version != 2) {
            return presumed;
        }
        return header.exchange != ExchangeType.IKE_SA_INIT
                ? presumed
                : header.isResponse() ? Direction.TO_CLIENT : Direction.TO_SERVER;
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        if (in.left() == 1 && in.peek(0) == KEEP_ALIVE) {
            return;
        }
        boolean marked = Ike.passMarker(in);
        int size = in.left();
        if (size < Header.SIZE) {
            out.violation("truncated", size);
            return;
        }
        if (!header.read(in)) {
            if (marked) {
                out.violation("malformed_header", size);
            }
            return;
        }
        if (header.length > size) {
            // ESP may look like a header, but not at its end
            out.violation("truncated", size);
            return;
        }
        ExchangeType exchange = header.exchange;
        if (exchange == null) {
            return;
        }
        boolean right = true;
        if (header.isEncrypted()) {
            payloads.forget();
        } else {
            right = payloads.read(header.next, header.version, in, out);
        }
        tell(exchange, way, out);
        if (!right) {
            out.violation("malformed_payload", header.next);
        }
    }

    private void tell(ExchangeType exchange, Direction way, Sink out) {
        boolean asks = header.version == 2 ? !header.isResponse() : way == Direction.TO_SERVER;
        long key = header.initiator * 31 + (header.version == 2 ? header.message : exchange.code());
        Operation request = null;
        if (exchange == ExchangeType.INFORMATIONAL_V1) {
            out.notice(exchange);
        } else if (asks) {
            out.request(exchange);
        } else {
            request = pending.take(key) ? pending.request() : null;
            out.response(exchange);
            if (request != null) {
                out.since(pending.time());
            }
        }
        if (header.version == 2) {
            out.object("message", header.message);
        }
        String said = payloads.offer.isEmpty() ? payloads.noticeName() : payloads.offer;
        out.qualifier(payloads.encrypted ? "encrypted" : said);
        if (payloads.isRefusal()) {
            out.refused(payloads.notice, payloads.noticeName());
        }
        Operation told = out.tell();
        if (asks && exchange != ExchangeType.INFORMATIONAL_V1) {
            pending.ask(key, told, out.time(), 0);
        }
    }
}
