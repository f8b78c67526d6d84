// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.genisys;

import weir.wire.Cursor;
import weir.wire.Row;
import weir.wire.Sink;

/** Genisys messages in the words of ICSNPP-Genisys: its {@code genisys} log. */
final class GenisysLog {

    private GenisysLog() {}

    /**
     * One message; moves nothing.
     *
     * @param sent check as sent, -1 where there is none
     * @param right check as it should be
     * @param pairs numbers and values
     */
    static void tell(Kind kind, int station, int sent, int right, Cursor pairs, Sink out) {
        Row row = new Row("genisys", out.time())
                .set("header", header(kind))
                .set("server", station)
                .set("direction", kind.isAnswer() ? "response" : "request");
        if (sent >= 0) {
            row.set("crc_transmitted", hex(sent)).set("crc_calculated", hex(right));
        }
        for (int at = 0; at + 1 < pairs.left(); at += 2) {
            row.add("payload", pairs.peek(at) + "=" + pairs.peek(at + 1));
        }
        out.row(row);
    }

    private static String hex(int check) {
        return "0x" + Integer.toHexString(check);
    }

    private static String header(Kind kind) {
        return switch (kind) {
            case ACKNOWLEDGE_CLIENT -> "Acknowledge Client";
            case INDICATION_DATA -> "Indication Data";
            case CONTROL_CHECKBACK -> "Control Data Checkback";
            case COMMON_CONTROL -> "Common Control Data";
            case ACKNOWLEDGE_SERVER -> "Acknowledge Server";
            case POLL -> "Poll";
            case CONTROL_DATA -> "Control Data";
            case RECALL -> "Recall Header";
            case EXECUTE_CONTROLS -> "Execute Controls";
        };
    }
}
