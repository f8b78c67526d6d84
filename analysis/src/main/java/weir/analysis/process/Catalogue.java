// SPDX-License-Identifier: Apache-2.0
package weir.analysis.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.model.Observation;
import weir.model.Observer;
import weir.model.Point;
import weir.model.PointValue;
import weir.model.Sighting;
import weir.model.Subject;
import weir.model.Target;

/** The process variables that were seen, each with its life so far. A pure fold of observations. */
public final class Catalogue implements Observer {

    private static final int MOST_POINTS = 100_000;

    /** A variable, whatever showed it and why. */
    private record Key(Subject subject, Target object) {}

    private final int most;
    private final Map<Key, Track> tracks = new LinkedHashMap<>();

    /** The same variables by how they were shown, which saves making a key. */
    private final Map<PointValue, Track> shown = new HashMap<>();

    private @Nullable Track previous;
    private long turnedAway;

    public Catalogue() {
        this(MOST_POINTS);
    }

    /** @param most points that are kept; others are counted only */
    public Catalogue(int most) {
        this.most = most;
    }

    @Override
    public void observe(Sighting at, Observation what) {
        if (what instanceof PointValue point) {
            Track track = track(point);
            if (track == null) {
                turnedAway++;
                return;
            }
            track.seen(at, point.origin());
            if (previous != null && track.follows(previous)) {
                previous.withNext(track);
            }
            previous = track;
        }
    }

    private @Nullable Track track(PointValue point) {
        Track known = shown.get(point);
        if (known != null) {
            return known;
        }
        Key key = new Key(point.subject(), point.point());
        Track track = tracks.get(key);
        if (track == null) {
            if (tracks.size() >= most) {
                return null;
            }
            track = new Track(point);
            tracks.put(key, track);
        }
        if (shown.size() < most * 3) {
            shown.put(point, track);
        }
        return track;
    }

    /** How many sightings there were of variables beyond those kept. */
    public long turnedAway() {
        return turnedAway;
    }

    /** All of them, in order of first sight. */
    public List<Point> points(Tags tags) {
        Collection<Track> all = tracks.values();
        return all.stream().map(t -> t.point(tags)).toList();
    }
}
