// SPDX-License-Identifier: Apache-2.0
package weir.analysis.incident;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import weir.model.Address;
import weir.model.Finding;
import weir.model.Incident;
import weir.model.Severity;

/**
 * Makes incidents of findings: those that share a device and follow each other closely are one, and so are those that
 * begin at about the same moment in one cell, a station and the devices that it runs. Only findings that matter open an
 * incident; lesser ones join it and help to tell it.
 */
public final class Casebook {

    /** Silence after which findings about the same device are another incident, nanoseconds. */
    private static final long SILENCE = 15 * 60 * 1_000_000_000L;

    /** How near a lesser finding must be to an incident to belong to it, nanoseconds. */
    private static final long NEAR = 2 * 60 * 1_000_000_000L;

    /** How soon after another finding one of the same cell must begin to belong to its incident, nanoseconds. */
    private static final long SAME_MOMENT = 30 * 1_000_000_000L;

    /** What opens an incident. */
    private static final Severity OPENS = Severity.MEDIUM;

    private final Map<Address, Set<Address>> aliases;
    private final Map<Address, Set<Address>> masters;
    private final Set<Address> stations = new HashSet<>();

    /** One incident that is being made. */
    private static final class Case {
        final List<Finding> findings = new ArrayList<>();
        final Set<Address> devices = new HashSet<>();
        final Set<Address> cells = new HashSet<>();
        long start = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        long lastStart = Long.MIN_VALUE;

        void add(Finding finding, Collection<Address> about, Collection<Address> in) {
            findings.add(finding);
            devices.addAll(about);
            cells.addAll(in);
            lastStart = Math.max(lastStart, finding.start());
            start = Math.min(start, finding.start());
            end = Math.max(end, finding.end());
        }
    }

    /**
     * @param aliases other addresses of the same device: a hardware address and the network addresses on it
     * @param masters of each device of the plant, the stations that usually ask it
     */
    public Casebook(Map<Address, Set<Address>> aliases, Map<Address, Set<Address>> masters) {
        this.aliases = aliases;
        this.masters = masters;
        masters.values().forEach(stations::addAll);
    }

    /** The incidents of these findings, in order of their start. */
    public List<Incident> incidents(List<Finding> findings) {
        List<Case> open = new ArrayList<>();
        List<Case> all = new ArrayList<>();
        List<Finding> inOrder = new ArrayList<>(findings);
        inOrder.sort(Finding.BY_TIME);
        for (Finding finding : inOrder) {
            if (finding.severity().compareTo(OPENS) >= 0) {
                open.removeIf(c -> finding.start() - c.end > SILENCE && all.add(c));
                join(open, finding);
            }
        }
        all.addAll(open);
        inOrder.stream().filter(f -> f.severity().compareTo(OPENS) < 0).forEach(f -> help(all, f));
        return all.stream()
                .map(c -> Story.of(c.findings))
                .sorted(Comparator.comparingLong(Incident::start).thenComparing(Incident::id))
                .toList();
    }

    /** These findings as one incident, whatever speaks for it. */
    public static Incident incident(List<Finding> findings) {
        List<Finding> inOrder = new ArrayList<>(findings);
        inOrder.sort(Finding.BY_TIME);
        return Story.of(inOrder);
    }

    /** A lesser finding joins the first case that is about one of its devices at about its time. */
    private void help(List<Case> cases, Finding finding) {
        Set<Address> about = devices(finding);
        for (Case other : cases) {
            boolean then = finding.start() >= other.start - NEAR && finding.start() <= other.end + NEAR;
            if (then && meets(other.devices, about)) {
                other.findings.add(finding);
                return;
            }
        }
    }

    /** A finding joins every case that is about one of its devices or its cell, and makes them one. */
    private void join(List<Case> open, Finding finding) {
        Set<Address> about = devices(finding);
        Set<Address> in = cells(about);
        Case joined = null;
        for (Case other : List.copyOf(open)) {
            boolean together = finding.start() - other.lastStart <= SAME_MOMENT && meets(other.cells, in);
            if (!together && !meets(other.devices, about)) {
                continue;
            }
            if (joined == null) {
                joined = other;
            } else {
                for (Finding f : other.findings) {
                    joined.add(f, devices(f), cells(devices(f)));
                }
                open.remove(other);
            }
        }
        if (joined == null) {
            joined = new Case();
            open.add(joined);
        }
        joined.add(finding, about, in);
    }

    private static boolean meets(Set<Address> some, Set<Address> others) {
        for (Address address : others) {
            if (some.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /** The stations that run these devices, or that these are. */
    private Set<Address> cells(Set<Address> devices) {
        Set<Address> cells = new LinkedHashSet<>();
        for (Address device : devices) {
            cells.addAll(masters.getOrDefault(device, Set.of()));
            if (stations.contains(device)) {
                cells.add(device);
            }
        }
        return cells;
    }

    private Set<Address> devices(Finding finding) {
        Set<Address> devices = new LinkedHashSet<>();
        for (Address address : finding.assets()) {
            if (address.isUnicast()) {
                devices.add(address);
                devices.addAll(aliases.getOrDefault(address, Set.of()));
            }
        }
        return devices;
    }
}
