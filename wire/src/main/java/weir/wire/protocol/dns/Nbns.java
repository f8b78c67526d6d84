// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dns;

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
 * The NetBIOS name service (RFC 1002, 4.2): DNS messages with names of its own and flags that differ.
 *
 * <pre>
 * header       id u16 | R, opcode (4 bits), AA, TC, RD, RA, 0, 0, B, rcode (4 bits) | four counts u16
 * question     name | type u16: NB 0x0020 or NBSTAT 0x0021 | class u16: 1
 * record       name or pointer | type u16 | class u16 | time to live u32 | length u16 | data
 * data of NB       flags u16: G (group), ONT | address, once or more
 * data of NBSTAT   count u8 | count times: name, 16 octets, flags u16 | hardware address | statistics
 * </pre>
 */
public final class Nbns implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.udp(137));
    private static final int MOST_RECORDS = 16;

    @Override
    public String name() {
        return "nbns";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    /** The name in the first question or record is 32 letters of sixteen: no other protocol's. */
    @Override
    public Likeness probe(Cursor in, Transport over) {
        if (in.left() < Header.SIZE || in.peek16(4) + in.peek16(6) == 0) {
            return Likeness.NO;
        }
        if (in.peek16(4) > 1 || in.peek16(6) > MOST_RECORDS || in.peek16(10) > MOST_RECORDS) {
            return Likeness.NO;
        }
        return NetbiosName.isEncoded(in, Header.SIZE) ? Likeness.SURE : Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    private static final class Conversation implements Dialogue {

        private static final int MOST_WAITING = 8;
        private static final int MOST_NAMES = 64;
        private static final int GROUP = 0x8000;
        private static final Numbered UNLISTED = new Numbered("rcode_");
        private static final String DIGITS = "0123456789abcdef";
        /** RFC 1002, 4.2.6 and 4.2.14. */
        private static final String[] CODES = {
            "no_error",
            "format_error",
            "server_failure",
            "no_such_name",
            "not_implemented",
            "refused",
            "active",
            "in_conflict"
        };

        private final NetbiosName name = new NetbiosName();
        private final Cursor data = new Cursor();
        private final AnsweredAddresses addresses = new AnsweredAddresses();
        private final Pending pending = new Pending(MOST_WAITING);
        private final byte[] hardware = new byte[17];

        @Override
        public Direction direction(Cursor in, Direction presumed) {
            int flags = in.peek(2);
            return flags < 0 ? presumed : (flags & 0x80) == 0 ? Direction.TO_SERVER : Direction.TO_CLIENT;
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            int id = in.u16();
            int flags = in.u16();
            int questions = in.u16();
            int records = in.u16() + in.u16() + in.u16();
            if (!in.ok()) {
                out.violation("truncated", in.read());
                return;
            }
            if (questions > 1 || records > MOST_RECORDS) {
                out.violation("too_many_records", questions + records);
                return;
            }
            if ((flags & Header.RESPONSE) != 0) {
                answer(in, id, flags, questions, records, out);
            } else {
                ask(in, id, flags, questions, records, out);
            }
            if (!in.ok()) {
                out.violation("malformed", id);
            }
        }

        private void ask(Cursor in, int id, int flags, int questions, int records, Sink out) {
            NameService service = NameService.UNLISTED;
            if (questions == 1) {
                name.readEncoded(in);
                service = NameService.of(Header.opcode(flags), in.u16());
                in.skip(2);
                if (!in.ok()) {
                    return;
                }
                out.fact("nbns", "name", name.counted());
                Operation told = out.request(service).symbol(name.text(out)).tell();
                pending.ask(id, told, out.time(), 0);
            }
            for (int i = 0; i < records && in.ok(); i++) {
                record(in, service.verb() == weir.model.Verb.SESSION && service != NameService.RELEASE, out);
            }
        }

        private void answer(Cursor in, int id, int flags, int questions, int records, Sink out) {
            if (questions == 1) {
                name.readEncoded(in);
                in.skip(4);
            }
            int here = in.read();
            int type = RecordType.NB;
            if (questions == 0 && records > 0) {
                name.readEncoded(in);
                type = in.u16();
                in.skip(6);
                data.wrap(in.bytes(), in.offset(), 0);
                in.skip(in.u16());
            }
            if (!in.ok()) {
                return;
            }
            boolean known = pending.take(id);
            Operation request = pending.request();
            if (known && request != null) {
                out.response(request.service()).like(request).since(pending.time());
            } else {
                out.response(NameService.of(Header.opcode(flags), type));
                out.symbol(questions + records > 0 ? name.text(out) : "");
            }
            int code = flags & 15;
            if (code != 0) {
                out.refused(code, code < CODES.length ? CODES[code] : UNLISTED.of(code));
            }
            out.tell();
            in.seek(here);
            for (int i = 0; i < records && in.ok(); i++) {
                record(in, code == 0, out);
            }
        }

        /** A record; what it says of a device is told where it is believed. */
        private void record(Cursor in, boolean believed, Sink out) {
            if (in.peek(0) >= 0xc0) {
                in.skip(2);
            } else {
                name.readEncoded(in);
            }
            int type = in.u16();
            in.skip(6);
            in.slice(in.u16(), data);
            if (!in.ok()) {
                return;
            }
            if (out.counting()) {
                out.fact("nbns", "name", name.counted() + (type == RecordType.NB ? name.meaning() : ""));
            }
            if (believed && type == RecordType.NB && data.left() >= 6) {
                owner(out);
            } else if (believed && type == RecordType.NBSTAT) {
                status(out);
            }
        }

        /** Whose name it is: group names are nobody's. */
        private void owner(Sink out) {
            boolean group = (data.u16() & GROUP) != 0;
            long address = data.u32();
            if (!group && name.isComputer()) {
                Address owner = addresses.of(Address.Kind.IPV4, 0, address, out);
                boolean own = owner.equals(out.at().source());
                if (owner.isUnicast()) {
                    out.identity(out.subject(owner, ""), Attribute.NAME, name.bare(out), "NB", own ? 5 : 4);
                }
            }
        }

        private void status(Sink out) {
            int count = data.u8();
            if (count > MOST_NAMES || data.left() < count * (NetbiosName.SIZE + 2)) {
                out.violation("truncated_status", count);
                return;
            }
            for (int i = 0; i < count; i++) {
                name.readPlain(data);
                if ((data.u16() & GROUP) == 0 && name.isComputer()) {
                    out.identity(out.sender(), Attribute.NAME, name.bare(out), "NBSTAT", 5);
                }
            }
            hardware(out);
        }

        private void hardware(Sink out) {
            if (data.left() < 6 || data.peek32(0) == 0 && data.peek16(4) == 0) {
                return;
            }
            for (int i = 0; i < 6; i++) {
                int octet = data.u8();
                hardware[3 * i] = (byte) DIGITS.charAt(octet >> 4);
                hardware[3 * i + 1] = (byte) DIGITS.charAt(octet & 15);
                if (i < 5) {
                    hardware[3 * i + 2] = ':';
                }
            }
            String address = out.text(data.wrap(hardware, 0, hardware.length), hardware.length);
            out.identity(out.sender(), Attribute.MAC, address, "NBSTAT", 5);
        }
    }
}
