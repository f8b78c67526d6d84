// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.sigma;

import java.util.List;
import java.util.Map;

/** What has to hold for a rule to fire. */
public sealed interface Condition {

    boolean holds(Evidence on);

    /** Puts the fields that made it hold, with their values; nothing for what had to be absent. */
    default void show(Evidence on, Map<String, String> seen) {}

    record And(List<Condition> all) implements Condition {

        public And {
            all = List.copyOf(all);
        }

        @Override
        public boolean holds(Evidence on) {
            for (Condition each : all) {
                if (!each.holds(on)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void show(Evidence on, Map<String, String> seen) {
            all.forEach(each -> each.show(on, seen));
        }
    }

    record Or(List<Condition> any) implements Condition {

        public Or {
            any = List.copyOf(any);
        }

        @Override
        public boolean holds(Evidence on) {
            for (Condition each : any) {
                if (each.holds(on)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void show(Evidence on, Map<String, String> seen) {
            for (Condition each : any) {
                if (each.holds(on)) {
                    each.show(on, seen);
                    return;
                }
            }
        }
    }

    record Not(Condition condition) implements Condition {

        @Override
        public boolean holds(Evidence on) {
            return !condition.holds(on);
        }
    }

    /** A field, by Sigma's name, compares well. */
    record Search(String field, Comparison comparison) implements Condition {

        @Override
        public boolean holds(Evidence on) {
            return comparison.holds(on.value(field), on);
        }

        @Override
        public void show(Evidence on, Map<String, String> seen) {
            String value = on.value(field);
            if (value != null) {
                seen.put(field, value);
            }
        }
    }

    /** Any value of the record compares well: Sigma's keywords. */
    record Anywhere(Comparison comparison) implements Condition {

        @Override
        public boolean holds(Evidence on) {
            for (String value : on.values()) {
                if (comparison.holds(value, on)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void show(Evidence on, Map<String, String> seen) {
            for (String value : on.values()) {
                if (comparison.holds(value, on)) {
                    seen.put("text", value);
                    return;
                }
            }
        }
    }
}
