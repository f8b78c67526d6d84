// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.threat;

import java.util.Map;
import java.util.Set;
import weir.analysis.baseline.Edge;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Watched;
import weir.analysis.detect.Wording;
import weir.model.Contact;
import weir.model.Severity;

/** A host that calls the same place on the internet again and again, evenly and with few bytes, as implants do. */
public final class Beacons implements Detector {

    private static final Detection DETECTION = Detection.of("TM-08");

    /** Edges watched at once; the longest silent is forgotten first. */
    private static final int MOST = 4096;

    /** Calls before a rhythm is believed. */
    private static final int CALLS = 12;

    /** Calls closer together belong to one, nanoseconds. */
    private static final long LEAST_GAP = 5 * 1_000_000_000L;

    /** Gaps may differ from their mean by this part of it. */
    private static final double EVEN = 0.12;

    /** Bytes of a call, on the average, in both directions. */
    private static final long FEW_BYTES = 8192;

    private static final class Calls {
        long last;
        int count;
        double gap;
        double spread;
        long bytes;

        void called(long time) {
            if (count > 0) {
                double newest = time - last;
                double share = 1.0 / Math.min(count, 16);
                double off = Math.abs(newest - gap);
                gap += (newest - gap) * share;
                spread += count == 1 ? 0 : (off - spread) * share;
            }
            last = time;
            count++;
        }
    }

    private final Map<Edge, Calls> edges = new Watched<>(MOST);

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.CONTACTS);
    }

    @Override
    public void contact(Moment now, Contact contact) {
        Edge edge = now.edge();
        if (!edge.client().address().isPrivate()
                || !Exposure.isOutside(edge.server().address())
                || now.stage() == Stage.LEARNING) {
            return;
        }
        Calls calls = edges.computeIfAbsent(edge, e -> new Calls());
        if (contact.state() != Contact.State.OPENED) {
            calls.bytes += contact.bytesOut() + contact.bytesBack();
        } else if (now.time() - calls.last >= LEAST_GAP) {
            calls.called(now.time());
            judge(now, edge, calls);
        }
    }

    private static void judge(Moment now, Edge edge, Calls calls) {
        boolean few = calls.bytes / calls.count <= FEW_BYTES;
        boolean clock = edge.port() == 123 || edge.port() == 53;
        if (calls.count < CALLS || calls.spread > EVEN * calls.gap || !few || clock) {
            return;
        }
        boolean fresh = now.knowsNormal() && !edge.known();
        boolean plant = fresh && (edge.client().isDevice() || edge.client().isMaster());
        Claim claim = now.claim(DETECTION, "", "calls");
        if (claim.isNew()) {
            claim.title("Host calls out in a steady rhythm")
                    .severity(plant ? Severity.MEDIUM : Severity.LOW)
                    .confidence(plant ? 0.6 : 0.4)
                    .expected("stations of the plant call nobody on the internet"
                            + (fresh ? ", and this one did not until now" : ""))
                    .seen(edge.client().address() + " called " + edge.server().address() + " "
                            + calls.count + " times, every " + Wording.duration(calls.gap) + ", with "
                            + calls.bytes / calls.count + " bytes on the average");
        }
    }
}
