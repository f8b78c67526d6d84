// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.rocplus;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.NamedCodes;
import weir.wire.Row;
import weir.wire.Sink;

/** What some messages hold, in the words of the logs that ICSNPP-ROC-Plus has beside {@code roc_plus}. */
final class RocPlusDetail {

    private static final NamedCodes ERRORS = new NamedCodes("rocplus/log-errors", "unknown-");
    private static final long SECOND = 1_000_000_000L;
    private static final String[] DAYS = {
        "", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"
    };

    private static final int CONFIG = 18;
    private static final String[] MODES = {"Firmware Update", "Run Mode"};
    private static final String[] COMPATIBILITIES = {
        "Compatability Mode: 0 | 16 points per slot | 160 bytes total | 9  module slots max",
        "Compatability Mode: 1 | 16 points per slot | 240 bytes total | 14 module slots max",
        "Compatability Mode: 2 | 9 points per slot  | 224 bytes total | 27 module slots max"
    };
    private static final String[] REVISIONS = {"Original", "Extended"};
    private static final String[] SUBTYPES = {"Series One", "Series Two"};
    private static final String[] POSITIONS = {"Point Type", "Logical Number"};
    private static final NamedCodes TYPES = new NamedCodes("rocplus/log-rocs", "Unknown ");
    private static final NamedCodes POINTS = NamedCodes.decimal("rocplus/log-points", "User Program ");

    private final Cursor data;
    private final Sink out;

    /** @param data of the message, of which all is there */
    RocPlusDetail(Cursor data, Sink out) {
        this.data = data;
        this.out = out;
    }

    /** @param kind what {@link RocPlusLog} takes the message for */
    void tell(int opcode, String kind) {
        int length = data.left();
        boolean asks = kind.equals(RocPlusLog.REQUEST);
        if (kind.equals(RocPlusLog.UNKNOWN)) {
            unknown(opcode, length);
            return;
        }
        Row row = switch (opcode) {
            case 6 -> length > CONFIG ? config() : null;
            case 50 -> length > 0 ? position(asks) : null;
            case 100 -> length >= 3 ? defined() : null;
            case 203 -> length > 0 ? new RocPlusFiles(data, out).transfer(asks) : null;
            case 206 -> length > 0 ? new RocPlusFiles(data, out).transactions(asks) : null;
            case 7, 8 -> length >= 7 ? clock() : null;
            case 10 -> length >= 3 ? table(length > 3) : null;
            case 11 -> length > 3 ? table(false) : null;
            case 17 -> login(length);
            case 24 -> length >= 12 ? forward() : null;
            case 166, 167 -> length >= 4 ? point() : null;
            default -> new RocPlusHistory(data, out).row(opcode, asks);
        };
        if (row != null && data.ok()) {
            out.row(row);
        }
    }

    /** One that may be a question or its answer: its data as they are, without a command before them. */
    private void unknown(int opcode, int length) {
        boolean commanded = opcode == 139 || opcode == 206;
        if (length == 0) {
            return;
        }
        String before = opcode == 139 ? RocPlusHistory.command(data.peek(0)) + "," : "";
        data.skip(commanded ? 1 : 0);
        out.row(new Row("roc_plus_unknown_data", out.time()).set("data", before + hex(data, data.left())));
    }

    /** Mode u8, port u16, security, compatibility, revision, subtype u8, 11 octets, type u8, point types u8. */
    private Row config() {
        Row row = new Row("roc_plus_sys_cfg", out.time()).set("system_mode", word(MODES, data.u8()));
        row.set("port_number", data.u16le())
                .set("security_access_mode", data.u8())
                .set("logical_compatability_status", word(COMPATIBILITIES, data.u8()))
                .set("opcode_revision", word(REVISIONS, data.u8()))
                .set("subtype", word(SUBTYPES, data.u8()));
        data.skip(11);
        row.set("type_of_roc", TYPES.of(data.u8()));
        while (data.left() > 0) {
            row.add("point_types", Integer.toString(data.u8()));
        }
        return row;
    }

    private static String word(String[] words, int code) {
        return code < words.length ? words[code] : "Unknown";
    }

