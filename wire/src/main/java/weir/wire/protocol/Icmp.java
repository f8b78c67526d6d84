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
 * Internet control messages (RFC 792): echoes, and what routers and hosts say of packets that did not arrive.
 *
 * <pre>
 * type 1 | code 1 | checksum 2 | identifier 2 | sequence 2 | data
 * errors: type 1 | code 1 | checksum 2 | gateway or unused 4 | IP header and 8 octets of the packet in question
 * </pre>
 */
public final class Icmp implements Protocol {

    private static final int IP_PROTOCOL = 1;
    private static final int HEADER = 8;
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final Numbered CODES = new Numbered("code ");

    private static final String[] UNREACHABLE = {
        "network",
        "host",
        "protocol",
        "port",
        "fragmentation_needed",
        "source_route_failed",
        "network_unknown",
        "host_unknown",
        "source_isolated",
        "network_prohibited",
        "host_prohibited",
        "network_for_service",
        "host_for_service",
        "prohibited",
        "precedence_violation",
        "precedence_cutoff"
    };

    @Override
    public String name() {
        return "icmp";
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

        /** Echoes that wait, by type, identifier and sequence. */
        private static final int WAITING = 8;

        private final KnownAddresses known = new KnownAddresses();
        private final Pending pending = new Pending(WAITING);

        @Override
        public Direction direction(Cursor in, Direction presumed) {
            IcmpType type = in.left() == 0 ? null : IcmpType.of(in.peek(0));
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
            if (in.ok()) {
                out.fact("icmp", "type", number);
            }
            long rest = in.u32();
            if (!in.ok()) {
                out.violation("truncated", length);
                return;
            }
            IcmpType type = IcmpType.of(number);
            if (type == null) {
                out.violation("unknown_type", number);
                return;
            }
            if (type.quotes()) {
                quoted(type, code, rest, in, out);
                return;
            }
            long key = (long) type.request() << 32 | rest;
            switch (type.phase()) {
                case REQUEST -> {
                    Operation asked = out.request(type).tell();
                    pending.ask(key, asked, out.time(), 0);
                }
                case RESPONSE -> {
                    out.response(type);
                    if (pending.take(key)) {
                        out.since(pending.time());
                    }
                    out.tell();
                }
                case NOTICE -> {
                    out.notice(type).tell();
                    out.identity(out.sender(), Attribute.DEVICE_TYPE, "router", "ICMP router advertisement", 5);
                }
            }
        }

        /** Tells where the packet in question was going: protocol, port, address. */
        private void quoted(IcmpType type, int code, long rest, Cursor in, Sink out) {
            int header = (in.peek(0) & 15) << 2;
            if (in.left() < 20 || in.left() < header + HEADER) {
                out.violation("truncated", HEADER + in.left());
                return;
            }
            int protocol = in.peek(9);
            Address destination = known.ipv4(in.peek32(16));
            String words = type == IcmpType.DESTINATION_UNREACHABLE && code < UNREACHABLE.length
                    ? UNREACHABLE[code]
                    : CODES.of(code);
            out.notice(type).qualifier(words);
            if (type == IcmpType.REDIRECT) {
                out.space("gateway").symbol(known.ipv4(rest).toString());
            } else if ((protocol == TCP || protocol == UDP) && (in.peek16(6) & 0x1fff) == 0) {
                out.object(protocol == TCP ? "tcp" : "udp", in.peek16(header + 2))
                        .symbol(destination.toString());
            } else {
                out.space("address").symbol(destination.toString());
            }
            out.tell();
        }
    }
}
