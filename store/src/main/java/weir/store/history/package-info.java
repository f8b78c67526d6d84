// SPDX-License-Identifier: Apache-2.0
/** What happened, row by row, for months: files of Parquet, and blocks in the store until they are written to files. */
@NullMarked
package weir.store.history;

import org.jspecify.annotations.NullMarked;
