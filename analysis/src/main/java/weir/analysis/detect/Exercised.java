// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which tests have a detector claim something, by the id of its row; written by the tests themselves. */
public final class Exercised {

    private static final Map<String, String> TESTS = read();

    private Exercised() {}

    /** Name of a test, {@code WatchTest.a_stranger_who_writes_...}; "" where there is none. */
    public static String by(String detection) {
        return TESTS.getOrDefault(detection, "");
    }

    private static Map<String, String> read() {
        Map<String, String> tests = new LinkedHashMap<>();
        for (String[] cells : Table.rows("exercised.tsv")) {
            tests.put(cells[0], cells[1]);
        }
        return tests;
    }
}
