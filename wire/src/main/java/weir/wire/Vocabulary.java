// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** The services of a protocol, from a table of {@link Rows}: number, name, verb, and the form of their messages. */
public final class Vocabulary {

    /** Unlisted services kept, so that one that comes again is the same. */
    private static final int KEPT = 256;

    /**
     * A row.
     *
     * @param form the decoder's word for how a message of this service is laid out, or ""
     */
    public record Listed(String name, int code, Verb verb, String form) implements Service {}

    private final int[] codes;
    private final Listed[] services;
    private final String prefix;
    private final @Nullable Service[] unlisted = new @Nullable Service[KEPT];

    /** @param prefix begins the name of a service that the table does not have */
    public Vocabulary(String table, String prefix) {
        List<Listed> rows = Rows.of(table).stream()
                .map(row -> new Listed(
                        row[1],
                        Integer.decode(row[0]),
                        Verb.valueOf(row[2].toUpperCase(Locale.ROOT)),
                        row.length > 3 ? row[3] : ""))
                .sorted(Comparator.comparingInt(Listed::code))
                .toList();
        codes = rows.stream().mapToInt(Listed::code).toArray();
        services = rows.toArray(Listed[]::new);
        this.prefix = prefix;
    }

    /** The service with this number, or null. */
    public @Nullable Listed of(int code) {
        int row = Arrays.binarySearch(codes, code);
        return row >= 0 ? services[row] : null;
    }

    /** A service for a number that none has. */
    public Service unlisted(int code) {
        int slot = (code ^ code >>> 8 ^ code >>> 16) & KEPT - 1;
        Service kept = unlisted[slot];
        if (kept == null || kept.code() != code) {
            kept = new Service.Unlisted(prefix + String.format("0x%02x", code), code, Verb.OTHER);
            unlisted[slot] = kept;
        }
        return kept;
    }

    /** The service with this number, listed or not. */
    public Service service(int code) {
        Listed listed = of(code);
        return listed == null ? unlisted(code) : listed;
    }
}
