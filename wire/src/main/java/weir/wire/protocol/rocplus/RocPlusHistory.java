// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.rocplus;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Row;
import weir.wire.Sink;

/** What messages about history, alarms and events hold, in the words of ICSNPP-ROC-Plus. Numbers are little-endian. */
final class RocPlusHistory {

    private static final long SECOND = 1_000_000_000L;
    private static final int ALARM = 23;
    private static final int EVENT = 22;
    private static final int TAG = 10;
    private static final String SEGMENT = "history_segment";
    private static final String[] TYPES = {"Minute", "Periodic", "Daily", "Periodic Time Stamps", "Daily Time Stamps"};
    private static final String[] COMMANDS = {"Request Configured Points", "Request Specified Point Data"};

    private final Cursor data;
    private final Sink out;

    RocPlusHistory(Cursor data, Sink out) {
        this.data = data;
        this.out = out;
    }

    /** The row of a message; null for one that has none. */
    @Nullable
    Row row(int opcode, boolean asks) {
        return switch (opcode) {
            case 105 -> extremes(asks);
            case 108 -> tag(asks);
            case 118 -> asks ? asked("num_alarms", "starting_alarm_log_idx") : alarms();
            case 119 -> asks ? asked("num_events_req", "starting_event_log_idx") : events();
            case 135 -> asks ? values() : single();
            case 136 -> asks ? several() : pairs();
            case 137 -> asks ? day(request()) : index();
            case 138 -> daily(asks);
            case 139 -> information(asks);
            case 224, 225 -> data.left() == 2 ? request().set("current_alarm_log_idx", data.u16le()) : null;
            default -> null;
        };
    }

    static String command(int code) {
        return code < COMMANDS.length ? COMMANDS[code] : "Unknown";
    }

    private static String type(int code) {
        return code < TYPES.length ? TYPES[code] : "Unknown";
    }

    private Row request() {
        return new Row("roc_plus_data_request", out.time());
    }

    /** Segment, point u8; method, type, number, parameter u8, three values u32; each time behind an octet; values. */
    private Row extremes(boolean asks) {
        Row row = new Row("roc_plus_historical_min_max_vals", out.time())
                .set(SEGMENT, data.u8())
                .set("historical_point_number", data.u8());
        if (asks) {
            return row;
        }
        row.set("historical_archival_method", data.u8())
                .set("point_type", data.u8())
                .set("point_logic_number", data.u8())
                .set("parameter_number", data.u8())
                .set("current_value", data.u32le())
                .set("minimum_value_since_contract", data.u32le())
                .set("maximum_value_since_contract", data.u32le())
                .set("time_of_min_value_occurrence", time())
                .set("time_of_max_value_occurrence", time())
                .set("minimum_value_yesterday", data.u32le())
                .set("maximum_value_yesterday", data.u32le())
                .set("time_of_yesterday_min_value", time())
                .set("time_of_yesterday_max_value", time());
        return row.set("value_during_last_completed_period", data.u32le());
    }

    private long time() {
        data.skip(1);
        return data.u32le() * SECOND;
    }

    /** Segment, number of points u8; in an answer an index u16; the points u8; in an answer a tag of 10 octets. */
    private Row tag(boolean asks) {
        Row row = request().set(SEGMENT, data.u8());
        int points = data.u8();
        row.set("num_points", points);
        if (!asks) {
            row.set("periodic_index", data.u16le());
        }
        for (int i = 0; i < points && data.left() > 0; i++) {
            row.add("historical_points", String.format(Locale.ROOT, "0x%02x", data.u8()));
        }
        return asks ? row : row.set("tag", RocPlusDetail.hex(data, TAG));
    }

    private Row asked(String number, String from) {
        return request().set(number, data.u8()).set(from, data.u16le());
    }

    private Row alarms() {
        Row row = request().set("num_alarms", data.u8()).set("starting_alarm_log_idx", data.u16le());
        return entries(row.set("current_alarm_log_idx", data.u16le()), "alarm_data", ALARM);
    }

