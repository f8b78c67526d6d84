// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Address;
import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Phase;
import weir.model.Subject;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Pending;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * Address leases (DHCP, RFC 2131; options RFC 2132), directly or through a relay: who has which address, and what the
 * client says it is.
 *
 * <pre>
 * operation 1 | hardware type 1 | its length 1 | hops 1 | transaction 4 | seconds 2 | flags 2 | client 4 | yours 4 |
 * server 4 | relay 4 | hardware address 16 | server name 64 | file 128 | cookie 4 | options
 * option: code 1 | length 1 | value; 0 padding, 255 end
 * </pre>
 */
public final class Dhcp implements Protocol {

    private static final int SERVER_PORT = 67;
    private static final int CLIENT_PORT = 68;
    private static final int FIXED = 236;
    private static final long COOKIE = 0x6382_5363L;
    private static final int TRANSACTION = 4;
    private static final int CLIENT_ADDRESS = 12;

    @Override
    public String name() {
        return "dhcp";
    }

    @Override
    public List<Carrier> carriers() {
        return List.of(Carrier.udp(SERVER_PORT), Carrier.udp(CLIENT_PORT));
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        int operation = in.peek(0);
        if (over != Transport.UDP || operation != 1 && operation != 2 || in.peek(2) > 16 || in.peek(3) > 16) {
            return Likeness.NO;
        }
        if (in.left() < FIXED + 4) {
            return Likeness.MORE;
        }
        return in.peek32(FIXED) == COOKIE ? Likeness.SURE : Likeness.MAYBE;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    private static final class Conversation implements Dialogue {

        private static final int WAITING = 16;

        private final KnownAddresses known = new KnownAddresses();
        private final DhcpOptions options = new DhcpOptions();
        private final Pending pending = new Pending(WAITING);

        @Override
        public Direction direction(Cursor in, Direction presumed) {
            return switch (in.peek(0)) {
                case 1 -> Direction.TO_SERVER;
                case 2 -> Direction.TO_CLIENT;
                default -> presumed;
            };
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            int length = in.left();
            if (length < FIXED + 4) {
                out.violation("truncated", length);
                return;
            }
            int operation = in.u8();
            if (operation != 1 && operation != 2) {
                out.violation("unknown_operation", operation);
                return;
            }
            boolean ethernet = in.u8() == 1 && in.u8() == 6;
            in.seek(TRANSACTION);
            long transaction = in.u32();
            in.seek(CLIENT_ADDRESS);
            long client = in.u32();
            long yours = in.u32();
            in.skip(8);
            Subject device = ethernet ? out.subject(known.mac(in.u48()), "") : out.subject(Address.NONE, "");
            in.seek(FIXED);
            options.clear();
            if (in.peek32(0) == COOKIE) {
                in.skip(4);
                options.read(in, out);
            } else {
                out.violation("cookie_missing", in.peek32(0));
            }
            if (!in.ok() || !options.ended()) {
                out.violation("truncated", length);
                return;
            }
            DhcpMessage message = kind(operation);
            if (message == null) {
                out.violation("unknown_message_type", options.type());
                return;
            }
            tell(message, transaction, address(message, client, yours), out);
            identify(message, device, client, yours, out);
        }

        private @Nullable DhcpMessage kind(int operation) {
            if (options.type() < 0) {
                return operation == 1 ? DhcpMessage.BOOT_REQUEST : DhcpMessage.BOOT_REPLY;
            }
            return DhcpMessage.of(options.type());
        }

        /** The address that the message is about; 0 for none. */
        private long address(DhcpMessage message, long client, long yours) {
            if (message.phase() == Phase.RESPONSE && yours != 0) {
                return yours;
            }
            return options.requested() != 0 ? options.requested() : client;
        }

        private void tell(DhcpMessage message, long transaction, long address, Sink out) {
            switch (message.phase()) {
                case REQUEST -> out.request(message);
                case RESPONSE -> out.response(message);
                case NOTICE -> out.notice(message);
            }
            if (address != 0) {
                out.space("address").symbol(known.ipv4(address).toString());
            }
            if (message.phase() == Phase.RESPONSE && pending.take(transaction)) {
                out.since(pending.time());
            }
            if (message == DhcpMessage.NAK) {
                out.refused(message.code(), "refused");
            }
            Operation told = out.tell();
            if (message.phase() == Phase.REQUEST) {
                pending.ask(transaction, told, out.time(), 0);
            }
        }

        /** A lease binds when it is granted; a client that renews says what it has. */
        private void identify(DhcpMessage message, Subject device, long client, long yours, Sink out) {
            boolean granted = message == DhcpMessage.ACK || message == DhcpMessage.BOOT_REPLY;
            if (granted && yours != 0) {
                address(device, yours, "DHCP ack", 5, out);
            } else if (client != 0 && message != DhcpMessage.NAK && message != DhcpMessage.OFFER) {
                boolean renews = message == DhcpMessage.REQUEST || message == DhcpMessage.INFORM || granted;
                address(device, client, "DHCP client address", renews ? 4 : 3, out);
            }
            if (message.phase() == Phase.RESPONSE) {
                router(out);
                return;
            }
            out.identity(device, Attribute.NAME, options.hostName(), "DHCP host name", 5);
            out.identity(device, Attribute.NAME, options.domainName(), "DHCP client FQDN", 5);
            out.identity(device, Attribute.SYSTEM, options.vendorClass(), "DHCP vendor class", 4);
            out.identity(device, Attribute.FINGERPRINT, options.wanted(), "DHCP parameter list", 4);
        }

        private void address(Subject device, long bits, String source, int confidence, Sink out) {
            Address address = known.ipv4(bits);
            if (address.isUnicast() && device.address().isUnicast()) {
                out.identity(device, Attribute.IP, address.toString(), source, confidence);
            }
        }

        private void router(Sink out) {
            Address router = known.ipv4(options.router());
            if (router.isUnicast()) {
                out.identity(out.subject(router, ""), Attribute.DEVICE_TYPE, "router", "DHCP router", 3);
            }
        }
    }
}
