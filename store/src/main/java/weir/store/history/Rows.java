// SPDX-License-Identifier: Apache-2.0
package weir.store.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import weir.store.Change;

/**
 * Rows that happened since the last commit, packed. They are appended in the change that also keeps the state and the
 * position of the input they came from; {@link #clear} once that is done. Of one thread.
 *
 * <p>A row is begun, and then given all columns of its kind in their order: {@code rows.begin(...).text(...).whole(...)}.
 */
public final class Rows {

    /** The log of the store where they wait until they are written to files. */
    static final String LOG = "history";

    /** Octets of the name of a site at most: it becomes the name of a folder. */
    static final int SITE_OCTETS = 60;

    /** Blocks at most: 64 MiB. */
    private static final int BLOCKS = 64;

    private static final long LATEST = 253_402_300_799_999_999L; // the end of the year 9999

    private final Map<Kind, Block> open = new EnumMap<>(Kind.class);
    private final List<String> sealed = new ArrayList<>();
    private Block current = new Block(Kind.OPERATIONS);
    private List<Kind.Column> columns = List.of();
    private int column;

    /**
     * Begins a row.
     *
     * @param site from 1 to 60 octets of UTF-8
     * @param micros microseconds since 1970; what is before that or after the year 9999 counts as the one or the other
     */
    public Rows begin(Kind kind, String site, long micros) {
        ended();
        if (site.isEmpty() || (site.length() > SITE_OCTETS / 3 && octets(site) > SITE_OCTETS)) {
            throw new IllegalArgumentException("the name of a site is of 1 to " + SITE_OCTETS + " octets of UTF-8");
        }
        current = open.computeIfAbsent(kind, Block::new);
        if (current.full()) {
            if (full()) {
                throw new IllegalStateException("more than " + BLOCKS + " blocks of rows wait for a commit");
            }
            sealed.add(current.seal());
        }
        columns = kind.columns();
        column = 0;
        current.row(site, Math.clamp(micros, 0, LATEST));
        return this;
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The next column; more than 8 KiB of it is cut off. */
    public Rows text(String value) {
        next(Kind.Type.TEXT);
        current.text(value);
        return this;
    }

    public Rows whole(long value) {
        next(Kind.Type.WHOLE);
        current.whole(value);
        return this;
    }

    public Rows real(double value) {
        next(Kind.Type.REAL);
        current.real(value);
        return this;
    }

    private void next(Kind.Type type) {
        if (column >= columns.size() || columns.get(column).type() != type) {
            throw new IllegalStateException("column " + column + " of " + columns + " is not " + type);
        }
        column++;
    }

    private void ended() {
        if (column != columns.size()) {
            throw new IllegalStateException("the row ends before column " + columns.get(column));
        }
    }

    /** Whether a commit is due: nothing more may be added. */
    public boolean full() {
        return sealed.size() >= BLOCKS - Kind.values().length;
    }

    /** Appends them as a part of this change. */
    public void appendTo(Change change) throws IOException {
        ended();
        for (Block block : open.values()) {
            if (!block.empty()) {
                sealed.add(block.seal());
            }
        }
        for (String line : sealed) {
            change.append(LOG, line);
        }
    }

    /** They were committed, or are not to be. */
    public void clear() {
        open.clear();
        sealed.clear();
        columns = List.of();
        column = 0;
    }
}
