// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.modbus;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Row;
import weir.wire.Sink;

/**
 * Modbus messages in the words of Zeek ({@code modbus}) and of ICSNPP-Modbus ({@code modbus_detailed} and the logs that
 * it points to).
 */
final class ModbusLog {

    private static final int CAN_OPEN = 13;
    private static final String[] OBJECTS = {
        "VendorName", "ProductCode", "MajorMinorVersion", "VendorURL", "ProductName", "ModelName", "UserApplicationName"
    };
    private static final String[] CATEGORIES = {"Basic", "Regular", "Extended", "Specific"};
    private static final @Nullable String[] EXCEPTIONS = {
        null,
        "ILLEGAL_FUNCTION",
        "ILLEGAL_DATA_ADDRESS",
        "ILLEGAL_DATA_VALUE",
        "SLAVE_DEVICE_FAILURE",
        "ACKNOWLEDGE",
        "SLAVE_DEVICE_BUSY",
        null,
        "MEMORY_PARITY_ERROR",
        null,
        "GATEWAY_PATH_UNAVAILABLE",
        "GATEWAY_TARGET_DEVICE_FAILED_TO_RESPOND"
    };

    private final Cursor data = new Cursor();
    private ModbusMessage message = new ModbusMessage();
    private boolean asks;

    /** Tells one message; reads it without moving in it. */
    void tell(ModbusMessage m, boolean request, Sink out) {
        message = m;
        asks = request;
        data.wrap(m.data.bytes(), m.data.offset(), m.data.left());
        Row row = new Row("modbus", out.time())
                .set("tid", m.transaction)
                .set("unit", m.unitNumber)
                .set("func", function(m.refuses))
                .set("pdu_type", request ? "REQ" : "RESP");
        if (!m.refuses) {
            out.row(row);
            detail(m.function(), out);
        } else if (data.left() > 0) {
            String reason = exception(data.u8());
            out.row(row.set("exception", reason));
            out.row(begin("modbus_detailed", out).set("func", function(true)).set("values", reason));
        }
    }

    private String function(boolean refused) {
        ModbusFunction function = message.function();
        if (function == null) {
            return switch (message.code) {
                case 41 -> "MULTIPLE_FUNCTION_CODES" + (refused ? "_EXCEPTION" : "");
                case 91 -> "OBJECT_MESSAGING" + (refused ? "_EXCEPTION" : "");
                default -> "unknown-" + (refused ? message.code | Modbus.REFUSAL : message.code);
            };
        }
        String name = switch (function) {
            case REPORT_SERVER_ID -> "REPORT_SLAVE_ID";
            case PROGRAM_584 -> "PROGRAM_584_984";
            case POLL_584 -> "POLL_584_984";
            case PROGRAM_884 -> "PROGRAM_884_U84";
            case RESET_COMM_LINK -> "RESET_COMM_LINK_884_U84";
            case ENCAPSULATED_INTERFACE -> "ENCAP_INTERFACE_TRANSPORT";
            case UNITY -> "PROGRAM_UNITY";
            case PROGRAM_984 -> "PROGRAM_584_984_2";
            default -> function.name();
        };
        return refused ? name + "_EXCEPTION" : name;
    }

    private static String exception(int code) {
        String name = code < EXCEPTIONS.length ? EXCEPTIONS[code] : null;
        return name == null ? "unknown-" + code : name;
    }

    private Row begin(String log, Sink out) {
        return new Row(log, out.time())
                .set("is_orig", asks)
                .set("tid", message.transaction)
                .set("unit", message.unitNumber)
                .set("func", function(false))
                .set("request_response", asks ? "REQUEST" : "RESPONSE");
    }

    private void detail(@Nullable ModbusFunction function, Sink out) {
        Row row = begin("modbus_detailed", out);
        if (function != null) {
            switch (asks ? function.request() : function.answer()) {
                case RANGE -> row.set("address", data.u16()).set("quantity", data.u16());
                case ADDRESS -> row.set("address", data.u16());
                case VALUE -> value(function, row);
                case BLOCK -> block(function, row);
                case DATA -> data(function, row, out);
                case QUEUE -> queue(row);
                case EXCHANGE -> exchange(row, out);
                case MASK -> mask(row, out);
                case DIAGNOSTIC -> row.set("address", data.u16()).set("values", Row.octets(data, data.left()));
                case ENCAPSULATED -> encapsulated(row, out);
                case NOTHING, OCTET, COUNTER, LOG, IDENTITY, RECORDS, UMAS, OPEN -> {}
            }
        }
        if (data.ok()) {
            out.row(row);
        }
    }

