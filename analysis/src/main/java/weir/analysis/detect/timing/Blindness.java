// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.timing;

import java.util.Set;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Wording;
import weir.model.Address;
import weir.model.Loss;
import weir.model.Severity;
import weir.model.Subject;

/** The sensor cannot see all: packets lost, or a clock that jumps. Then silence proves nothing, and that is said. */
public final class Blindness implements Detector {

    private static final Detection DETECTION = Detection.of("XC-09");

    /** Bytes of conversations lost within a minute that matter. */
    private static final long MUCH = 1_000_000;

    /** A step of the clock that matters, nanoseconds. */
    private static final long STEP = 3600 * 1_000_000_000L;

    private long minute;
    private long lost;
    private long last = Long.MIN_VALUE;

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.LOSSES, Interest.SECONDS);
    }

    @Override
    public void loss(Moment now, Loss loss) {
        long current = now.time() / 60_000_000_000L;
        lost = current == minute ? lost : 0;
        minute = current;
        lost += loss.unit().equals("bytes") ? now.at().detail() : 0;
        boolean dropped = loss.name().contains("drop");
        if (lost > MUCH || dropped) {
            tell(
                    now,
                    "loss",
                    "all packets of what it watches",
                    dropped
                            ? "the sensor dropped packets"
                            : "more than a million bytes of conversations were missing within a minute");
        }
    }

    @Override
    public void second(Moment now) {
        if (last != Long.MIN_VALUE && now.time() - last > STEP && now.stage() == Stage.JUDGING) {
            tell(
                    now,
                    "gap",
                    "packets in every hour",
                    "nothing for " + Wording.duration(now.time() - last)
                            + ": the sensor was off, or its clock was set");
        }
        last = now.time();
    }

    private static void tell(Moment now, String about, String expected, String seen) {
        Claim claim = now.claim(DETECTION, Address.NONE, new Subject(Address.NONE, ""), about);
        if (claim.isNew()) {
            claim.title("Sensor did not see all")
                    .severity(Severity.LOW)
                    .confidence(0.9)
                    .expected(expected)
                    .seen(seen);
        }
    }
}
