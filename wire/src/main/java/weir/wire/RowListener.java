// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import weir.model.Sighting;

/** Somebody who writes logs that others defined. */
@FunctionalInterface
public interface RowListener {

    /** Nobody does. */
    RowListener NOBODY = (at, row) -> {};

    void row(Sighting at, Row row);
}
