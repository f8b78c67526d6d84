// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iec104;

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
import weir.model.Verb;

/** The types of application data units that {@code asdu_types.tsv} lists. */
final class AsduTypes {

    private static final @Nullable AsduType[] TYPES = read();

    private AsduTypes() {}

    /** Null for one that the standard reserves. */
    static @Nullable AsduType of(int code) {
        return TYPES[code & 0xff];
    }

    private static @Nullable AsduType[] read() {
        @Nullable AsduType[] types = new @Nullable AsduType[256];
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(AsduTypes.class.getResourceAsStream("asdu_types.tsv")),
                StandardCharsets.UTF_8))) {
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                if (!row.startsWith("#")) {
                    AsduType type = parse(List.of(row.split("\t", -1)));
                    types[type.code()] = type;
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return types;
    }

    private static AsduType parse(List<String> cells) {
        List<Element> elements = new ArrayList<>();
        for (String element : cells.get(3).split(" ", -1)) {
            if (!element.isEmpty()) {
                elements.add(Element.valueOf(element.toUpperCase(Locale.ROOT)));
            }
        }
        return AsduType.of(
                Integer.parseInt(cells.get(0)), cells.get(1), Verb.valueOf(cells.get(2)), List.copyOf(elements));
    }
}
