// SPDX-License-Identifier: Apache-2.0
/** Logs that come as records with named fields (JSON, tables, Windows events), each to what its lines mean. */
@NullMarked
package weir.server.feed.record;

import org.jspecify.annotations.NullMarked;