    private void value(ModbusFunction function, Row row) {
        row.set("address", data.u16()).set("quantity", 1);
        int value = data.u16();
        row.set("values", function.ofBits() ? (value == 0 ? "F" : "T") : Integer.toString(value));
    }

    private void block(ModbusFunction function, Row row) {
        row.set("address", data.u16());
        int quantity = data.u16();
        int octets = data.u8();
        values(function.ofBits(), function.ofBits() ? quantity : octets / 2, row);
    }

    private void data(ModbusFunction function, Row row, Sink out) {
        int octets = data.u8();
        if (function == ModbusFunction.READ_WRITE_MULTIPLE_REGISTERS) {
            Row exchange = begin("modbus_read_write_multiple_registers", out).list("read_registers");
            registers(octets / 2, "read_registers", exchange);
            other(exchange, row, out);
            return;
        }
        values(function.ofBits(), function.ofBits() ? octets * 8 : octets / 2, row);
    }

    private void queue(Row row) {
        data.skip(2);
        values(false, data.u16(), row);
    }

    private void values(boolean bits, int count, Row row) {
        StringBuilder values = new StringBuilder();
        int octet = 0;
        for (int i = 0; i < count && data.ok(); i++) {
            values.append(i == 0 ? "" : ",");
            if (bits) {
                octet = i % 8 == 0 ? data.u8() : octet >> 1;
                values.append((octet & 1) != 0 ? 'T' : 'F');
            } else {
                values.append(data.u16());
            }
        }
        row.set("quantity", count).set("values", values.toString());
    }

    private void exchange(Row row, Sink out) {
        Row exchange = begin("modbus_read_write_multiple_registers", out)
                .set("read_start_address", data.u16())
                .set("read_quantity", data.u16())
                .set("write_start_address", data.u16())
                .list("write_registers");
        data.skip(2);
        registers(data.u8() / 2, "write_registers", exchange);
        other(exchange, row, out);
    }

    private void registers(int count, String field, Row row) {
        for (int i = 0; i < count && data.ok(); i++) {
            row.add(field, Integer.toString(data.u16()));
        }
    }

    private void mask(Row row, Sink out) {
        other(
                begin("modbus_mask_write_register", out)
                        .set("address", data.u16())
                        .set("and_mask", data.u16())
                        .set("or_mask", data.u16()),
                row,
                out);
    }

    /** What is told in a log of its own. */
    private void other(Row special, Row row, Sink out) {
        if (data.ok()) {
            out.row(special);
            row.set("values", "see " + special.log() + ".log");
        }
    }

    private void encapsulated(Row row, Sink out) {
        int type = data.u8();
        if (type != ModbusFunction.DEVICE_IDENTIFICATION) {
            String kind = asks ? "invalid" : "unknown";
            row.set(
                    "values",
                    type == CAN_OPEN ? "CANopen" : kind + " encapsulated interface transport mei-(" + hex(type) + ")");
            return;
        }
        row.set("values", "see modbus_read_device_identification.log");
        int category = data.u8();
        int next = data.u8();
        if (asks) {
            out.row(identification(category, out)
                    .set("object_id_code", hex(next))
                    .set(
                            "object_id",
                            next < CATEGORIES.length ? CATEGORIES[next] + " Device Identification" : "Unknown"));
            return;
        }
        data.skip(2);
        int objects = data.u8();
        for (int i = 0; i < objects && data.ok(); i++) {
            object(category, next, out);
        }
    }

    private void object(int category, int conformity, Sink out) {
        int number = data.u8();
        String value = Row.octets(data, data.u8());
        if (data.ok()) {
            out.row(identification(category, out)
                    .set("conformity_level_code", hex(conformity))
                    .set("conformity_level", conformity(conformity))
                    .set("object_id_code", hex(number))
                    .set("object_id", number < OBJECTS.length ? OBJECTS[number] : "Unknown")
                    .set("object_value", value));
        }
    }

    private static String conformity(int code) {
        return switch (code) {
            case 0x01 -> "Basic Identification (Stream)";
            case 0x02 -> "Regular Identification (Stream)";
            case 0x03, 0x04 -> "Extended Identification (Stream)";
            case 0x81 -> "Basic Identification (Stream, Individual)";
            case 0x82 -> "Regular Identification (Stream, Individual)";
            case 0x83 -> "Extended Identification (Stream, Individual)";
            default -> "Unknown";
        };
    }

    private Row identification(int category, Sink out) {
        return begin("modbus_read_device_identification", out)
                .set("mei_type", "READ-DEVICE-IDENTIFICATION")
                .set("device_id_code", category);
    }

    private static String hex(int octet) {
        return String.format(Locale.ROOT, "0x%02x", octet);
    }
}
