// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

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
 * Which groups a host wants to hear, versions 1 to 3 (RFC 1112, RFC 2236, RFC 3376).
 *
 * <pre>
 * type 1 | time 1 | checksum 2 | group 4, or in a report of version 3: 0 2 | number of records 2
 * record  kind 1 | words behind it 1 | number of sources 2 | group 4 | sources, 4 each | words, 4 octets each
 * </pre>
 */
public final class Igmp implements Protocol {

    private static final int IP_PROTOCOL = 2;
    private static final int ANY = 0;

    @Override
    public String name() {
        return "igmp";
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

        private static final int HEADER = 8;

        /** Kinds of record. */
        private static final int IS_INCLUDE = 1;

        private static final int IS_EXCLUDE = 2;
        private static final int TO_INCLUDE = 3;
        private static final int TO_EXCLUDE = 4;
        private static final int ALLOW = 5;
        private static final int BLOCK = 6;

        private final KnownAddresses known = new KnownAddresses();

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            int length = in.left();
            if (length < HEADER) {
                out.violation("truncated", length);
                return;
            }
            if (sum(in) != 0xffff) {
                out.violation("checksum_wrong", length);
                return;
            }
            int type = in.u8();
            in.skip(3);
            IgmpType service = IgmpType.of(type);
            if (service == null) {
                out.violation("unknown_type", type);
                return;
            }
            switch (service) {
                case QUERY -> query(in, out);
                case REPORT -> records(in, out);
                case JOIN, LEAVE, JOIN_VERSION_1 -> told(service, in.u32(), "", out);
                case DVMRP, PIM -> out.notice(service).tell();
            }
        }

        private static int sum(Cursor in) {
            int sum = 0;
            for (int at = 0; at < in.left(); at += 2) {
                int low = in.peek(at + 1);
                sum += in.peek(at) << 8 | Math.max(low, 0);
            }
            while (sum >>> 16 != 0) {
                sum = (sum & 0xffff) + (sum >>> 16);
            }
            return sum;
        }

        private void query(Cursor in, Sink out) {
            long group = in.u32();
            if (group == ANY) {
                out.request(IgmpType.QUERY).tell();
            } else {
                out.request(IgmpType.QUERY)
                        .space("group")
                        .symbol(known.ipv4(group).toString())
                        .tell();
            }
            if (out.at().source().isUnicast()) {
                out.identity(out.sender(), Attribute.DEVICE_TYPE, "multicast querier", "IGMP query", 4);
            }
        }

        private void records(Cursor in, Sink out) {
            in.skip(2);
            int number = in.u16();
            for (int i = 0; i < number; i++) {
                int kind = in.u8();
                int words = in.u8();
                int sources = in.u16();
                long group = in.u32();
                in.skip(4 * (sources + words));
                if (!in.ok()) {
                    out.violation("truncated", in.read());
                    return;
                }
                record(kind, sources, group, out);
            }
        }

        private void record(int kind, int sources, long group, Sink out) {
            switch (kind) {
                case IS_EXCLUDE, TO_EXCLUDE -> told(IgmpType.JOIN, group, sources == 0 ? "" : "not_some_sources", out);
                case IS_INCLUDE, TO_INCLUDE ->
                    told(
                            sources == 0 ? IgmpType.LEAVE : IgmpType.JOIN,
                            group,
                            sources == 0 ? "" : "only_some_sources",
                            out);
                case ALLOW -> told(IgmpType.JOIN, group, "more_sources", out);
                case BLOCK -> told(IgmpType.LEAVE, group, "some_sources", out);
                default -> out.violation("unknown_record", kind);
            }
        }

        private void told(IgmpType service, long group, String how, Sink out) {
            out.notice(service)
                    .space("group")
                    .symbol(known.ipv4(group).toString())
                    .qualifier(how)
                    .tell();
        }
    }
}
