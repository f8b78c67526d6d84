// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import weir.model.Sighting;

/** Somebody who writes logs that others defined. */
@FunctionalInterface
public interface Rows {

    /** Nobody does. */
    Rows NONE = (at, row) -> {};

    void row(Sighting at, Row row);
}