    private Row events() {
        Row row = request().set("num_events_sent", data.u8()).set("starting_event_log_idx", data.u16le());
        return entries(row.set("current_event_log_idx", data.u16le()), "event_data", EVENT);
    }

    private Row entries(Row row, String field, int size) {
        while (data.left() >= size) {
            row.add(field, RocPlusDetail.hex(data, size));
        }
        return row;
    }

    private Row points() {
        return new Row("roc_plus_history_point_data", out.time()).set(SEGMENT, data.u8());
    }

    private Row values() {
        return points().set("point_number", data.u8())
                .set("type_of_history", type(data.u8()))
                .set("history_segment_index", data.u16le())
                .set("num_values_requested", data.u8());
    }

    private Row single() {
        Row row = points().set("point_number", data.u8())
                .set("history_segment_index", data.u16le())
                .set("num_values_sent", data.u8());
        return numbers(row, "history_values", data.left() / 4);
    }

    private Row several() {
        return points().set("history_segment_index", data.u16le())
                .set("type_of_history", type(data.u8()))
                .set("starting_history_point", data.u8())
                .set("num_history_points", data.u8())
                .set("num_time_periods", data.u8());
    }

    private Row pairs() {
        Row row = points().set("history_segment_index", data.u16le())
                .set("current_history_segment_index", data.u16le())
                .set("num_data_elements_sent", data.u8());
        while (data.left() >= 8) {
            row.add("history_timestamps", data.u32le() + ".000000");
            numbers(row, "history_values", 1);
        }
        return row;
    }

    private Row numbers(Row row, String field, int count) {
        for (int i = 0; i < count && data.left() >= 4; i++) {
            row.add(field, Long.toString(data.u32le()));
        }
        return row;
    }

    private Row day(Row row) {
        if (!row.fields().containsKey(SEGMENT)) {
            row.set(SEGMENT, data.u8());
        }
        return row.set("day_requested", data.u8()).set("month_requested", data.u8());
    }

    private Row index() {
        return request()
                .set(SEGMENT, data.u8())
                .set("starting_periodic_idx", data.u16le())
                .set("num_periodic_entries", data.u16le())
                .set("daily_index", data.u16le())
                .set("num_daily_entries", data.u16le());
    }

    private Row daily(boolean asks) {
        Row row = day(request().set(SEGMENT, data.u8()).set("history_point", data.u8()));
        if (asks) {
            return row;
        }
        int periods = data.u16le();
        int days = data.u16le();
        row.set("num_periodic_entries", periods).set("num_daily_entries", days);
        return numbers(numbers(row, "periodic_values", periods), "daily_values", days);
    }

    /** Command, segment u8; then as asked for: number and points, or from where and how much, and values by time. */
    private Row information(boolean asks) {
        int command = data.u8();
        Row row = new Row("roc_plus_history_information", out.time())
                .set("command", command(command))
                .set(SEGMENT, data.u8());
        if (command == 0) {
            return asks ? row : points(row.set("num_configured_points", data.u8()), "configured_points");
        }
        if (asks) {
            row.set("history_segment_index", data.u16le()).set("type_of_history", type(data.u8()));
        } else {
            row.set("current_index", data.u16le());
        }
        int periods = data.u8();
        int stamped = data.u8();
        int points = data.u8();
        row.set("num_time_periods", periods).set("request_timestamps", stamped).set("num_points", points);
        if (asks) {
            return points(row, "requested_history_points");
        }
        for (int i = 0; i < periods && data.left() >= 4; i++) {
            Row period = new Row("roc_plus_time_period_history_points", out.time());
            if (stamped != 0) {
                period.set("timestamp_for_index", data.u32le() * SECOND);
            }
            out.row(numbers(period, "history_point_values", points));
        }
        return row;
    }

    private Row points(Row row, String field) {
        while (data.left() > 0) {
            row.add(field, Integer.toString(data.u8()));
        }
        return row;
    }
}