    private Row position(boolean asks) {
        Row row = new Row("roc_plus_data_request", out.time());
        return asks
                ? row.set("io_data_req", word(POSITIONS, data.u8()))
                : row.set("io_data", Row.octets(data, data.left()));
    }

    private Row defined() {
        Row row = new Row("roc_plus_user_defined_info", out.time())
                .set("command", data.u8())
                .set("start_point", data.u8())
                .set("num_points", data.u8());
        while (data.left() > 0) {
            row.add("point_types", POINTS.of(data.u8()));
        }
        return row;
    }

    /** Pairs of an error and where in the request it is. */
    void errors(Row row) {
        while (data.left() >= 2) {
            row.add("error_code", ERRORS.of(data.u8())).add("error_offset", Integer.toString(data.u8()));
        }
    }

    /** Second, minute, hour, day, month u8, year u16; in an answer the day of the week u8, Sunday is 1. */
    private Row clock() {
        int second = data.u8();
        int minute = data.u8();
        int hour = data.u8();
        int day = data.u8();
        int month = data.u8();
        int year = data.u16le();
        Row row = new Row("roc_plus_realtime_clock", out.time())
                .set("current_second", second)
                .set("current_minute", minute)
                .set("current_hour", hour)
                .set("current_day", day)
                .set("current_month", month)
                .set("current_year", year);
        int weekday = data.left() > 0 ? data.u8() : 0;
        if (weekday > 0 && weekday < DAYS.length) {
            row.set("current_day_of_week", DAYS[weekday]);
        }
        try {
            LocalDateTime moment = LocalDateTime.of(year, month, day, hour, minute, second);
            row.set("timestamp", moment.toEpochSecond(ZoneOffset.UTC) * SECOND);
        } catch (DateTimeException none) {
            return row;
        }
        return row;
    }

    /** Table, first location, number of them u8; in an answer a version u32; data. */
    private Row table(boolean versioned) {
        Row row = new Row("roc_plus_configurable_opcode", out.time())
                .set("table_number", data.u8())
                .set("starting_table_location", data.u8())
                .set("num_table_locations", data.u8());
        if (versioned) {
            row.set("table_version_number", data.u32le());
        }
        return data.left() > 0 ? row.set("data", Row.octets(data, data.left())) : row;
    }

    /** Operator of 3 or 30 octets and password of 2 or 40, then a level u8 or a word; or keys. No password is told. */
    private @Nullable Row login(int length) {
        Row row = new Row("roc_plus_login", out.time());
        switch (length) {
            case 6, 11, 71, 76 -> {
                boolean isLong = length > 11;
                row.set("operator_id", hex(isLong ? 30 : 3)).set("password", "");
                data.skip(isLong ? 40 : 2);
                if (data.left() == 1) {
                    row.set("access_level", data.u8());
                } else {
                    row.set("logout_string", hex(data.left()));
                }
            }
            case 13 -> row.set("session_key_string", hex(length));
            case 24 -> row.set("wrapped_session_key", hex(length));
            default -> {
                return null;
            }
        }
        return row;
    }

    private Row forward() {
        Row row = new Row("roc_plus_store_and_forward", out.time())
                .set("host_address", data.u8())
                .set("host_group", data.u8());
        for (int hop = 1; hop <= 4; hop++) {
            row.set("dest" + hop + "_address", data.u8()).set("dest" + hop + "_group", data.u8());
        }
        return row.set("desired_opcode", data.u8())
                .set("num_data_bytes", data.u8())
                .set("opcode_data", Row.octets(data, data.left()));
    }

    private Row point() {
        Row row = new Row("roc_plus_single_point_parameters", out.time())
                .set("point_type", data.u8())
                .set("point_logic_number", data.u8())
                .set("num_parameters", data.u8())
                .set("start_parameter_num", data.u8());
        return data.left() > 0 ? row.set("parameter_data", hex(data.left())) : row;
    }

    private String hex(int count) {
        return hex(data, count);
    }

    static String hex(Cursor data, int count) {
        StringBuilder text = new StringBuilder(2 * count);
        for (int i = 0; i < count; i++) {
            text.append(String.format(Locale.ROOT, "%02X", data.u8()));
        }
        return text.toString();
    }
}
