// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import java.util.Locale;
import weir.wire.Cursor;
import weir.wire.Row;
import weir.wire.Sink;

/** The header of RPC datagrams of PROFINET in the words of ICSNPP-PROFINET-IO-CM: its {@code profinet_io_cm} log. */
final class DatagramLog {

    private static final int HEADER = 80;

    private static final String[] KINDS = {
        "Request",
        "Ping",
        "Response",
        "Fault",
        "Working",
        "No Call",
        "Reject",
        "Acknowledge",
        "Connectionless Cancel",
        "Fragment Acknowledge",
        "Cancel Acknowledge"
    };
    private static final String[] OPERATIONS = {"Connect", "Release", "Read", "Write", "Control", "Read Implicit"};
    private static final String[] FLOATS = {"IEEE", "VAX", "CRAY", "IBM"};

    /** The bits of the two flag octets. */
    private static final String[] FLAGS = {
        "reserved_for_impl_1", "last_fragment", "fragment", "no_fragment_requested", "maybe", "idempotent", "broadcast"
    };

    private DatagramLog() {}

    /** @param at where the header begins, of which all is there */
    static void tell(byte[] bytes, int at, Sink out) {
        Cursor in = new Cursor().wrap(bytes, at, HEADER);
        Row row = new Row("profinet_io_cm", out.time());
        row.set("rpc_version", in.u8()).set("packet_type", KINDS[in.u8()]);
        int flags = in.u8();
        for (int bit = 0; bit < FLAGS.length; bit++) {
            row.set(FLAGS[bit], (flags >> bit & 1) != 0);
        }
        int more = in.u8();
        row.set("reserved_for_impl_2", (more & 1) != 0).set("cancel_was_pending_at_call_end", (more & 2) != 0);
        int order = in.u8();
        boolean little = (order & 0x10) != 0;
        row.set("integer_encoding", little ? "Little Endian" : "Big Endian")
                .set("character_encoding", (order & 0xf) == 0 ? "ASCII" : "EBCDIC")
                .set("floating_point_encoding", FLOATS[in.u8() & 3]);
        in.skip(1);
        row.set("serial_high", in.u8());
        row.set("object_uuid", uuid(in, little))
                .set("interface_uuid", uuid(in, little))
                .set("activity_uuid", uuid(in, little));
        row.set("server_boot_time", u32(in, little));
        long version = u32(in, little);
        row.set("interface_vers_major", version >>> 16).set("interface_vers_minor", version & 0xffff);
        row.set("sequence_num", u32(in, little));
        int operation = u16(in, little);
        row.set("operation_num", operation < OPERATIONS.length ? OPERATIONS[operation] : "unknown-" + operation);
        row.set("interface_hint", u16(in, little))
                .set("activity_hint", u16(in, little))
                .set("len_of_body", u16(in, little))
                .set("fragment_num", u16(in, little))
                .set("auth_protocol", in.u8())
                .set("serial_low", in.u8());
        out.row(row);
    }

    private static int u16(Cursor in, boolean little) {
        return little ? in.u16le() : in.u16();
    }

    private static long u32(Cursor in, boolean little) {
        return little ? in.u32le() : in.u32();
    }

    private static String uuid(Cursor in, boolean little) {
        long first = u32(in, little);
        int second = u16(in, little);
        int third = u16(in, little);
        return String.format(Locale.ROOT, "%08X-%04X-%04X-%04X-%012X", first, second, third, in.u16(), in.u48());
    }
}
