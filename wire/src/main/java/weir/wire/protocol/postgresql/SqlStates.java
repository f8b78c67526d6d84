// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.postgresql;

import java.util.HashMap;
import java.util.Map;
import weir.wire.Rows;

/** Codes of errors (ISO/IEC 9075-2, 24; PostgreSQL documentation, Error Codes) and their words: {@code 28P01 invalid_password}. */
final class SqlStates {

    private static final Map<String, String> WORDS = new HashMap<>();

    static {
        for (String[] row : Rows.of("postgresql/sqlstates")) {
            WORDS.put(row[0], row[0] + " " + row[1]);
        }
    }

    private SqlStates() {}

    /** The code alone where it is none of those known. */
    static String word(String state) {
        return WORDS.getOrDefault(state, state);
    }
}
