// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.model.Verb;
import weir.wire.Rows;

/** The interfaces that are known by UUID, from the tables beside the classes. */
final class Interfaces {

    private static final int SLOTS = 512;
    private static final @Nullable RpcInterface[] ALL = load();

    private Interfaces() {}

    /** Null for one not listed. */
    static @Nullable RpcInterface of(long high, long low) {
        int slot = home(high, low);
        for (RpcInterface known = ALL[slot]; known != null; known = ALL[slot]) {
            if (known.is(high, low)) {
                return known;
            }
            slot = slot + 1 & SLOTS - 1;
        }
        return null;
    }

    private static int home(long high, long low) {
        return (int) ((high ^ low) * 0x9e37_79b9_7f4a_7c15L >>> 32) & SLOTS - 1;
    }

    private static @Nullable RpcInterface[] load() {
        Map<String, @Nullable RpcOperation[]> operations = operations();
        @Nullable RpcInterface[] all = new @Nullable RpcInterface[SLOTS];
        for (String[] row : Rows.of("dcerpc/interfaces")) {
            long high = Uuid.high(row[0]);
            long low = Uuid.low(row[0]);
            int slot = home(high, low);
            while (all[slot] != null) {
                slot = slot + 1 & SLOTS - 1;
            }
            all[slot] = new RpcInterface(
                    high,
                    low,
                    row[1],
                    row[2].charAt(0),
                    operations.getOrDefault(row[1], new RpcOperation[0]),
                    StubReader.of(row[1]));
        }
        return all;
    }

    private static Map<String, @Nullable RpcOperation[]> operations() {
        List<String[]> rows = Rows.of("dcerpc/operations");
        Map<String, Integer> last = new HashMap<>();
        for (String[] row : rows) {
            last.merge(row[0], Integer.parseInt(row[1]), Math::max);
        }
        Map<String, @Nullable RpcOperation[]> operations = new HashMap<>();
        for (String[] row : rows) {
            int number = Integer.parseInt(row[1]);
            operations
                            .computeIfAbsent(
                                    row[0], name -> new @Nullable RpcOperation[last.getOrDefault(name, 0) + 1])[
                            number] =
                    new RpcOperation(row[0] + "_" + row[2], number, Verb.valueOf(row[3]));
        }
        return operations;
    }
}
