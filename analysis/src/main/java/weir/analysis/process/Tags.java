// SPDX-License-Identifier: Apache-2.0
package weir.analysis.process;

import org.jspecify.annotations.Nullable;
import weir.model.Point;

/** What people call the points. */
@FunctionalInterface
public interface Tags {

    Tags NONE = id -> null;

    /** @param id of the point, see {@link Point#id} */
    Point.@Nullable Tag of(String id);
}
