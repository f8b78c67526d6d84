// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import weir.model.Asset;
import weir.model.Grade;
import weir.model.Level;
import weir.model.Plant;

/** What fits a screen: assets by level, protocols, the riskiest operations, and what could not be seen. */
public final class Summary {

    private static final int WIDTH = 100;
    private static final int MOST_NAMED = 4;
    private static final int MOST_RISKY = 6;
    private static final int MOST_PROTOCOLS = 10;
    private static final int MOST_UNSEEN = 4;

    private final Plant plant;
    private final Highlights highlights;

    public Summary(Plant plant) {
        this.plant = plant;
        this.highlights = new Highlights(plant);
    }

    public void print(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%,d assets, %,d conversations, %,d operations%n",
                plant.assets().size(),
                plant.conversations().size(),
                highlights.operations());
        levels(out);
        protocols(out);
        risky(out);
        unseen(out);
        out.flush();
    }

    private void levels(PrintWriter out) {
        out.println();
        List<Level> topDown = List.of(Level.values()).reversed();
        for (Level level : topDown) {
            List<Asset> here =
                    plant.assets().stream().filter(a -> a.level() == level).toList();
            if (!here.isEmpty()) {
                String names = String.join(
                        ", ",
                        here.stream().limit(MOST_NAMED).map(Summary::named).toList());
                String more = here.size() > MOST_NAMED ? ", ..." : "";
                line(out, "  %-3s %-20s %5d  %s", level.number(), level.title(), here.size(), names + more);
            }
        }
    }

    private static String named(Asset asset) {
        String label = Labels.of(asset);
        return label.equals(asset.id()) ? label : asset.id() + " " + label;
    }

    private void protocols(PrintWriter out) {
        List<String> uses = highlights.protocols().entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Highlights.Use>>comparingLong(
                                e -> -e.getValue().operations())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_PROTOCOLS)
                .map(e -> e.getKey() + " "
                        + String.format(Locale.ROOT, "%,d", e.getValue().operations()))
                .toList();
        out.println();
        line(out, "  Protocols (operations): %s", uses.isEmpty() ? "none recognised" : String.join(", ", uses));
        if (highlights.unrecognised() > 0) {
            line(out, "  %,d conversations in a protocol that Weir does not know", highlights.unrecognised());
        }
    }

    private void risky(PrintWriter out) {
        List<Highlights.Risky> risky = highlights.risky(MOST_RISKY);
        out.println();
        if (risky.isEmpty()) {
            line(out, "  No operation that changes a device or the process was seen.");
            return;
        }
        line(out, "  Riskiest operations, each where it was first seen");
        for (Highlights.Risky r : risky) {
            line(
                    out,
                    "  packet %-7d %-9s %s%s -> %s  %s %s %s",
                    r.operation().firstPacket(),
                    ConversationJson.verb(r.operation()),
                    r.operation().refused() > 0 ? "REFUSED " : "",
                    r.client(),
                    r.server(),
                    r.operation().protocol(),
                    ConversationJson.named(r.operation()),
                    ConversationJson.target(r.operation()));
        }
    }

    private void unseen(PrintWriter out) {
        out.println();
        long oneWay = graded(Grade.ONE_WAY);
        long lossy = graded(Grade.LOSSY);
        if (plant.losses().isEmpty() && oneWay + lossy == 0) {
            line(out, "  Nothing was missed.");
            return;
        }
        line(out, "  Could not be seen: %,d conversations one-way, %,d with losses", oneWay, lossy);
        plant.losses().stream()
                .sorted(Comparator.<Plant.Missing>comparingLong(m -> -m.amount())
                        .thenComparing(Plant.Missing::name))
                .limit(MOST_UNSEEN)
                .forEach(m -> line(out, "  %,10d %s %s: %s", m.amount(), m.unit(), m.name(), Meanings.of(m.name())));
    }

    private long graded(Grade grade) {
        return plant.conversations().stream().filter(c -> c.grade() == grade).count();
    }

    /** What the wire says may be long or odd: one line stays one line. */
    private static void line(PrintWriter out, String format, Object... values) {
        String text = String.format(Locale.ROOT, format, values);
        out.println(text.length() > WIDTH ? text.substring(0, WIDTH - 3) + "..." : text);
    }
}
