// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.threat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Table;
import weir.model.Address;
import weir.model.Attribute;
import weir.model.Identity;
import weir.model.Subject;

/** Where an attack meets a device that says it is one on which the attack works; either may come first. */
final class Weaknesses {

    static final Detection DETECTION = Detection.of("XC-07");

    /** Devices that are remembered, attacked ones and weak ones each. */
    private static final int MOST = 10_000;

    private static final Set<Attribute> TELLING =
            EnumSet.of(Attribute.SOFTWARE, Attribute.SYSTEM, Attribute.MODEL, Attribute.FIRMWARE);

    private record Weakness(String attack, Pattern product, String name) {}

    /** What a device said of itself, and what that makes it weak against. */
    private record Weak(String said, Weakness weakness) {}

    private record Attack(Address source, String name) {}

    private final List<Weakness> table = new ArrayList<>();
    private final Map<Address, List<Weak>> weak = new HashMap<>();
    private final Map<Address, Attack> attacked = new HashMap<>();

    Weaknesses() {
        for (String[] cells : Table.rows("weaknesses.tsv")) {
            table.add(new Weakness(cells[0], Pattern.compile(cells[1], Pattern.CASE_INSENSITIVE), cells[2]));
        }
    }

    /** An attack, by its name, was sent to a device. */
    void attacked(Moment now, String attack) {
        Address target = now.at().destination();
        Address source = now.at().source();
        if (attacked.size() < MOST) {
            attacked.put(target, new Attack(source, attack));
        }
        for (Weak each : weak.getOrDefault(target, List.of())) {
            if (each.weakness.attack.equals(attack)) {
                tell(now, source, target, each);
            }
        }
    }

    /** A device tells what it is. */
    void told(Moment now, Identity identity) {
        if (!TELLING.contains(identity.attribute())) {
            return;
        }
        Address device = identity.subject().address();
        for (Weakness weakness : table) {
            if (weakness.product.matcher(identity.value()).find() && isNews(device, weakness)) {
                Weak found = new Weak(identity.value(), weakness);
                weak.computeIfAbsent(device, d -> new ArrayList<>()).add(found);
                @Nullable Attack attack = attacked.get(device);
                if (attack != null && attack.name.equals(weakness.attack)) {
                    tell(now, attack.source, device, found);
                }
            }
        }
    }

    private boolean isNews(Address device, Weakness weakness) {
        List<Weak> known = weak.get(device);
        return known == null ? weak.size() < MOST : known.stream().noneMatch(w -> w.weakness == weakness);
    }

    private static void tell(Moment now, Address source, Address device, Weak weak) {
        now.claim(DETECTION, source, new Subject(device, ""), weak.weakness.attack)
                .title("Attack meets a device that it works on")
                .confidence(0.8)
                .expected("a device that is not weak against " + weak.weakness.attack + ", or that is not attacked")
                .seen(device + " says that it is " + weak.said + ": " + weak.weakness.name);
    }
}
