// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import java.util.List;

/** All detectors. Each call makes new ones, which have seen nothing. */
public final class Detectors {

    private Detectors() {}

    /** A line for each; their order decides nothing but the order of claims made at the same moment. */
    public static List<Detector> all() {
        return List.of(
                new DeedRules(), new Writes(), new Newcomers(), new AddressConflicts(), new Sweeps(), new Malformed());
    }
}
