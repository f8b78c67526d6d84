// SPDX-License-Identifier: Apache-2.0
package weir.server.zeek;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What several rows of one connection say, as one line. */
final class Joined {

    /** Characters kept of a text that grows. */
    private static final int LONGEST = 4096;

    private Joined() {}

    static Map<String, Object> of(LogFormat format, Map<String, Object> all, Map<String, Object> next) {
        Map<String, Object> joined = new LinkedHashMap<>(all);
        for (LogFormat.Column column : format.columns()) {
            Object value = next.get(column.name());
            if (value != null) {
                joined.merge(column.name(), value, (one, other) -> join(column.join(), one, other));
            }
        }
        return joined;
    }

    private static Object join(String how, Object one, Object other) {
        return switch (how) {
            case "least" -> Math.min((Long) one, (Long) other);
            case "most" -> Math.max((Long) one, (Long) other);
            case "sum" -> (Long) one + (Long) other;
            case "behind" -> one.toString().length() < LONGEST ? one.toString() + other : one;
            case "set" ->
                Stream.concat(((List<?>) one).stream(), ((List<?>) other).stream())
                        .map(Objects::toString)
                        .distinct()
                        .toList();
            default -> one;
        };
    }
}
