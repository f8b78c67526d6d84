// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.threat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.analysis.baseline.Habit;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Settings;
import weir.analysis.detect.Settings.Indicator;
import weir.model.Address;
import weir.model.Attribute;
import weir.model.Contact;
import weir.model.Identity;
import weir.model.Network;
import weir.model.Operation;
import weir.model.Phase;
import weir.model.Severity;
import weir.model.Transfer;

/** Signs of known attackers: an address that is talked with, a name that is asked for, a file, a way to speak TLS. */
public final class Indicators implements Detector {

    private static final Detection KNOWN = Detection.of("IT-09");
    private static final Detection FILE = Detection.of("IT-12");
    private static final double DAY = 86_400e9;

    /** An indicator worth less than this opens no incident. */
    private static final double WORTH = 0.35;

    private final Map<String, Indicator> addresses = new HashMap<>();
    private final List<Range> networks = new ArrayList<>();
    private final Map<String, Indicator> urls = new HashMap<>();
    private final Map<String, Indicator> domains = new HashMap<>();
    private final Map<String, Indicator> hashes = new HashMap<>();
    private final Map<String, Indicator> fingerprints = new HashMap<>();
    private final int halfLife;

    private record Range(Network network, Indicator indicator) {}

    public Indicators(Settings settings) {
        halfLife = settings.indicatorDays();
        for (Indicator indicator : settings.indicators()) {
            Map<String, Indicator> kept = switch (indicator.kind()) {
                case ADDRESS -> addresses;
                case DOMAIN -> domains;
                case URL -> urls;
                case SHA256 -> hashes;
                case JA3, JA4 -> fingerprints;
                case NETWORK -> {
                    networks.add(new Range(Network.parse(indicator.value()), indicator));
                    yield new HashMap<>();
                }
            };
            String value = switch (indicator.kind()) {
                case ADDRESS -> Address.parse(indicator.value()).toString();
                case URL, NETWORK -> indicator.value();
                case DOMAIN, SHA256, JA3, JA4 -> indicator.value().toLowerCase(Locale.ROOT);
            };
            kept.merge(value, indicator, (a, b) -> a.since() >= b.since() ? a : b);
        }
    }

    @Override
    public Set<Detection> detections() {
        return Set.of(KNOWN, FILE);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.CONTACTS, Interest.OPERATIONS, Interest.TRANSFERS, Interest.IDENTITIES);
    }

    @Override
    public void contact(Moment now, Contact contact) {
        if (addresses.isEmpty() && networks.isEmpty() || contact.state() == Contact.State.COUNTED) {
            return;
        }
        end(now, now.at().server());
        end(now, now.at().client());
    }

    private void end(Moment now, Address address) {
        match(now, KNOWN, addresses.get(address.toString()), "");
        for (Range range : networks) {
            if (range.network.contains(address)) {
                match(now, KNOWN, range.indicator, address.toString());
            }
        }
    }

    @Override
    public void operation(Moment now, Operation operation, Habit habit) {
        if (domains.isEmpty() && urls.isEmpty() || operation.phase() == Phase.RESPONSE) {
            return;
        }
        if (operation.protocol().equals("http") && !urls.isEmpty()) {
            String host = operation.qualifier().toLowerCase(Locale.ROOT);
            int port = host.lastIndexOf(':');
            String url = (port < 0 ? host : host.substring(0, port))
                    + operation.target().symbol();
            match(now, KNOWN, urls.get(url), "");
        }
        switch (operation.protocol()) {
            case "dns" -> domain(now, operation.target().symbol());
            case "http", "tls", "quic" -> {
                domain(now, operation.qualifier());
                domain(now, operation.target().symbol());
            }
            default -> {}
        }
    }

    /** The name itself or one that it is below of. */
    private void domain(Moment now, String text) {
        String name = text.substring(text.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        for (int at = 0; at >= 0 && at < name.length(); at = name.indexOf('.', at) + 1) {
            Indicator indicator = domains.get(name.substring(at));
            if (indicator != null) {
                match(now, KNOWN, indicator, name);
                return;
            }
            if (name.indexOf('.', at) < 0) {
                return;
            }
        }
    }

    @Override
    public void identity(Moment now, Identity identity) {
        if (identity.attribute() == Attribute.FINGERPRINT && !fingerprints.isEmpty()) {
            String value = identity.value().toLowerCase(Locale.ROOT);
            match(now, KNOWN, fingerprints.get(value.substring(value.lastIndexOf(' ') + 1)), "");
        }
    }

    @Override
    public void transfer(Moment now, Transfer transfer) {
        if (!transfer.sha256().isEmpty()) {
            match(now, FILE, hashes.get(transfer.sha256()), transfer.name());
        }
    }

    private void match(Moment now, Detection detection, @Nullable Indicator indicator, String about) {
        if (indicator == null) {
            return;
        }
        double days = Math.max(0, now.time() - indicator.since()) / DAY;
        double worth = Math.pow(0.5, days / halfLife);
        Claim claim = now.claim(detection, "", indicator.value());
        if (claim.isNew()) {
            claim.title(detection == FILE ? "Malicious file" : "Sign of a known attacker")
                    .severity(worth >= WORTH && now.time() <= indicator.until() ? detection.severity() : Severity.LOW)
                    .confidence(0.9 * worth)
                    .expected("nothing here has to do with " + indicator.value())
                    .seen(now.at().client() + " and " + now.at().server() + "; " + indicator.source() + " named it "
                            + Math.round(days) + " days ago");
        }
        if (!about.isEmpty()) {
            claim.item(about);
        }
    }
}
