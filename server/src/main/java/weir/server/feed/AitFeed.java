// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.util.Locale;
import weir.model.Severity;
import weir.wire.Likeness;

/**
 * The table of alerts of the AIT Alert Data Set: {@code time,name,ip,host,short,time_label,event_label}, with
 * {@code Product: rule} as the name. The labels are not looked at. No grade is given, so each is {@link Severity#LOW}.
 */
final class AitFeed implements Feed {

    private static final String HEAD = "time,name,ip,host,short,";
    private static final int CELLS_BEHIND = 5;

    private boolean headed;

    @Override
    public String name() {
        return "ait";
    }

    @Override
    public Likeness likeness(String line) {
        boolean row = headed && !line.isEmpty() && line.charAt(0) >= '0' && line.charAt(0) <= '9';
        return row || line.startsWith(HEAD) ? Likeness.SURE : Likeness.NO;
    }

    @Override
    public void read(String line, LogEntry to) {
        if (line.startsWith(HEAD)) {
            headed = true;
            to.nothing();
            return;
        }
        int[] commas = lastCommas(line);
        int first = line.indexOf(',');
        if (commas[0] <= first) {
            to.strange("ait, too few cells");
            return;
        }
        String name = line.substring(first + 1, commas[0]).replace("\"", "");
        int colon = name.indexOf(": ");
        if (colon <= 0) {
            to.strange("ait, no product");
            return;
        }
        String product = Texts.name(name.substring(0, colon)).toLowerCase(Locale.ROOT);
        String host = line.substring(commas[1] + 1, commas[2]);
        String address = line.substring(commas[0] + 1, commas[1]);
        to.time(LogTimes.seconds(line.substring(0, first)));
        to.between(Ends.of("", "", "", address, ""));
        to.named(product, Ends.address(address), host);
        to.alert(product, line.substring(commas[2] + 1, commas[3]), name.substring(colon + 2), Severity.LOW, host);
    }

    /** Where the last five commas stand; a rule may have commas of its own. */
    private static int[] lastCommas(String line) {
        int[] commas = new int[CELLS_BEHIND];
        int at = line.length();
        for (int i = CELLS_BEHIND - 1; i >= 0; i--) {
            at = at < 0 ? -1 : line.lastIndexOf(',', at - 1);
            commas[i] = at;
        }
        return commas;
    }
}
