// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.peer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.analysis.inventory.Families;
import weir.model.Address;
import weir.model.Attribute;
import weir.model.Identity;

/** What devices of the plant floor say that they are. */
final class Statements {

    /** Devices that are remembered; further ones have no like. */
    private static final int MOST_DEVICES = 20_000;

    /** Messages kept of one device. */
    private static final int MOST_MESSAGES = 8;

    /** Likenesses kept; further devices have no like. */
    private static final int MOST_GROUPS = 2_000;

    /** Devices of one likeness; further ones are not compared. */
    private static final int MOST_ALIKE = 256;

    /** Least confidence of what is compared: guesses differ without reason. */
    private static final int SURE = 4;

    private static final Set<Attribute> TELLING =
            EnumSet.of(Attribute.VENDOR, Attribute.MODEL, Attribute.ORDER_NUMBER, Attribute.FIRMWARE);

    /** The same message says the same thing in the same words; another may put it otherwise. */
    record Message(String protocol, String source) {}

    /** Of several units behind one address the first that spoke is the device. */
    private record Said(String unit, Map<Attribute, String> words) {}

    private final Places places;
    private final Map<Address, Map<Message, Said>> devices = new LinkedHashMap<>();

    Statements(Places places) {
        this.places = places;
    }

    void said(Identity identity) {
        Address device = identity.subject().address();
        if (!TELLING.contains(identity.attribute())
                || identity.confidence() < SURE
                || identity.value().isEmpty()
                || !Families.isIndustrial(identity.protocol())
                || !device.isUnicast()
                || !devices.containsKey(device) && devices.size() >= MOST_DEVICES) {
            return;
        }
        Map<Message, Said> messages = devices.computeIfAbsent(device, d -> new LinkedHashMap<>(2));
        Message message = new Message(identity.protocol(), identity.source());
        Said said = messages.get(message);
        if (said == null) {
            if (messages.size() >= MOST_MESSAGES) {
                return;
            }
            said = new Said(identity.subject().unit(), new EnumMap<>(Attribute.class));
            messages.put(message, said);
        }
        if (said.unit.equals(identity.subject().unit())) {
            said.words.put(identity.attribute(), identity.value());
        }
    }

    /** What the device says of its firmware in this message, or null. */
    @Nullable
    String firmware(Address device, Message message) {
        Said said = devices.getOrDefault(device, Map.of()).get(message);
        return said == null ? null : said.words.get(Attribute.FIRMWARE);
    }

    /** Those that are alike, as long as there are so many of them. */
    Map<Likeness, List<Address>> groups(int least) {
        Map<Likeness, List<Address>> groups = new LinkedHashMap<>();
        devices.forEach((device, messages) -> {
            String place = messages.isEmpty() ? "" : places.of(device);
            messages.forEach((message, said) -> {
                Map<Attribute, String> words = said.words;
                String product = words.getOrDefault(Attribute.ORDER_NUMBER, words.getOrDefault(Attribute.MODEL, ""));
                Likeness like = new Likeness(message, product, words.getOrDefault(Attribute.VENDOR, ""), place);
                if (!product.isEmpty() && (groups.containsKey(like) || groups.size() < MOST_GROUPS)) {
                    List<Address> alike = groups.computeIfAbsent(like, l -> new ArrayList<>());
                    if (alike.size() < MOST_ALIKE) {
                        alike.add(device);
                    }
                }
            });
        });
        groups.values().removeIf(alike -> alike.size() < least);
        return groups;
    }
}
