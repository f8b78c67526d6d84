// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bsap;

import java.util.Locale;
import weir.wire.Cursor;
import weir.wire.Row;
import weir.wire.Sink;

/** BSAP messages in the words of ICSNPP-BSAP: its {@code bsap_serial_header} and {@code bsap_serial_rdb} logs. */
final class BsapLog {

    private static final int MASTER = 0x03;
    private static final int DATABASE = 0xa0;
    private static final int EXTENSION = 0xa1;
    private static final int BY_NAME = 0x04;
    private static final int WRITES = 0x80;

    private final Cursor data = new Cursor();

    /** Function and number of signals of the last database request. */
    private int asked = -1;

    private int signals;

    /** A message, from the serial number on; moves nothing in it. */
    void tell(boolean global, Cursor message, Sink out) {
        data.wrap(message.bytes(), message.offset(), message.left());
        Row row = new Row("bsap_serial_header", out.time()).set("ser", data.u8());
        if (global) {
            row.set("dadd", data.u16le()).set("sadd", data.u16le()).set("ctl", data.u8());
        }
        int destination = data.u8();
        row.set("dfun", function(destination)).set("seq", data.u16le());
        int source = data.u8();
        row.set("sfun", function(source)).set("nsb", data.u8());
        row.set("type_name", global ? "Global Message" : "Local Message");
        if (!data.ok()) {
            return;
        }
        out.row(row);
        if (destination == DATABASE) {
            request(out);
        } else if (source == DATABASE && asked >= 0) {
            answer(out);
        }
    }

    private static String function(int code) {
        return switch (code) {
            case MASTER -> "PEI_PC";
            case DATABASE -> "RDB";
            case EXTENSION -> "RDB_EXTENSION";
            default -> String.format(Locale.ROOT, "Unknown APP Func-0x%02x", code);
        };
    }

    private void request(Sink out) {
        asked = data.u8();
        boolean more = (asked & WRITES) == 0 && (data.u8() & 1) != 0;
        data.skip(more ? 2 : 1);
        signals = data.u8();
        if (!data.ok()) {
            asked = -1;
            return;
        }
        Row row = new Row("bsap_serial_rdb", out.time())
                .set("func_code", database(asked, ""))
                .set("variable_count", signals)
                .list("variables")
                .list("variable_value");
        if ((asked & ~WRITES) == BY_NAME) {
            names(row);
        }
        if ((asked & WRITES) != 0 && data.left() > 0) {
            row.add("variable_value", hex(data.left()));
        }
        out.row(row);
    }

    /** As many as there are, each ended by a NUL. */
    private void names(Row row) {
        for (int i = 0; i < signals && data.left() > 0; i++) {
            int length = 0;
            while (data.peek(length) > 0) {
                length++;
            }
            row.add("variables", Row.octets(data, length));
            data.skip(Math.min(1, data.left()));
        }
    }

    /** Error u8; where it is none and something was read, number u8 and values. Of other answers all is told. */
    private void answer(Sink out) {
        Row row = new Row("bsap_serial_rdb", out.time())
                .set("func_code", database(asked, "RSP_"))
                .set("variable_count", signals)
                .list("variables")
                .list("variable_value");
        boolean values = (asked & WRITES) == 0 && data.peek(0) == 0;
        data.skip(values ? 2 : 0);
        if (data.left() > 0) {
            row.add("variable_value", hex(data.left()));
        }
        out.row(row);
        asked = -1;
    }

    private static String database(int code, String before) {
        String name = switch (code) {
            case 0x00 -> "READ_SIGNAL_BY_ADDRESS";
            case 0x02 -> "READ_LOGICAL_BY_ADDRESS";
            case 0x04 -> "READ_SIGNAL_BY_NAME";
            case 0x06 -> "READ_LOGICAL_BY_NAME";
            case 0x0c -> "READ_SIGNAL_BY_LIST_START";
            case 0x0d -> "READ_SIGNAL_BY_LIST_CONTINUE";
            case 0x0e -> "READ_LOGICAL_BY_LIST_START";
            case 0x0f -> "READ_LOGICAL_BY_LIST_CONTINUE";
            case 0x80 -> "WRITE_SIGNAL_BY_ADDRESS";
            case 0x84 -> "WRITE_SIGNAL_BY_NAME";
            case 0x8c -> "WRITE_SIGNAL_BY_LIST_START";
            case 0x8d -> "WRITE_SIGNAL_BY_LIST_CONTINUE";
            default -> "";
        };
        return name.isEmpty() ? String.format(Locale.ROOT, "Unknown RDB Func-0x%02x", code) : before + name;
    }

    private String hex(int count) {
        StringBuilder text = new StringBuilder(2 * count);
        for (int i = 0; i < count; i++) {
            text.append(String.format(Locale.ROOT, "%02X", data.u8()));
        }
        return text.toString();
    }
}
