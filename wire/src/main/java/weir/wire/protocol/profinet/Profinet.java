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
 * PROFINET's EtherType (IEC 61158-6-10 clause 4): the frame id, the first two octets, says what follows: discovery
 * ({@link Discovery}), cyclic data ({@link CyclicData}), alarms ({@link Alarms}), time ({@link PrecisionTime}).
 */
public final class Profinet implements Protocol {

    private static final int ETHER_TYPE = 0x8892;
    private static final int HELLO = 0xfefc;
    private static final int IDENTIFY_RESPONSE = 0xfeff;
    private static final String DISCOVERY = "profinet_dcp";

    @Override
    public String name() {
        return "profinet_rt";
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

        private final Discovery discovery = new Discovery();
        private final CyclicData cyclic = new CyclicData();
        private final Alarms alarms = new Alarms();
        private final PrecisionTime time = new PrecisionTime();
        private boolean begun;
        /** Nothing but discovery was seen. */
        private boolean discovering;

        @Override
        public @Nullable String speaks() {
            return !begun ? "" : discovering ? DISCOVERY : null;
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            int length = in.left();
            int frame = in.u16();
            if (!in.ok()) {
                out.violation("truncated", length);
                return;
            }
            out.fact("profinet", "rt.frameid", frame);
            boolean discovers = frame >= HELLO && frame <= IDENTIFY_RESPONSE;
            discovering = discovers && (discovering || !begun);
            begun = true;
            if (discovers) {
                discovery.message(in, out.speaking(DISCOVERY));
                return;
            }
            RtService service = RtService.ofFrame(frame);
            if (service.isCyclic()) {
                cyclic.message(service, frame, in, out);
            } else if (service == RtService.ALARM_HIGH || service == RtService.ALARM_LOW) {
                alarms.message(service, in, out);
            } else if (service.isTime()) {
                time.message(service, in, out);
            } else {
                out.notice(service).object("frame", frame).tell();
            }
        }
    }
}
