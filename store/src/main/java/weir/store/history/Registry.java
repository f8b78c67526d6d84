// SPDX-License-Identifier: Apache-2.0
package weir.store.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import weir.store.Change;
import weir.store.Kept;
import weir.store.Store;
import weir.store.View;

/** Which files are of the history: those that the store says, whatever else lies in the folder. */
final class Registry {

    private static final String SHELF = "history_file";
    private static final String NUMBERS = "history_number";
    private static final int PAGE = 1000;

    private final Store store;

    Registry(Store store) {
        this.store = store;
    }

    /**
     * A file.
     *
     * @param path under the folder of the history
     */
    record Entry(String path, long rows, long octets) {
        private static Entry of(Kept kept) {
            int space = kept.body().indexOf(' ');
            return new Entry(
                    kept.id(),
                    Long.parseLong(kept.body().substring(0, space)),
                    Long.parseLong(kept.body().substring(space + 1)));
        }
    }

    /** All of them, by path. */
    List<Entry> entries() throws IOException {
        return store.look(Registry::entries);
    }

    private static List<Entry> entries(View view) throws IOException {
        List<Entry> entries = new ArrayList<>();
        String after = "";
        for (List<Kept> page = view.page(SHELF, after, PAGE); !page.isEmpty(); page = view.page(SHELF, after, PAGE)) {
            page.forEach(kept -> entries.add(Entry.of(kept)));
            after = page.getLast().id();
        }
        return entries;
    }

    /** A number that no file has had. */
    long number() throws IOException {
        return store.change(change -> change.put(NUMBERS, "last", "").version());
    }

    static void add(Change change, List<Entry> entries) throws IOException {
        for (Entry entry : entries) {
            change.put(SHELF, entry.path(), entry.rows() + " " + entry.octets());
        }
    }

    static void remove(Change change, List<Entry> entries) throws IOException {
        for (Entry entry : entries) {
            change.remove(SHELF, entry.path());
        }
    }
}
