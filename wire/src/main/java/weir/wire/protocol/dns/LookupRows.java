// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dns;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import weir.model.Address;
import weir.wire.Cursor;
import weir.wire.Row;
import weir.wire.Sink;

/** The lines of Zeek's {@code dns.log}: a question and what was answered to it. */
final class LookupRows {

    private static final int MOST_OPEN = 64;

    /** Zeek's names of the codes (RFC 1035, 4.1.1; RFC 2136, 2.2). */
    private static final String[] CODES = {
        "NOERROR",
        "FORMERR",
        "SERVFAIL",
        "NXDOMAIN",
        "NOTIMP",
        "REFUSED",
        "YXDOMAIN",
        "YXRRSET",
        "NXRRSET",
        "NOTAUTH",
        "NOTZONE"
    };

    private final DomainName name;
    /** Its own, so that what fails here does not fail the decoder. */
    private final Cursor whole = new Cursor();

    private final Cursor data = new Cursor();
    /** By number of the question; at most {@link #MOST_OPEN}, the oldest goes first. */
    private final Map<Integer, Row> open = new LinkedHashMap<>();

    LookupRows(DomainName name) {
        this.name = name;
    }

    /** A whole message, the cursor at its first octet; it is not moved. */
    void message(Cursor message, Sink out) {
        Cursor in = whole.wrap(message.bytes(), message.offset(), message.left());
        int start = in.offset();
        int id = in.u16();
        int flags = in.u16();
        boolean response = (flags & Header.RESPONSE) != 0;
        int questions = in.u16();
        int answers = in.u16();
        int others = in.u16() + in.u16();
        Row known = response ? open.remove(id) : null;
        Row row = known == null ? new Row("dns", out.time()) : known;
        if (questions > 0) {
            question(row, in, start, out);
        }
        if (in.ok() && questions <= 1) {
            head(row, id, flags);
            if (response) {
                if (known != null) {
                    row.set("rtt", out.time() - row.time());
                }
                answered(row, flags, questions > 0 && answers + others == 0);
                answers(row, in, start, answers, out);
                out.row(row.answered());
            } else {
                row.set("rejected", false);
                keep(id, row);
                out.row(row.waiting(Integer.toString(id)));
            }
        }
    }

    private void keep(int id, Row row) {
        open.put(id, row);
        if (open.size() > MOST_OPEN) {
            open.remove(open.keySet().iterator().next());
        }
    }

    private void question(Row row, Cursor in, int start, Sink out) {
        name.read(in, start);
        int type = in.u16();
        int group = in.u16();
        if (in.ok()) {
            row.set("query", name.text(out)).set("qclass", group);
            row.set("qclass_name", group == 1 ? "C_INTERNET" : "qclass-" + group);
            row.set("qtype", type).set("qtype_name", type == 255 ? "*" : RecordType.name(type));
        }
    }

    private static void head(Row row, int id, int flags) {
        row.set("trans_id", id).set("AA", (flags & 0x400) != 0).set("TC", (flags & 0x200) != 0);
        row.set("RD", (flags & 0x100) != 0).set("RA", (flags & 0x80) != 0).set("Z", flags >> 4 & 7);
    }

    private static void answered(Row row, int flags, boolean rejected) {
        int code = flags & 15;
        row.set("rcode", code).set("rcode_name", code < CODES.length ? CODES[code] : "rcode-" + code);
        row.set("rejected", rejected);
    }

    private void answers(Row row, Cursor in, int start, int count, Sink out) {
        for (int i = 0; i < Math.min(count, Header.MOST_RECORDS) && in.ok(); i++) {
            DomainName.skip(in);
            int type = in.u16();
            in.skip(2);
            long seconds = in.u32();
            int length = in.u16();
            int next = in.read() + length;
            if (!in.ok() || length > in.left()) {
                return;
            }
            String value = value(type, length, in, start, out);
            if (!value.isEmpty()) {
                row.add("answers", value).add("TTLs", String.format(Locale.ROOT, "%d.000000", seconds));
            }
            in.seek(next);
        }
    }

    /** What a record says, by its type; "" of one that is not told. */
    private String value(int type, int length, Cursor in, int start, Sink out) {
        return switch (type) {
            case RecordType.A -> length == 4 ? Address.ipv4(in.u32()).toString() : "";
            case RecordType.AAAA ->
                length == 16 ? Address.ipv6(in.u64(), in.u64()).toString() : "";
            case 2, 5, RecordType.PTR -> named(0, in, start, out);
            case 15 -> named(2, in, start, out);
            case 33 -> named(6, in, start, out);
            case RecordType.TXT -> text(length, in);
            default -> "";
        };
    }

    private String named(int before, Cursor in, int start, Sink out) {
        in.skip(before);
        name.read(in, start);
        return in.ok() ? name.text(out) : "";
    }

    /** The first of its character strings, as Zeek writes it: its length and its octets. */
    private String text(int length, Cursor in) {
        in.slice(length, data);
        int size = data.u8();
        return size <= data.left() ? "TXT " + size + " " + Row.octets(data, size) : "";
    }
}
