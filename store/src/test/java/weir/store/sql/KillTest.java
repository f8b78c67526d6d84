// SPDX-License-Identifier: Apache-2.0
package weir.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weir.store.Kept;
import weir.store.Line;
import weir.store.Store;

/**
 * A process killed with kill -9 at random moments of its work. There are 5 kills, and 200 with the system
 * property {@code weir.rounds} at 40.
 */
class KillTest {

    private static final int KILLS = 5 * Integer.getInteger("weir.rounds", 1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void what_was_acknowledged_is_there_exactly_once(Ground ground) throws Exception {
        String where = ground.fresh(folder);
        Random random = new Random(41);
        Map<String, Integer> acknowledged = new TreeMap<>();
        Counted counted = new Counted();
        int unsaid = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            for (String line : Killed.run(KilledWorker.class, 1 + random.nextInt(400), where)) {
                String[] said = line.split(" ", -1);
                if (said.length == 2 && !said[1].isEmpty()) { // the last line may be cut, which makes it less
                    acknowledged.merge(said[0], Integer.parseInt(said[1]), Math::max);
                }
            }
            try (Store store = Ground.open(where)) {
                unsaid += counted.check(store, acknowledged);
            }
        }
        System.err.println(ground + ": " + KILLS + " kills, " + counted.lines + " changes, of which " + unsaid
                + " were made and not yet acknowledged when the process died");
        assertThat(counted.lines).isGreaterThan(KILLS);
    }

    /** What those who count have left in the store. */
    static final class Counted {
        private final Map<String, Integer> counts = new TreeMap<>();
        long lines;

        /** How many were made and not acknowledged, since the last time. */
        int check(Store store, Map<String, Integer> acknowledged) throws IOException {
            int unsaid = 0;
            for (List<Line> page = Once.lines(store, "audit", lines, 10_000);
                    !page.isEmpty();
                    page = Once.lines(store, "audit", lines, 10_000)) {
                for (Line line : page) {
                    assertThat(line.number()).isEqualTo(++lines);
                    String[] body = line.body().split(" ", -1);
                    assertThat(Integer.parseInt(body[1])).isEqualTo(counts.merge(body[0], 1, Integer::sum));
                }
            }
            List<Kept> positions = store.look(v -> v.page("position", "", 100));
            for (Kept position : positions) {
                int stored = KilledWorker.number(position);
                int said = acknowledged.getOrDefault(position.id(), 0);
                assertThat(stored).isEqualTo(counts.get(position.id())).isGreaterThanOrEqualTo(said);
                unsaid += stored - said;
                acknowledged.put(position.id(), stored);
            }
            assertThat(positions).hasSize(counts.size());
            if (lines > 0) {
                byte[] state =
                        store.look(v -> v.snapshot("state_t").orElseThrow().readAllBytes());
                assertThat(new String(state, StandardCharsets.UTF_8))
                        .isEqualTo(
                                Once.get(store, "state", "last").orElseThrow().body())
                        .startsWith(Once.last(store, "audit").orElseThrow().body());
            }
            return unsaid;
        }
    }
}
