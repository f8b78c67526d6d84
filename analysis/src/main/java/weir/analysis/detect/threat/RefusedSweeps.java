// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.threat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Limit;
import weir.analysis.detect.Limits;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Watched;
import weir.model.Address;
import weir.model.Observation;
import weir.model.Ruling;
import weir.model.Severity;
import weir.model.Subject;

/** Sweeps as a firewall sees them: one source turned away at many doors. */
public final class RefusedSweeps implements Detector {

    private static final Detection DETECTION = Detection.of("IT-01");

    /** Nanoseconds of a burst. */
    private static final long WINDOW = 5 * 60 * 1_000_000_000L;

    /** Doors kept of one source. */
    private static final int MOST_DOORS = 1024;

    /** Sources watched at once; the longest silent is forgotten first. */
    private static final int MOST_SOURCES = 1024;

    private record Door(Address address, int port) {}

    private static final class Burst {
        long since;
        final Set<Door> doors = new HashSet<>();
    }

    private final Map<Address, Burst> sources = new Watched<>(MOST_SOURCES);

    private final int many;

    public RefusedSweeps() {
        this(Limits.USUAL);
    }

    public RefusedSweeps(Limits limits) {
        many = limits.of(Limit.REFUSED_DOORS);
    }

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.LOGS);
    }

    @Override
    public void log(Moment now, Observation record) {
        if (!(record instanceof Ruling ruling) || ruling.allowed() || now.stage() == Stage.LEARNING) {
            return;
        }
        Address source = now.at().source();
        Burst burst = sources.computeIfAbsent(source, s -> new Burst());
        if (now.time() - burst.since > WINDOW) {
            burst.since = now.time();
            burst.doors.clear();
        }
        if (burst.doors.size() < MOST_DOORS) {
            burst.doors.add(new Door(now.at().destination(), now.at().destinationPort()));
        }
        if (burst.doors.size() < many) {
            return;
        }
        Claim claim = now.claim(DETECTION, source, new Subject(Address.NONE, ""), "refused by a firewall");
        if (claim.isNew()) {
            boolean outside = Exposure.isOutside(source);
            claim.title("Scan stopped by a firewall")
                    .severity(outside ? Severity.LOW : Severity.MEDIUM)
                    .confidence(0.8)
                    .expected("a station tries what it may reach")
                    .seen(source + " was turned away at " + burst.doors.size() + " addresses and ports");
        }
    }
}
