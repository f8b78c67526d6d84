// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of Windows event means.
 *
 * @param channel how the name of its log begins
 * @param id its number
 * @param meaning a kind of host event or of login; "-" where others say the same better
 * @param account field that names who did it
 * @param object fields that name what it was done to
 */
record WindowsMeaning(String channel, String id, String meaning, String account, String object) {

    private static final List<WindowsMeaning> ALL = load();

    static @Nullable WindowsMeaning of(String channel, String id) {
        for (WindowsMeaning row : ALL) {
            if (row.id.equals(id) && channel.startsWith(row.channel)) {
                return row;
            }
        }
        return null;
    }

    /** Whether anything is told of events with this number, in whatever log. */
    static boolean tells(String id) {
        return ALL.stream().anyMatch(row -> row.id.equals(id) && !row.meaning.equals("-"));
    }

    private static List<WindowsMeaning> load() {
        try (InputStream in = WindowsMeaning.class.getResourceAsStream("windows.tsv")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new WindowsMeaning(cells[0], cells[1], cells[2], cells[3], cells[4]))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("windows.tsv", unreadable);
        }
    }
}
