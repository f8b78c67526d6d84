// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.util.ArrayList;
import java.util.List;

/** Whether machines that wear out were told of before they failed, and how long before. */
final class Warnings {

    /** Rows of a machine, from its first, in which nothing is wrong with it. */
    private final int fresh;

    private final List<Integer> leads = new ArrayList<>();
    private int machines;
    private int falseMachines;
    private int falseRows;

    Warnings(int fresh) {
        this.fresh = fresh;
    }

    /** @param alarm of each row of a machine, the last being its failure */
    void take(boolean[] alarm) {
        machines++;
        int lead = 0;
        while (lead < alarm.length - fresh && alarm[alarm.length - 1 - lead]) {
            lead++;
        }
        if (lead > 0) {
            leads.add(lead - 1);
        }
        int wrong = 0;
        for (int i = 0; i < Math.min(fresh, alarm.length); i++) {
            wrong += alarm[i] ? 1 : 0;
        }
        falseRows += wrong;
        falseMachines += wrong > 0 ? 1 : 0;
    }

    int warned() {
        return leads.size();
    }

    /** The lead that so great a share of the warnings have at least. */
    int lead(double share) {
        List<Integer> sorted = leads.stream().sorted().toList();
        return sorted.get((int) Math.ceil((sorted.size() - 1) * (1 - share)));
    }

    int falseMachines() {
        return falseMachines;
    }

    double falseShare() {
        return falseRows / (double) (fresh * machines);
    }

    void write(Page page) {
        page.head("engines", "warned of", "median lead", "lead of nine in ten", "false, new engines", "false, flights");
        if (leads.isEmpty()) {
            page.row(machines, machines == 0 ? Page.NONE : 0, "", "", "", "");
            return;
        }
        page.row(machines, warned(), lead(0.5), lead(0.9), falseMachines, Page.share(falseShare()));
    }
}
