// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.http;

import java.util.List;
import weir.model.Attribute;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * SSDP (UPnP Device Architecture 2.0, 1): heads of HTTP messages in datagrams. A search ({@code M-SEARCH}) names what it
 * is for, a notice ({@code NOTIFY}) what is there or leaves, an answer is that of a search; both name the software.
 */
public final class Ssdp implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.udp(1900));
    private static final int LONGEST_TEXT = 200;

    @Override
    public String name() {
        return "ssdp";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        return Head.likeness(in) == Likeness.SURE ? Likeness.SURE : Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    private static final class Conversation implements Dialogue {

        private final Head head = new Head();
        private final Cursor part = new Cursor();

        @Override
        public Direction direction(Cursor in, Direction presumed) {
            return in.peek(0) == 'H' ? Direction.TO_CLIENT : presumed;
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            if (!head.read(in)) {
                out.violation("malformed", in.left());
                return;
            }
            if (!head.ended) {
                out.violation("truncated", in.left());
            }
            Method method = head.method;
            if (method == null) {
                out.response(Method.M_SEARCH).symbol(text(in, Field.ST, out));
                if (head.status >= 400) {
                    out.refused(head.status, Status.text(head.status));
                }
                out.tell();
                out.fact("http", "status", head.status);
            } else if (method == Method.NOTIFY) {
                out.notice(method).symbol(text(in, Field.NT, out));
                out.qualifier(text(in, Field.NTS, out)).tell();
                out.fact("http", "method", "NOTIFY");
            } else {
                out.request(method).symbol(text(in, Field.ST, out)).tell();
                if (out.counting()) {
                    out.fact("http", "method", method.spelled());
                }
            }
            software(in, Field.SERVER, "server", out);
            software(in, Field.USER_AGENT, "ua", out);
        }

        private void software(Cursor in, Field field, String key, Sink out) {
            if (head.has(field)) {
                String software = text(in, field, out);
                out.identity(
                        out.sender(), Attribute.SOFTWARE, software, field == Field.SERVER ? "Server" : "User-Agent", 4);
                Exchange.count(key, software, out);
            }
        }

        private String text(Cursor in, Field field, Sink out) {
            int length = Math.min(head.length[field.ordinal()], LONGEST_TEXT);
            return out.text(part.wrap(in.bytes(), in.offset() + head.from[field.ordinal()], length), length);
        }
    }
}
