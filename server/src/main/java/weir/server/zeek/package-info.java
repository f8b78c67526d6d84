// SPDX-License-Identifier: Apache-2.0
/** What was seen, in the logs of Zeek and of its ICS parsers: their names, their columns, their words. */
@NullMarked
package weir.server.zeek;

import org.jspecify.annotations.NullMarked;
