// SPDX-License-Identifier: Apache-2.0
/** The report a reader opens in a browser: one file that holds the data, the page and nothing to fetch. */
@NullMarked
package weir.server.report;

import org.jspecify.annotations.NullMarked;
