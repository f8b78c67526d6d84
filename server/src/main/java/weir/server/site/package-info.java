// SPDX-License-Identifier: Apache-2.0
/** A site that is watched: what comes in, what is known of it, and views of that for those who ask. */
@NullMarked
package weir.server.site;

import org.jspecify.annotations.NullMarked;
