// SPDX-License-Identifier: Apache-2.0
package weir.server.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.analysis.Verdict;
import weir.analysis.detect.Stage;
import weir.model.Address;
import weir.model.Asset;
import weir.model.Conversation;
import weir.model.Finding;
import weir.model.Incident;
import weir.model.Plant;
import weir.model.Point;

/** All that is known of a site at one moment; does not change, so many may read it at once. */
public final class Glance {

    private final Plant plant;
    private final Stage stage;
    private final List<Asset> assets;
    private final List<Named> conversations;
    private final List<Point> points;
    private final List<Finding> findings;
    private final List<Incident> incidents;
    private final Map<String, Asset> byId = new HashMap<>();
    private final Map<Address, Asset> byAddress = new HashMap<>();

    /** A conversation and the id by which it is asked for. */
    public record Named(String id, Conversation conversation) {}

    Glance(Plant plant, Verdict verdict, List<Point> points, Stage stage) {
        this.plant = plant;
        this.stage = stage;
        assets = sorted(plant.assets(), Comparator.comparing(Asset::id));
        conversations = sorted(
                plant.conversations().stream()
                        .map(c -> new Named(ConversationId.of(c), c))
                        .toList(),
                Comparator.comparing(Named::id));
        this.points = sorted(points, Comparator.comparing(Point::id));
        findings = sorted(
                verdict.findings(),
                Comparator.comparingLong(Finding::start).reversed().thenComparing(Finding::id));
        incidents = sorted(
                verdict.incidents(),
                Comparator.comparingLong(Incident::start).reversed().thenComparing(Incident::id));
        for (Asset asset : assets) {
            byId.put(asset.id(), asset);
            asset.addresses().forEach(a -> byAddress.putIfAbsent(a, asset));
            asset.macs().forEach(a -> byAddress.putIfAbsent(a, asset));
        }
    }

    private static <T> List<T> sorted(List<T> items, Comparator<T> order) {
        List<T> all = new ArrayList<>(items);
        all.sort(order);
        return List.copyOf(all);
    }

    public Plant plant() {
        return plant;
    }

    public Stage stage() {
        return stage;
    }

    /** By id. */
    public List<Asset> assets() {
        return assets;
    }

    public @Nullable Asset asset(String id) {
        return byId.get(id);
    }

    /** The device that has this address. */
    public @Nullable Asset asset(Address address) {
        return byAddress.get(address);
    }

    /** By id. */
    public List<Named> conversations() {
        return conversations;
    }

    /** By id. */
    public List<Point> points() {
        return points;
    }

    /** The latest first. */
    public List<Finding> findings() {
        return findings;
    }

    /** The latest first. */
    public List<Incident> incidents() {
        return incidents;
    }
}
