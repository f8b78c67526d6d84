// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.hart;

import weir.wire.Cursor;
import weir.wire.NamedCodes;
import weir.wire.Row;
import weir.wire.Sink;

/** HART-IP messages in the words of ICSNPP-HART-IP: its {@code hart_ip_general} log. */
final class HartIpLog {

    private static final NamedCodes COMMANDS = new NamedCodes("hart/log-commands", "unknown-");
    private static final int LONG = 0x80;
    private static final int FRAME = 7;
    private static final int ANSWER = 6;
    private static final int BURST = 1;

    /** The bits of a device status, highest first. */
    private static final String[] STATUS = {
        "device_malfunction",
        "configuration_changed",
        "cold_start",
        "more_status_available",
        "loop_current_fixed",
        "loop_current_saturated",
        "non_primary_variable_out_of_limits",
        "primary_variable_out_of_limits"
    };

    private HartIpLog() {}

    /** A message, from its version on, of which all is there. */
    static void tell(Cursor message, Sink out) {
        Cursor in = new Cursor().wrap(message.bytes(), message.offset(), message.left());
        Row row = new Row("hart_ip_general", out.time()).set("header_version", in.u8());
        int type = in.u8();
        row.set("header_message_type_reserved", type >> 4).set("header_message_type_message_type", type(type & 0xf));
        int id = in.u8();
        row.set("header_message_id", id(id));
        int status = in.u8();
        row.set("header_status_code", status == 0 ? "Success" : "unknown-0x" + Integer.toHexString(status))
                .set("header_sequence_number", in.u16())
                .set("header_length", in.u16());
        if (id == 0 && in.left() >= 5) {
            row.set("session_initiate_master_type", in.u8()).set("session_initiate_inactivity_close_timer", in.u32());
        } else if (id == 3 && in.left() > 0) {
            frame(in, row, (type & 0xf) == 0, out);
        } else if (id == 4 && in.left() >= 2) {
            status("direct_pdu_device_status_", in.u8(), row);
        }
        out.row(row);
    }

    private static String type(int type) {
        return switch (type) {
            case 0 -> "Request";
            case 1 -> "Response";
            case 2 -> "Publish";
            case 15 -> "NAK";
            default -> "unknown-0x" + Integer.toHexString(type);
        };
    }

    private static String id(int id) {
        return switch (id) {
            case 0 -> "Session Initiate";
            case 1 -> "Session Close";
            case 2 -> "Keep Alive";
            case 3 -> "Token Passing PDU";
            case 4 -> "Direct PDU";
            case 5 -> "Read Audit Log";
            default -> "unknown-0x" + Integer.toHexString(id);
        };
    }

    private static void frame(Cursor in, Row row, boolean asks, Sink out) {
        String before = "token_passing_pdu_";
        int delimiter = in.u8();
        boolean unique = (delimiter & LONG) != 0;
        int kind = delimiter & FRAME;
        int expansion = delimiter >> 5 & 3;
        row.set(before + "delimiter_address_type", unique ? "Unique Address" : "Polling Address")
                .set(before + "delimiter_expansion_bytes", expansion)
                .set(
                        before + "delimiter_physical_layer_type",
                        (delimiter >> 3 & 3) == 0 ? "Asynchronous" : "Synchronous")
                .set(before + "delimiter_frame_type", frameType(kind));
        if (unique) {
            row.set(before + "address_v6", Row.octets(in, 5));
        } else {
            row.set(before + "address_v4", in.u8());
        }
        in.skip(expansion);
        int command = in.u8();
        int count = in.u8();
        row.set(before + "command_number", COMMANDS.of(command)).set(before + "byte_count", count);
        int check = in.peek(count);
        if (kind == ANSWER || kind == BURST) {
            row.set(before + "contents_response_response_code", in.u8());
            status(before + "contents_response_device_status_", in.u8(), row);
        }
        if (check >= 0) {
            row.set(before + "check_byte", check);
            HartUniversalLog.tell(command, asks, new Cursor().wrap(in.bytes(), in.offset(), in.left() - 1), out);
        }
    }

    private static String frameType(int kind) {
        return switch (kind) {
            case BURST -> "Burst Frame";
            case 2 -> "STX Master to Field";
            case ANSWER -> "Acknowledgement Field to Master";
            default -> "unknown-0x" + Integer.toHexString(kind);
        };
    }

    private static void status(String before, int bits, Row row) {
        for (int i = 0; i < STATUS.length; i++) {
            row.set(before + STATUS[i], (bits >> STATUS.length - 1 - i & 1) != 0);
        }
    }
}
