// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The object library: what {@code objects.tsv} says of each group and variation (IEEE 1815 annex A). */
final class ObjectTypes {

    private static final int ALL = 1 << 16;
    private static final int VARIATIONS = 256;

    private static final @Nullable ObjectType[] TYPES = read();
    private static final @Nullable String[] SPACES = new @Nullable String[ALL];

    private ObjectTypes() {}

    /** Null for one that is not in the library. */
    static @Nullable ObjectType of(int group, int variation) {
        return TYPES[group << 8 | variation];
    }

    /** {@code 30:1}, made once. */
    static String space(int group, int variation) {
        int code = group << 8 | variation;
        String space = SPACES[code];
        if (space == null) {
            space = group + ":" + variation;
            SPACES[code] = space;
        }
        return space;
    }

    private static @Nullable ObjectType[] read() {
        @Nullable ObjectType[] types = new @Nullable ObjectType[ALL];
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ObjectTypes.class.getResourceAsStream("objects.tsv")),
                StandardCharsets.UTF_8))) {
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                if (!row.startsWith("#")) {
                    add(types, List.of(row.split("\t", -1)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return types;
    }

    /** Columns: group, variation or {@code *}, kind of point or {@code -}, fields. */
    private static void add(@Nullable ObjectType[] types, List<String> cells) {
        int group = Integer.parseInt(cells.get(0));
        String kind = cells.get(2).equals("-") ? "" : cells.get(2);
        List<Field> fields = new ArrayList<>();
        for (String field : cells.get(3).split(" ", -1)) {
            fields.add(Field.valueOf(field.toUpperCase(Locale.ROOT)));
        }
        boolean every = cells.get(1).equals("*");
        int from = every ? 0 : Integer.parseInt(cells.get(1));
        int to = every ? VARIATIONS - 1 : from;
        for (int variation = from; variation <= to; variation++) {
            types[group << 8 | variation] = ObjectType.of(group, variation, kind, fields);
        }
    }
}
