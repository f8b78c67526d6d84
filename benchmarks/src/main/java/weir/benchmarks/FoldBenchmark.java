// SPDX-License-Identifier: Apache-2.0
package weir.benchmarks;

import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import weir.analysis.Picture;
import weir.model.Sighting;

/** One observation of the sample plant folded into the picture; the day repeats, so the picture stops growing. */
public class FoldBenchmark extends Measured {

    private final List<Recorded.Told> told = Recorded.observations();
    private final long span = told.getLast().at().time() - told.getFirst().at().time() + 1_000_000_000L;
    private final Picture picture = new Picture();
    private final Sighting at = new Sighting();
    private int next;
    private long later;
    private long packets;

    @Benchmark
    public Picture observation() {
        Recorded.Told one = told.get(next++);
        if (next == told.size()) {
            next = 0;
            later += span;
            packets += told.getLast().at().packet();
        }
        Recorded.fill(at, one.at(), one.at().packet() + packets, one.at().time() + later);
        picture.observe(at, one.what());
        return picture;
    }
}
