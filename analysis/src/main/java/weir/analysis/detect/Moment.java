// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import weir.analysis.baseline.Baseline;
import weir.analysis.baseline.Edge;
import weir.model.Address;
import weir.model.Severity;
import weir.model.Sighting;
import weir.model.Subject;

/** What is being looked at, with all that is known around it. One object for all moments: valid during the call. */
public final class Moment {

    private final Baseline baseline;
    private final Claims claims;
    private final List<Claim> made = new ArrayList<>(); // a few for each detector
    private Sighting at = new Sighting();
    private @Nullable Edge edge;
    private Stage stage = Stage.SETTLING;

    Moment(Baseline baseline, Claims claims) {
        this.baseline = baseline;
        this.claims = claims;
    }

    void is(Sighting sighting, @Nullable Edge on, Stage how) {
        made.clear();
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
        return made(claims.claim(detection, at, source, target, about));
    }

    /** The claim that the client of the edge did something to its server. */
    public Claim claim(Detection detection, String unit, String about) {
        return made(claims.claim(detection, at, at.client(), new Subject(at.server(), unit), about));
    }

    private Claim made(Claim claim) {
        made.add(claim);
        return claim;
    }

    /** Somebody made a claim of it that weighs so much or more. */
    boolean weighs(Severity least) {
        for (Claim claim : made) {
            if (claim.severity().compareTo(least) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** A claim that somebody made of these and that still stands, or null; to add to it. */
    public @Nullable Claim claimed(Detection detection, Address source, Subject target, String about) {
        return claims.find(detection, at.time(), source, target, about);
    }
}
