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

    private final Cursor data;
    private final Sink out;

    /** @param data of the message, of which all is there */
    RocPlusDetail(Cursor data, Sink out) {
        this.data = data;
        this.out = out;
    }

    void tell(int opcode) {
        int length = data.left();
        Row row = switch (opcode) {
            case 7, 8 -> length >= 7 ? clock() : null;
            case 10 -> length >= 3 ? table(length > 3) : null;
            case 11 -> length > 3 ? table(false) : null;
            case 17 -> login(length);
            case 24 -> length >= 12 ? forward() : null;
            case 166, 167 -> length >= 4 ? point() : null;
            default -> null;
        };
        if (row != null && data.ok()) {
            out.row(row);
        }
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
        StringBuilder text = new StringBuilder(2 * count);
        for (int i = 0; i < count; i++) {
            text.append(String.format(Locale.ROOT, "%02X", data.u8()));
        }
        return text.toString();
    }
}
