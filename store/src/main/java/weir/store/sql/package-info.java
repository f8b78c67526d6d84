// SPDX-License-Identifier: Apache-2.0
/** The store in a database: SQLite in one file, or PostgreSQL. */
@NullMarked
package weir.store.sql;

import org.jspecify.annotations.NullMarked;
