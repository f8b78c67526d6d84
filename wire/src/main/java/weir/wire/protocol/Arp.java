// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Address;
import weir.model.Attribute;
import weir.model.Service;
import weir.model.Transport;
import weir.model.Verb;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * Address resolution (RFC 826): who has which IPv4 address. Probes and announcements as in RFC 5227.
 *
 * <pre>
 * hardware type 2 | protocol type 2 | hardware length 1 | protocol length 1 | opcode 2 |
 * sender hardware 6 | sender protocol 4 | target hardware 6 | target protocol 4
 * </pre>
 */
public final class Arp implements Protocol {

    private static final int ETHER_TYPE = 0x0806;
    private static final int IPV4 = 0x0800;

    private enum Message implements Service {
        REQUEST(1),
        REPLY(2),
        REVERSE_REQUEST(3),
        REVERSE_REPLY(4),
        INVERSE_REQUEST(8),
        INVERSE_REPLY(9),
        /** A request whose sender has no address yet: is it free? */
        PROBE(1),
        /** Sender and target are the same: this address is mine. */
        ANNOUNCEMENT(2);

        private final int code;

        Message(int code) {
            this.code = code;
        }

        @Override
        public int code() {
            return code;
        }

        @Override
        public Verb verb() {
            return Verb.IDENTIFY;
        }
    }

    @Override
    public String name() {
        return "arp";
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

        private final KnownAddresses known = new KnownAddresses();

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            int length = in.left();
            in.skip(2);
            int protocol = in.u16();
            int lengths = in.u16();
            int opcode = in.u16();
            if (!in.ok()) {
                out.violation("truncated", length);
                return;
            }
            out.fact("arp", "opcode", opcode);
            if (protocol != IPV4 || lengths != 0x0604) {
                out.violation("other_addresses", lengths);
                return;
            }
            long senderMac = in.u48();
            long senderIp = in.u32();
            in.skip(6);
            long targetIp = in.u32();
            if (!in.ok()) {
                out.violation("truncated", length);
                return;
            }
            Message message = message(opcode, senderIp, targetIp);
            if (message == null) {
                out.violation("unknown_opcode", opcode);
                return;
            }
            tell(message, known.ipv4(targetIp), out);
            judge(senderMac, out);
            identify(message, senderMac, senderIp, out);
        }

        private static @Nullable Message message(int opcode, long sender, long target) {
            return switch (opcode) {
                case 1 -> sender == 0 ? Message.PROBE : sender == target ? Message.ANNOUNCEMENT : Message.REQUEST;
                case 2 -> sender == target ? Message.ANNOUNCEMENT : Message.REPLY;
                case 3 -> Message.REVERSE_REQUEST;
                case 4 -> Message.REVERSE_REPLY;
                case 8 -> Message.INVERSE_REQUEST;
                case 9 -> Message.INVERSE_REPLY;
                default -> null;
            };
        }

        private static void tell(Message message, Address target, Sink out) {
            switch (message) {
                case REQUEST, PROBE, INVERSE_REQUEST, REVERSE_REQUEST ->
                    out.request(message)
                            .space("address")
                            .symbol(target.toString())
                            .tell();
                case REPLY, REVERSE_REPLY, INVERSE_REPLY ->
                    out.response(message).tell();
                case ANNOUNCEMENT ->
                    out.notice(message)
                            .space("address")
                            .symbol(target.toString())
                            .tell();
            }
        }

        /** The frame's own source must be the one that the message speaks of. */
        private static void judge(long senderMac, Sink out) {
            Address source = out.at().source();
            if ((senderMac >>> 40 & 1) != 0 || senderMac == 0) {
                out.violation("sender_is_no_device", senderMac);
            } else if (source.kind() == Address.Kind.MAC && source.low() != senderMac) {
                out.violation("sender_is_not_source", senderMac);
            }
        }

        private void identify(Message message, long senderMac, long senderIp, Sink out) {
            Address mac = known.mac(senderMac);
            Address ip = known.ipv4(senderIp);
            boolean asks = message == Message.REQUEST || message == Message.INVERSE_REQUEST;
            boolean tells =
                    message == Message.REPLY || message == Message.ANNOUNCEMENT || message == Message.INVERSE_REPLY;
            if ((asks || tells) && mac.isUnicast() && ip.isUnicast()) {
                out.identity(
                        out.subject(mac, ""),
                        Attribute.IP,
                        ip.toString(),
                        tells ? "ARP reply" : "ARP request",
                        tells ? 5 : 4);
            }
        }
    }
}
