// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.wire.Row;
import weir.wire.Rows;
import weir.wire.Sink;

/** DNP3 messages in the words of Zeek ({@code dnp3}) and of ICSNPP-DNP3 ({@code dnp3_control}, {@code dnp3_objects}). */
final class Dnp3Log {

    private static final int ALL = 65535;
    private static final String[] TRIP = {"Nul", "Close", "Trip"};
    private static final String[] OPERATION = {"Nul", "Pulse On", "Pulse Off", "Latch On", "Latch Off"};

    private static final Map<String, String> FUNCTIONS = words("dnp3/log-functions");
    private static final Map<String, String> OBJECTS = words("dnp3/log-objects");
    private static final Map<String, String> STATUSES = words("dnp3/log-statuses");

    /** The last request that no answer came for; an answer takes any, as Zeek does. */
    private @Nullable Row request;

    private static Map<String, String> words(String table) {
        Map<String, String> words = new HashMap<>();
        for (String[] row : Rows.of(table)) {
            words.put(row[0], row[1]);
        }
        return words;
    }

    private static String function(int code) {
        return word(FUNCTIONS, code);
    }

    private static String word(Map<String, String> words, int code) {
        String word = words.get(Integer.toString(code));
        return word == null ? "unknown-" + Integer.toHexString(code) : word;
    }

    /** A message, whose objects are still to be read. */
    void message(Message message, Sink out) {
        if (!message.reports()) {
            request = new Row("dnp3", out.time()).set("fc_request", function(message.functionCode));
            out.row(request.waiting());
            return;
        }
        int indications = message.indications;
        Row row = new Row("dnp3", out.time());
        if (request != null) {
            request.fields().forEach((name, value) -> row.set(name, value.toString()));
        }
        out.row(row.set("fc_reply", function(message.functionCode))
                .set("iin", (indications & 0xff) << 8 | indications >>> 8));
        request = null;
    }

    /** An object header: of what is read, and of what is answered. */
    static void header(ObjectHeader header, Message message, Sink out) {
        boolean answers = message.functionCode == Function.RESPONSE.code();
        String type = OBJECTS.get(Integer.toString(header.code()));
        if (type == null || !answers && message.functionCode != Function.READ.code()) {
            return;
        }
        Row row = new Row("dnp3_objects", out.time())
                .set("function_code", function(message.functionCode))
                .set("object_type", type);
        if (answers) {
            boolean ranged = header.start >= 0;
            boolean all = (header.qualifier() & 0x0f) == 6;
            row.set("object_count", header.count)
                    .set("range_low", all ? ALL : ranged ? header.start : header.count)
                    .set("range_high", all ? ALL : ranged ? header.start + header.count - 1 : 0);
        }
        out.row(row);
    }

    /** A command to an output of group 12. */
    static void control(
            ObjectType type,
            long index,
            int code,
            int count,
            long on,
            long off,
            int status,
            Message message,
            Sink out) {
        int operation = code & 0x0f;
        int trip = code >>> 6;
        out.row(new Row("dnp3_control", out.time())
                .set("block_type", type.variation() == 1 ? "Control Relay Output Block" : "Pattern Control Block")
                .set("function_code", function(message.functionCode))
                .set("index_number", index)
                .set("trip_control_code", trip < TRIP.length ? TRIP[trip] : "unknown-" + trip)
                .set(
                        "operation_type",
                        operation < OPERATION.length
                                ? OPERATION[operation]
                                : "unknown-" + Integer.toHexString(operation))
                .set("execute_count", count)
                .set("on_time", on)
                .set("off_time", off)
                .set("status_code", word(STATUSES, status)));
    }
}
