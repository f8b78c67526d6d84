// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import weir.analysis.baseline.Baseline;
import weir.analysis.baseline.Edge;
import weir.model.Address;
import weir.model.Sighting;
import weir.model.Subject;

/** What is being looked at, with all that is known around it. One object for all moments: valid during the call. */
public final class Moment {

    private final Baseline baseline;
    private final Claims claims;
    private Sighting at = new Sighting();
    private @Nullable Edge edge;
    private Stage stage = Stage.SETTLING;

    Moment(Baseline baseline, Claims claims) {
        this.baseline = baseline;
        this.claims = claims;
    }

    void is(Sighting sighting, @Nullable Edge on, Stage how) {
        at = sighting;
        edge = on;
        stage = how;
    }

    public Sighting at() {
        return at;
    }

    public long time() {
        return at.time();
    }

    public Baseline baseline() {
        return baseline;
    }

    /** The edge it happened on; only for what has a conversation. */
    public Edge edge() {
        return Objects.requireNonNull(edge);
    }

    public boolean hasEdge() {
        return edge != null;
    }

    public Stage stage() {
        return stage;
    }

    /** What is normal is known well enough to call something new. */
    public boolean knowsNormal() {
        return stage == Stage.JUDGING;
    }

    /** The claim that this detector makes of these, new or again. */
    public Claim claim(Detection detection, Address source, Subject target, String about) {
        return claims.claim(detection, at, source, target, about);
    }

    /** The claim that the client of the edge did something to its server. */
    public Claim claim(Detection detection, String unit, String about) {
        return claims.claim(detection, at, at.client(), new Subject(at.server(), unit), about);
    }

    /** A claim that somebody made of these and that still stands, or null; to add to it. */
    public @Nullable Claim claimed(Detection detection, Address source, Subject target, String about) {
        return claims.find(detection, at.time(), source, target, about);
    }
}
