// SPDX-License-Identifier: Apache-2.0
/** Reads the tables that historians and data loggers export: a row for each time, a column for each variable. */
@NullMarked
package weir.server.historian;

import org.jspecify.annotations.NullMarked;
