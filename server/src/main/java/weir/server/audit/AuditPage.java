// SPDX-License-Identifier: Apache-2.0
package weir.server.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import weir.server.json.FlatObject;
import weir.store.Line;
import weir.store.View;

/**
 * A part of the audit for people to read, the latest entry first.
 *
 * @param next number before which the next part ends; 0 where there is none
 */
public record AuditPage(List<Said> entries, long next) {

    /** One entry as it is shown; a checkpoint is an act of the server. */
    public record Said(
            long number,
            String time,
            String actor,
            String act,
            String object,
            String outcome,
            String address,
            String detail) {}

    /**
     * Reads it.
     *
     * @param before only entries with lower numbers; 0 for the latest
     */
    public static AuditPage read(View view, long before, int most) throws IOException {
        long last = view.last(AuditLog.LOG).map(Line::number).orElse(0L);
        long to = before > 0 ? Math.min(before - 1, last) : last;
        long after = Math.max(0, to - most);
        List<Said> entries = new ArrayList<>();
        if (to > after) {
            for (Line line : view.lines(AuditLog.LOG, after, (int) (to - after))) {
                if (line.number() <= to) {
                    entries.addFirst(said(line));
                }
            }
        }
        List<Line> first = view.lines(AuditLog.LOG, 0, 1);
        boolean more = !entries.isEmpty()
                && entries.getLast().number() > first.getFirst().number();
        return new AuditPage(List.copyOf(entries), more ? entries.getLast().number() : 0);
    }

    private static Said said(Line line) throws IOException {
        FlatObject entry = FlatObject.read("audit/" + line.number(), line.body());
        return new Said(
                line.number(),
                entry.text("at"),
                entry.optional("name").orElse("server"),
                entry.optional("act").orElse("audit.checkpoint"),
                entry.optional("target").orElse("audit"),
                entry.optional("outcome").orElse("done"),
                entry.optional("address").orElse(""),
                entry.optional("detail").orElse(""));
    }
}
