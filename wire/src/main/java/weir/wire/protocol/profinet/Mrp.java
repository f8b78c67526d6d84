// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * Media redundancy (IEC 62439-2 clause 8): the manager of a ring tests it, and says when it opens or closes.
 *
 * <pre>
 * version 2 | parts: type 1 | length 1 | value; type 0 ends
 * test             priority 2 | address 6 | port role 2 | ring state 2: 0 open, 1 closed | transitions 2 | time 4
 * topology change  priority 2 | address 6 | interval 2
 * link down, up    address 6 | port role 2 | interval 2 | blocked 2
 * common           sequence 2 | domain 16
 * </pre>
 */
public final class Mrp implements Protocol {

    private static final int ETHER_TYPE = 0x88e3;
    private static final int COMMON = 1;
    /** Parts of one frame. */
    private static final int MOST = 16;

    @Override
    public String name() {
        return "mrp";
    }

    @Override
    public List<Carrier> carriers() {
        return List.of(Carrier.etherType(ETHER_TYPE));
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        return Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    private static final class Conversation implements Dialogue {

        private final Cursor value = new Cursor();

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            int length = in.left();
            in.skip(2);
            RingService service = null;
            String state = "";
            boolean ended = false;
            for (int i = 0; i < MOST && in.left() >= 2 && !ended; i++) {
                int type = in.u8();
                in.slice(in.u8(), value);
                ended = type == 0;
                RingService part = type == COMMON || ended ? null : RingService.of(type);
                if (part != null) {
                    service = part;
                    state = state(part, value);
                } else if (!ended && type != COMMON) {
                    out.violation("unknown_part", type);
                }
            }
            if (!in.ok() || !ended || !value.ok()) {
                out.violation("truncated", length);
            } else {
                tell(service, state, out);
            }
        }

        private static void tell(@Nullable RingService service, String state, Sink out) {
            if (service == null) {
                out.violation("nothing_said", 0);
            } else {
                out.notice(service).qualifier(state).tell();
            }
        }

        /** Whether the ring is closed, where a test says so: an open ring has a broken link. */
        private static String state(RingService service, Cursor value) {
            if (service != RingService.TEST) {
                return "";
            }
            value.skip(10);
            int state = value.u16();
            return state == 0 ? "ring open" : state == 1 ? "ring closed" : "ring undefined";
        }
    }
}
