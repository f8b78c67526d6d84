// SPDX-License-Identifier: Apache-2.0
package weir.analysis.variables;

import java.util.ArrayList;
import java.util.List;

/** How well alarms and labels agree, row by row and attack by attack; nothing is adjusted. */
final class Marks {

    private final boolean[] alarms;
    private final int[] labels;

    Marks(boolean[] alarms, int[] labels) {
        this.alarms = alarms;
        this.labels = labels;
    }

    private int count(boolean alarm, int label) {
        int count = 0;
        for (int i = 0; i < alarms.length; i++) {
            count += alarms[i] == alarm && labels[i] == label ? 1 : 0;
        }
        return count;
    }

    double f1() {
        double hits = count(true, 1);
        return 2 * hits / (2 * hits + count(true, 0) + count(false, 1));
    }

    double falseRate() {
        double normal = count(true, 0) + count(false, 0);
        return count(true, 0) / normal;
    }

    int attacks() {
        return runs(labels).size();
    }

    int found() {
        return (int) runs(labels).stream().filter(a -> first(a) < a[1]).count();
    }

    /** Half how early attacks are found, half the mean of the true rates (Taormina et al. 2018). */
    double s() {
        double late = 0;
        for (int[] attack : runs(labels)) {
            late += (double) (first(attack) - attack[0]) / (attack[1] - attack[0]) / attacks();
        }
        double hit = (double) count(true, 1) / (count(true, 1) + count(false, 1));
        return (1 - late) / 2 + (hit + 1 - falseRate()) / 4;
    }

    private int first(int[] attack) {
        int at = attack[0];
        while (at < attack[1] && !alarms[at]) {
            at++;
        }
        return at;
    }

    /** Runs of alarms, merged over gaps of at most {@code gap} rows, that touch no attack. */
    int falseAlarms(int gap) {
        int[] merged = new int[alarms.length];
        int last = -1;
        for (int i = 0; i < alarms.length; i++) {
            if (alarms[i]) {
                for (int k = last >= 0 && i - last - 1 <= gap ? last : i; k <= i; k++) {
                    merged[k] = 1;
                }
                last = i;
            }
        }
        int count = 0;
        for (int[] run : runs(merged)) {
            boolean touches = false;
            for (int i = run[0]; i < run[1]; i++) {
                touches |= labels[i] == 1;
            }
            count += touches ? 0 : 1;
        }
        return count;
    }

    private static List<int[]> runs(int[] flags) {
        List<int[]> runs = new ArrayList<>();
        for (int i = 0; i < flags.length; i++) {
            if (flags[i] == 1 && (i == 0 || flags[i - 1] != 1)) {
                runs.add(new int[] {i, i + 1});
            } else if (flags[i] == 1) {
                runs.getLast()[1] = i + 1;
            }
        }
        return runs;
    }
}
