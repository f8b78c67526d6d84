// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import weir.store.Kept;
import weir.store.Line;
import weir.store.Store;

/** Looks and changes of one step. */
final class Once {

    private Once() {}

    static Optional<Kept> get(Store store, String shelf, String id) throws IOException {
        return store.look(v -> v.get(shelf, id));
    }

    static long count(Store store, String shelf) throws IOException {
        return store.look(v -> v.count(shelf));
    }

    static List<Line> lines(Store store, String log, long after, int most) throws IOException {
        return store.look(v -> v.lines(log, after, most));
    }

    static Optional<Line> last(Store store, String log) throws IOException {
        return store.look(v -> v.last(log));
    }

    static boolean holds(Store store, String snapshot) throws IOException {
        return store.look(v -> v.snapshot(snapshot)).isPresent();
    }

    static Kept put(Store store, String shelf, String id, String body) throws IOException {
        return store.change(c -> c.put(shelf, id, body));
    }

    static boolean putIf(Store store, String shelf, String id, long version, String body) throws IOException {
        return store.change(c -> c.putIf(shelf, id, version, body));
    }

    static boolean remove(Store store, String shelf, String id) throws IOException {
        return store.change(c -> c.remove(shelf, id));
    }

    static Line append(Store store, String log, String body) throws IOException {
        return store.change(c -> c.append(log, body));
    }
}
