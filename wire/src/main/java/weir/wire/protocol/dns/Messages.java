// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dns;

import weir.model.Operation;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Numbered;
import weir.wire.Pending;
import weir.wire.Sink;

/** One conversation in DNS, mDNS or LLMNR. */
final class Messages implements Dialogue {

    private static final int MOST_WAITING = 8;
    private static final Numbered UNLISTED = new Numbered("rcode_");
    /** RFC 1035, 4.1.1; RFC 2136, 2.2. */
    private static final String[] CODES = {
        "no_error",
        "format_error",
        "server_failure",
        "no_such_name",
        "not_implemented",
        "refused",
        "name_exists",
        "set_exists",
        "set_missing",
        "not_authoritative",
        "not_in_zone"
    };

    private final Flavour flavour;
    private final DomainName name = new DomainName();
    private final Records records;
    private final LookupRows rows = new LookupRows(name);
    private final Pending pending = new Pending(MOST_WAITING);

    Messages(Flavour flavour) {
        this.flavour = flavour;
        records = new Records(flavour, name);
    }

    /** Over TCP a length u16 stands before each message (RFC 1035, 4.2.2). */
    @Override
    public int frame(Cursor in, Direction way) {
        int length = in.peek16(0);
        if (length >= 0 && length < Header.SIZE) {
            return LOST;
        }
        if (in.left() < 2 + Header.SIZE) {
            return MORE;
        }
        return Header.isSane(in, 2) ? 2 + length : LOST;
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        if (flavour == Flavour.MDNS) {
            return presumed;
        }
        boolean framed = in.peek16(0) == in.left() - 2;
        int flags = in.peek(framed ? 4 : 2);
        return flags < 0 ? presumed : (flags & 0x80) == 0 ? Direction.TO_SERVER : Direction.TO_CLIENT;
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        if (flavour == Flavour.DNS && out.at().transport() == Transport.TCP && in.u16() != in.left()) {
            out.violation("truncated", in.left());
            return;
        }
        if (out.wantsRows() && flavour != Flavour.MDNS && in.left() >= Header.SIZE) {
            rows.message(in, out);
        }
        int start = in.offset();
        int id = in.u16();
        int flags = in.u16();
        int questions = in.u16();
        int answers = in.u16();
        int authorities = in.u16();
        int additionals = in.u16();
        if (!in.ok()) {
            out.violation("truncated", in.read());
            return;
        }
        boolean response = (flags & Header.RESPONSE) != 0;
        if (out.counting()) {
            out.fact("dns", "flag.response", response ? 1 : 0);
        }
        if (questions > Header.MOST_QUESTIONS) {
            out.violation("too_many_questions", questions);
            return;
        }
        if (response) {
            answer(in, start, id, flags, questions, answers > 0, out);
        } else {
            ask(in, start, id, flags, questions, out);
        }
        if (!in.ok()) {
            out.violation("malformed", id);
            return;
        }
        records.read(in, start, (long) answers + authorities + additionals, response, out);
        if (!in.ok()) {
            // over TCP the length before the message says where it ends; a datagram may have been cut
            boolean beyond = records.cut() && out.at().transport() == Transport.TCP;
            out.violation(beyond ? "record_beyond_length" : "malformed", id);
        }
    }

    private void ask(Cursor in, int start, int id, int flags, int questions, Sink out) {
        for (int i = 0; i < questions; i++) {
            String asked = question(in, start, out);
            int type = in.u16();
            in.skip(2);
            if (!in.ok()) {
                return;
            }
            Lookup lookup = Lookup.of(Header.opcode(flags), type);
            Operation told = out.request(lookup)
                    .space(RecordType.name(type))
                    .symbol(asked)
                    .tell();
            if (i == 0 && flavour != Flavour.MDNS) {
                pending.ask(id, told, out.time(), 0);
            }
        }
    }

    private void answer(Cursor in, int start, int id, int flags, int questions, boolean answers, Sink out) {
        String asked = "";
        int type = 0;
        for (int i = 0; i < questions; i++) {
            String question = question(in, start, out);
            int of = in.u16();
            in.skip(2);
            if (i == 0) {
                asked = question;
                type = of;
            }
        }
        if (!in.ok()) {
            return;
        }
        if (questions == 0 && answers) {
            int here = in.read();
            name.read(in, start);
            type = in.u16();
            in.skip(8);
            if (!in.ok()) {
                return;
            }
            asked = name.text(out);
            in.seek(here);
        }
        tell(id, flags, asked, type, out);
    }

    private void tell(int id, int flags, String asked, int type, Sink out) {
        Lookup lookup = Lookup.of(Header.opcode(flags), type);
        if (flavour == Flavour.MDNS) {
            out.notice(lookup).space(RecordType.name(type)).symbol(asked).tell();
            return;
        }
        boolean known = pending.take(id);
        Operation request = pending.request();
        if (known && request != null && request.service() instanceof Lookup was) {
            out.response(was).like(request).since(pending.time());
        } else {
            out.response(lookup)
                    .space(asked.isEmpty() ? "" : RecordType.name(type))
                    .symbol(asked);
        }
        int code = flags & 15;
        if (code != 0) {
            out.refused(code, code < CODES.length ? CODES[code] : UNLISTED.of(code));
        }
        out.tell();
    }

    private String question(Cursor in, int start, Sink out) {
        name.read(in, start);
        if (!in.ok()) {
            return "";
        }
        if (out.counting()) {
            out.fact("dns", "qname", name.counted());
        }
        return name.text(out);
    }
}
