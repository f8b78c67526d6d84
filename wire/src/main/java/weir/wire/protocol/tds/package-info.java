// SPDX-License-Identifier: Apache-2.0
/** Tabular Data Stream: what Microsoft SQL Server speaks. */
@NullMarked
package weir.wire.protocol.tds;

import org.jspecify.annotations.NullMarked;
