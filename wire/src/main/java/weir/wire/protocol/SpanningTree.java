// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.List;
import weir.model.Attribute;
import weir.model.Service;
import weir.model.Subject;
import weir.model.Transport;
import weir.model.Verb;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Phrase;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * The spanning tree protocols (IEEE 802.1D clause 9, 802.1Q clause 14), with Cisco's for each VLAN: which bridge is the
 * root, and that the topology changed.
 *
 * <pre>
 * protocol 2, 0 | version 1: 0 STP, 2 RSTP, 3 MSTP | kind 1
 * 00 02  flags 1 | root: priority 2, address 6 | cost 4 | bridge: the same | port 2 | age, greatest age, hello, delay 2 each
 * 02     length 1, 0 | from version 3: length 2 | selector 1 | name of the region 32 | revision 2 | digest 16 | ...
 * 80     nothing: the topology changed
 * </pre>
 */
public final class SpanningTree implements Protocol {

    private static final int ACCESS = 0x42;
    private static final int CISCO = 0x00000c;
    private static final int FOR_EACH_VLAN = 0x010b;

    private static final int TOPOLOGY_CHANGE = 0x01;
    private static final int MULTIPLE = 3;
    private static final int REGION = 32;

    /** What a bridge says. */
    private enum Message implements Service {
        CONFIGURATION(0x00, Verb.SESSION),
        RAPID_CONFIGURATION(0x02, Verb.SESSION),
        TOPOLOGY_CHANGE_NOTICE(0x80, Verb.DIAGNOSE);

        private final int code;
        private final Verb verb;

        Message(int code, Verb verb) {
            this.code = code;
            this.verb = verb;
        }

        @Override
        public int code() {
            return code;
        }

        @Override
        public Verb verb() {
            return verb;
        }
    }

    @Override
    public String name() {
        return "stp";
    }

    @Override
    public List<Carrier> carriers() {
        return List.of(Carrier.llc(ACCESS), Carrier.snap(CISCO, FOR_EACH_VLAN));
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

        private final Phrase phrase = new Phrase();

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            int length = in.left();
            int protocol = in.u16();
            int version = in.u8();
            int kind = in.u8();
            if (!in.ok()) {
                out.violation("truncated", length);
                return;
            }
            if (protocol != 0) {
                out.violation("unknown_protocol", protocol);
                return;
            }
            switch (kind) {
                case 0x00 -> configuration(Message.CONFIGURATION, 0, in, out);
                case 0x02 -> configuration(Message.RAPID_CONFIGURATION, version, in, out);
                case 0x80 -> out.notice(Message.TOPOLOGY_CHANGE_NOTICE).tell();
                default -> out.violation("unknown_kind", kind);
            }
        }

        private void configuration(Message message, int version, Cursor in, Sink out) {
            int flags = in.u8();
            long rootPriority = in.u16();
            long root = in.u48();
            in.skip(4);
            long priority = in.u16();
            long bridge = in.u48();
            int port = in.u16();
            in.skip(8);
            if (!in.ok()) {
                out.violation("truncated", in.read());
                return;
            }
            out.notice(message)
                    .space("root_bridge")
                    .symbol(identifier(rootPriority, root, out))
                    .qualifier((flags & TOPOLOGY_CHANGE) != 0 ? "topology_change" : "")
                    .tell();
            Subject sender = out.sender();
            boolean isRoot = root == bridge && rootPriority == priority;
            out.identity(sender, Attribute.DEVICE_TYPE, isRoot ? "root bridge" : "bridge", "BPDU", 5);
            phrase.begin();
            address(bridge);
            out.identity(sender, Attribute.MAC, phrase.take(out), "BPDU bridge identifier", 5);
            phrase.begin().add("port ").decimal(port & 0xfff);
            out.identity(sender, Attribute.PORT, phrase.take(out), "BPDU port identifier", 3);
            if (version >= MULTIPLE) {
                region(in, out);
            }
        }

        private void region(Cursor in, Sink out) {
            in.skip(4);
            String name = out.text(in, REGION);
            if (in.ok() && !name.isEmpty()) {
                phrase.begin().add("MST region ").add(name);
                out.identity(out.sender(), Attribute.DESCRIPTION, phrase.take(out), "MST configuration", 5);
            }
        }

        /** Priority and address: {@code 32769.00:1e:f6:73:59:80}. */
        private String identifier(long priority, long bridge, Sink out) {
            phrase.begin().decimal(priority).add('.');
            address(bridge);
            return phrase.take(out);
        }

        private void address(long bits) {
            for (int shift = 40; shift >= 0; shift -= 8) {
                phrase.hex(bits >>> shift & 255, 2);
                if (shift > 0) {
                    phrase.add(':');
                }
            }
        }
    }
}
