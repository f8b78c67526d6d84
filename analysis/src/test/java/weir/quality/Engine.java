// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import weir.analysis.Detectors;
import weir.analysis.baseline.Baseline;
import weir.analysis.detect.Watch;
import weir.model.Finding;
import weir.model.Observer;

/**
 * The detection engine, fed with observations directly: for recordings of which only tables are published.
 *
 * @param observer who is told what was seen
 * @param learn says that from here on it is shown what is normal
 * @param judge says that from here on it is to judge by that
 * @param findings what it claims until now
 */
record Engine(Observer observer, Runnable learn, Runnable judge, Supplier<List<Finding>> findings) {

    /** A new one that has seen nothing. */
    static Optional<Engine> fresh() {
        Watch watch = new Watch(new Baseline(), Detectors.all());
        return Optional.of(new Engine(watch, watch::learn, watch::judge, watch::findings));
    }
}
