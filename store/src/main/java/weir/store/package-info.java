// SPDX-License-Identifier: Apache-2.0
/** What the server remembers: things kept by name, snapshots, and logs that only grow. */
@NullMarked
package weir.store;

import org.jspecify.annotations.NullMarked;
