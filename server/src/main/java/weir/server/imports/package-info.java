// SPDX-License-Identifier: Apache-2.0
/** Captures that people and folders give to the server: kept, read one after another, read again after a restart. */
@NullMarked
package weir.server.imports;

import org.jspecify.annotations.NullMarked;
