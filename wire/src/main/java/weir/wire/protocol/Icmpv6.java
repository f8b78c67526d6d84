// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.List;
import weir.model.Address;
import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Numbered;
import weir.wire.Pending;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * Internet control messages of IPv6 (RFC 4443), with them neighbour discovery (RFC 4861): which hardware address has
 * which IPv6 address, and who routes.
 *
 * <pre>
 * type 1 | code 1 | checksum 2 | identifier 2 | sequence 2 | data
 * neighbour solicitation, advertisement: type 1 | code 1 | checksum 2 | flags 4 | target 16 | options
 * router advertisement: type 1 | code 1 | checksum 2 | hop limit 1 | flags 1 | lifetime 2 | times 8 | options
 * option: type 1 | length in 8 octets 1 | value; 1 source hardware address, 2 target hardware address
 * </pre>
 */
public final class Icmpv6 implements Protocol {

    private static final int IP_PROTOCOL = 58;
    private static final int SOURCE_LINK = 1;
    private static final int TARGET_LINK = 2;
    private static final Numbered CODES = new Numbered("code ");

    @Override
    public String name() {
        return "icmpv6";
    }

    @Override
    public List<Carrier> carriers() {
        return List.of(Carrier.ip(IP_PROTOCOL));
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

        /** Echoes that wait, by identifier and sequence. */
        private static final int WAITING = 8;

        private final KnownAddresses known = new KnownAddresses();
        private final Pending pending = new Pending(WAITING);

        @Override
        public Direction direction(Cursor in, Direction presumed) {
            Icmpv6Type type = in.left() == 0 ? null : Icmpv6Type.of(in.peek(0));
            if (type == null) {
                return presumed;
            }
            return switch (type.phase()) {
                case REQUEST -> Direction.TO_SERVER;
                case RESPONSE -> Direction.TO_CLIENT;
                case NOTICE -> presumed;
            };
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            int length = in.left();
            int number = in.u8();
            int code = in.u8();
            in.skip(2);
            long rest = in.u32();
            if (!in.ok()) {
                out.violation("truncated", length);
                return;
            }
            Icmpv6Type type = Icmpv6Type.of(number);
            if (type == null) {
                out.violation("unknown_type", number);
                return;
            }
            if (type.quotes()) {
                quoted(type, code, in, out);
            } else {
                speak(type, rest, in, out);
            }
            if (!in.ok()) {
                out.violation("truncated", length);
            }
        }

        private void speak(Icmpv6Type type, long rest, Cursor in, Sink out) {
            switch (type) {
                case ECHO -> {
                    Operation asked = out.request(type).tell();
                    pending.ask(rest, asked, out.time(), 0);
                }
                case ECHO_REPLY -> {
                    out.response(type);
                    if (pending.take(rest)) {
                        out.since(pending.time());
                    }
                    out.tell();
                }
                case NEIGHBOUR_SOLICITATION, NEIGHBOUR_ADVERTISEMENT -> neighbour(type, in, out);
                case ROUTER_ADVERTISEMENT -> router(type, rest, in, out);
                case REDIRECT -> redirect(type, in, out);
                default -> {
                    switch (type.phase()) {
                        case REQUEST -> out.request(type);
                        case RESPONSE -> out.response(type);
                        case NOTICE -> out.notice(type);
                    }
                    out.tell();
                }
            }
        }

        /** Who asks tells its own addresses; who answers, those of the target. */
        private void neighbour(Icmpv6Type type, Cursor in, Sink out) {
            Address target = known.ipv6(in.u64(), in.u64());
            if (!in.ok()) {
                return;
            }
            boolean asks = type == Icmpv6Type.NEIGHBOUR_SOLICITATION;
            if (asks) {
                out.request(type).space("address").symbol(target.toString()).tell();
            } else {
                out.response(type).space("address").symbol(target.toString()).tell();
            }
            long link = option(in, asks ? SOURCE_LINK : TARGET_LINK);
            Address owner = asks ? out.at().source() : target;
            bind(link, owner, asks ? "neighbour solicitation" : "neighbour advertisement", asks ? 4 : 5, out);
        }

        private void router(Icmpv6Type type, long rest, Cursor in, Sink out) {
            in.skip(8);
            if (!in.ok()) {
                return;
            }
            out.notice(type).tell();
            boolean routes = (rest & 0xffff) != 0;
            if (routes) {
                out.identity(out.sender(), Attribute.DEVICE_TYPE, "router", "router advertisement", 5);
            }
            bind(option(in, SOURCE_LINK), out.at().source(), "router advertisement", 5, out);
        }

        /** Target 16, the better next hop | destination 16. */
        private void redirect(Icmpv6Type type, Cursor in, Sink out) {
            Address target = known.ipv6(in.u64(), in.u64());
            in.skip(16);
            if (in.ok()) {
                out.notice(type).space("gateway").symbol(target.toString()).tell();
            }
        }

        /** The hardware address in the first option of this type; 0 without one. */
        private static long option(Cursor in, int wanted) {
            while (in.left() > 0) {
                int type = in.u8();
                int size = in.u8() * 8 - 2;
                if (size < 0) {
                    in.fail();
                    return 0;
                }
                if (type == wanted && size == 6) {
                    return in.u48();
                }
                in.skip(size);
            }
            return 0;
        }

        private void bind(long link, Address owner, String source, int confidence, Sink out) {
            Address mac = known.mac(link);
            if (mac.isUnicast() && owner.isUnicast()) {
                out.identity(out.subject(mac, ""), Attribute.IP, owner.toString(), source, confidence);
            }
        }

        /** Tells where the packet in question was going. */
        private void quoted(Icmpv6Type type, int code, Cursor in, Sink out) {
            int next = in.peek(6);
            in.skip(24);
            Address destination = known.ipv6(in.u64(), in.u64());
            int port = in.peek16(2);
            if (in.ok() && port >= 0) {
                out.notice(type).qualifier(CODES.of(code));
                if (next == 6 || next == 17) {
                    out.object(next == 6 ? "tcp" : "udp", port);
                } else {
                    out.space("address");
                }
                out.symbol(destination.toString()).tell();
            } else {
                in.fail();
            }
        }
    }
}
