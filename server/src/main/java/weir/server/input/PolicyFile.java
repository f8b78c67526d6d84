// SPDX-License-Identifier: Apache-2.0
package weir.server.input;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weir.analysis.deed.Deed;
import weir.analysis.detect.Limit;
import weir.analysis.detect.Limits;
import weir.analysis.detect.Settings;
import weir.analysis.detect.policy.Conduit;
import weir.analysis.detect.policy.PlantPolicy;
import weir.analysis.detect.policy.WorkHours;
import weir.model.Address;
import weir.model.Network;
import weir.server.yaml.Entry;
import weir.server.yaml.Misdescribed;

/**
 * What people laid down for their plant, in YAML; docs/policy.md has all of it.
 *
 * @param settings thresholds and stations that detectors are told
 * @param policy zones, conduits and hours
 */
public record PolicyFile(Settings settings, PlantPolicy policy) {

    /** Nothing is laid down. */
    public static final PolicyFile NONE = new PolicyFile(Settings.DEFAULT, PlantPolicy.NONE);

    private static final long MOST_BYTES = 1 << 20;

    /** Zones, and conduits, of one plant. */
    private static final int MOST = 10_000;

    private static final Set<String> PARTS =
            Set.of("zones", "conduits", "hours", "remote_access", "outward_megabytes", "indicator_days", "limits");

    public static PolicyFile read(Path file) throws IOException {
        Map<String, Entry> parts = Entry.read(file, "policy", MOST_BYTES).parts(PARTS);
        Set<String> names = new TreeSet<>();
        List<PlantPolicy.Zone> zones = new ArrayList<>();
        for (Entry zone : elements(parts.get("zones"))) {
            zones.add(zone(zone, names));
        }
        List<Conduit> conduits = new ArrayList<>();
        for (Entry conduit : elements(parts.get("conduits"))) {
            conduits.add(conduit(conduit, names));
        }
        List<WorkHours> hours = new ArrayList<>();
        for (Entry span : elements(parts.get("hours"))) {
            hours.add(hours(span));
        }
        return new PolicyFile(settings(parts), new PlantPolicy(hours, zones, conduits));
    }

    private static Settings settings(Map<String, Entry> parts) throws IOException {
        List<String> remote = new ArrayList<>();
        for (Entry host : elements(parts.get("remote_access"))) {
            Address address = Address.parse(host.text());
            if (address.kind() == Address.Kind.NONE) {
                throw host.wrong("'" + host.text() + "' is no address");
            }
            remote.add(address.toString());
        }
        Settings usual = Settings.DEFAULT;
        Entry outward = parts.get("outward_megabytes");
        Entry days = parts.get("indicator_days");
        return new Settings(
                usual.indicators(),
                remote,
                outward == null ? usual.outwardBytes() : outward.number(1, 1_000_000_000) * 1_000_000,
                days == null ? usual.indicatorDays() : (int) days.number(1, 36_500),
                limits(parts.get("limits")));
    }

    private static Limits limits(@Nullable Entry entry) throws IOException {
        Map<Limit, Integer> limits = new EnumMap<>(Limit.class);
        if (entry != null) {
            Set<String> known = Arrays.stream(Limit.values()).map(Limit::label).collect(Collectors.toSet());
            for (Map.Entry<String, Entry> part : entry.parts(known).entrySet()) {
                limits.put(Limit.valueOf(part.getKey().toUpperCase(Locale.ROOT)), (int)
                        part.getValue().number(1, 10_000));
            }
        }
        return new Limits(limits);
    }

    private static List<Entry> elements(@Nullable Entry list) throws IOException {
        List<Entry> elements = list == null ? List.of() : list.elements();
        if (list != null && elements.size() > MOST) {
            throw list.wrong("more than " + MOST);
        }
        return elements;
    }

    private static PlantPolicy.Zone zone(Entry entry, Set<String> names) throws IOException {
        Map<String, Entry> parts = entry.parts(Set.of("name", "networks"));
        Entry name = entry.needed(parts, "name");
        if (!names.add(name.text())) {
            throw name.wrong("there is a zone of that name already");
        }
        List<Network> networks = new ArrayList<>();
        for (Entry network : elements(entry.needed(parts, "networks"))) {
            try {
                networks.add(Network.parse(network.text()));
            } catch (IllegalArgumentException e) {
                throw network.wrong("'" + network.text() + "' is no network; write it as 10.1.0.0/16");
            }
        }
        return new PlantPolicy.Zone(name.text(), networks);
    }

    private static Conduit conduit(Entry entry, Set<String> names) throws IOException {
        Map<String, Entry> parts = entry.parts(Set.of("from", "to", "protocols", "deeds"));
        Set<String> protocols = new TreeSet<>();
        for (Entry protocol : elements(parts.get("protocols"))) {
            protocols.add(protocol.text());
        }
        Set<Deed> deeds = EnumSet.noneOf(Deed.class);
        for (Entry deed : elements(parts.get("deeds"))) {
            deeds.add(deed.constant(Deed.class));
        }
        return new Conduit(known(entry, parts, "from", names), known(entry, parts, "to", names), protocols, deeds);
    }

    private static String known(Entry entry, Map<String, Entry> parts, String end, Set<String> names)
            throws IOException {
        Entry zone = entry.needed(parts, end);
        if (!names.contains(zone.text())) {
            throw zone.wrong("no zone is called '" + zone.text() + "'; one of " + String.join(", ", names));
        }
        return zone.text();
    }

    private static WorkHours hours(Entry entry) throws IOException {
        Map<String, Entry> parts = entry.parts(Set.of("zone", "days", "from", "until"));
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (Entry day : elements(entry.needed(parts, "days"))) {
            days.add(day.constant(DayOfWeek.class));
        }
        Entry zone = parts.get("zone");
        try {
            return new WorkHours(
                    ZoneId.of(zone == null ? "UTC" : zone.text()),
                    days,
                    clock(entry.needed(parts, "from")),
                    clock(entry.needed(parts, "until")));
        } catch (DateTimeException e) {
            throw entry.wrong("the time zone is not known; write it as Europe/Berlin");
        }
    }

    private static LocalTime clock(Entry entry) throws Misdescribed {
        try {
            return LocalTime.parse(entry.text());
        } catch (DateTimeException e) {
            throw entry.wrong("'" + entry.text() + "' is no time of the day; write it as \"06:00\"");
        }
    }
}
