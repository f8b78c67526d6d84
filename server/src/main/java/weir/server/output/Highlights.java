// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import weir.model.Conversation;
import weir.model.Level;
import weir.model.OperationCount;
import weir.model.Plant;

/** What of a picture is told first. */
final class Highlights {

    /** From this risk of a verb upwards an operation is worth a line. */
    private static final int RISKY = 3;

    /** A risky operation and who asked whom. */
    record Risky(OperationCount operation, String client, String server) {}

    /** How much one protocol is used. */
    record Use(long conversations, long operations, long bytes) {}

    private final Plant plant;

    Highlights(Plant plant) {
        this.plant = plant;
    }

    /** The most harmful first, then the most frequent. */
    List<Risky> risky(int most) {
        List<Risky> all = new ArrayList<>();
        for (Conversation conversation : plant.conversations()) {
            for (OperationCount operation : conversation.operations()) {
                if (operation.verb().risk() >= RISKY) {
                    all.add(new Risky(operation, conversation.client(), conversation.server()));
                }
            }
        }
        all.sort(Comparator.<Risky>comparingInt(r -> -r.operation.verb().risk())
                .thenComparing(r -> r.operation.answers() == 0)
                .thenComparingLong(r -> -r.operation.times())
                .thenComparingLong(r -> r.operation.firstPacket()));
        return all.size() > most ? all.subList(0, most) : all;
    }

    SortedMap<String, Use> protocols() {
        SortedMap<String, Use> uses = new TreeMap<>();
        for (Conversation c : plant.conversations()) {
            if (!c.protocol().isEmpty()) {
                long operations =
                        c.operations().stream().mapToLong(OperationCount::times).sum();
                Use use = new Use(1, operations, c.bytesOut() + c.bytesBack());
                uses.merge(
                        c.protocol(),
                        use,
                        (a, b) -> new Use(
                                a.conversations + b.conversations, a.operations + b.operations, a.bytes + b.bytes));
            }
        }
        return uses;
    }

    long operations() {
        return protocols().values().stream().mapToLong(Use::operations).sum();
    }

    long assetsAt(Level level) {
        return plant.assets().stream().filter(a -> a.level() == level).count();
    }

    long unrecognised() {
        return plant.conversations().stream()
                .filter(c -> c.protocol().isEmpty() && c.bytesOut() + c.bytesBack() > 0)
                .count();
    }
}
