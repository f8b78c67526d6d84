// SPDX-License-Identifier: Apache-2.0
/** What people and other programs get: files, tables, the summary on the screen. */
@NullMarked
package weir.server.output;

import org.jspecify.annotations.NullMarked;
