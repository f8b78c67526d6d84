// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.behaviour;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import weir.analysis.baseline.Baseline;
import weir.analysis.baseline.Edge;
import weir.analysis.baseline.EdgeForm;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Remembers;
import weir.analysis.detect.Watched;
import weir.analysis.detect.Wording;
import weir.analysis.state.StateReader;
import weir.analysis.state.StateWriter;
import weir.model.Contact;
import weir.model.Severity;

/** Two who always exchanged little, and now exchange much. */
public final class Volumes implements Detector, Remembers {

    private static final Detection DETECTION = Detection.of("BL-10");

    /** Edges whose volume is kept; the longest silent is forgotten first. */
    private static final int MOST = 20_000;

    /** Bytes are counted in windows of so long, nanoseconds. */
    private static final long WINDOW = 300 * 1_000_000_000L;

    /** Windows before it is known what is usual. */
    private static final int ENOUGH = 12;

    /** Standard deviations of the logarithm, beyond which a window is unusual. */
    private static final double FAR = 6;

    /** Less is never much, bytes in a window. */
    private static final long LEAST = 1_000_000;

    private static final class Volume {
        long window;
        long bytes;
        int windows;
        double mean;
        double squares;
        long largest;
        boolean told;

        /** Welford's sums over the logarithms of bytes. */
        void close() {
            double log = Math.log1p(bytes);
            windows++;
            double off = log - mean;
            mean += off / windows;
            squares += off * (log - mean);
            largest = Math.max(largest, bytes);
        }

        void write(StateWriter out) throws IOException {
            out.number(window);
            out.number(bytes);
            out.number(windows);
            out.real(mean);
            out.real(squares);
            out.number(largest);
            out.flag(told);
        }

        void read(StateReader in) throws IOException {
            window = in.number();
            bytes = in.number();
            windows = in.count();
            mean = in.real();
            squares = in.real();
            largest = in.number();
            told = in.flag();
        }

        boolean isFar() {
            double deviation = Math.max(0.3, Math.sqrt(squares / windows));
            return Math.log1p(bytes) > mean + FAR * deviation && bytes > 4 * largest && bytes > LEAST;
        }
    }

    private final Map<Edge, Volume> edges = new Watched<>(MOST);

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
        if (contact.state() == Contact.State.OPENED) {
            return;
        }
        Edge edge = now.edge();
        Volume volume = edges.computeIfAbsent(edge, e -> new Volume());
        long window = now.time() / WINDOW;
        if (window != volume.window) {
            if (volume.window > 0 && !volume.told) {
                volume.close();
            }
            volume.told = false;
            volume.window = window;
            volume.bytes = 0;
        }
        volume.bytes += contact.bytesOut() + contact.bytesBack();
        if (now.knowsNormal() && edge.known() && volume.windows >= ENOUGH && volume.isFar()) {
            volume.told = true;
            tell(now, edge, volume);
        }
    }

    @Override
    public String section() {
        return "volumes";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public void write(StateWriter out, Baseline known) throws IOException {
        List<Map.Entry<Edge, Volume>> kept =
                edges.entrySet().stream().filter(e -> e.getKey().known()).toList();
        out.number(kept.size());
        for (Map.Entry<Edge, Volume> entry : kept) {
            EdgeForm.save(out, entry.getKey());
            entry.getValue().write(out);
        }
    }

    @Override
    public void read(StateReader in, Baseline known) throws IOException {
        for (int i = in.count(MOST); i > 0; i--) {
            Edge edge = EdgeForm.load(in, known);
            Volume volume = new Volume();
            volume.read(in);
            if (edge != null) {
                edges.put(edge, volume);
            }
        }
    }

    private static void tell(Moment now, Edge edge, Volume volume) {
        Claim claim = now.claim(DETECTION, "", "volume");
        if (claim.isNew()) {
            claim.title("Much more data than usual between two")
                    .severity(Severity.LOW)
                    .confidence(0.4)
                    .expected("at most " + volume.largest + " bytes in five minutes, as in " + volume.windows
                            + " times five minutes")
                    .seen(edge.client().address() + " and " + edge.server().address() + " exchanged " + volume.bytes
                            + " bytes in " + Wording.talk(edge.protocol(), edge.port()));
        }
    }
}
