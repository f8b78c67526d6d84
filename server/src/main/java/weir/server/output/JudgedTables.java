// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import weir.analysis.variables.Alarm;

/** Writes what was judged of a process: a row for each row that was judged, and a row for each alarm. */
public final class JudgedTables {

    private final Writer scores;
    private final Csv alarms;

    public JudgedTables(Writer scores, Writer alarms) throws IOException {
        this.scores = scores;
        this.alarms = new Csv(alarms);
        scores.write("time,score,alarm\r\n");
        this.alarms.row(List.of("start", "end", "score", "contributors"));
    }

    /** @param time as it was read: it was found to be a time, so it cannot be a formula */
    public void row(String time, double score, boolean alarm) throws IOException {
        boolean quoted = time.indexOf(',') >= 0 || time.indexOf('"') >= 0;
        scores.write(quoted ? '"' + time.replace("\"", "\"\"") + '"' : time);
        scores.write(',');
        scores.write(rounded(score));
        scores.write(alarm ? ",1\r\n" : ",0\r\n");
    }

    public void alarm(Alarm alarm) throws IOException {
        alarms.row(List.of(alarm.start(), alarm.end(), rounded(alarm.score()), String.join(";", alarm.contributors())));
    }

    private static String rounded(double score) {
        return Double.toString(Math.round(score * 1e4) / 1e4);
    }
}
