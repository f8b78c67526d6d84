// SPDX-License-Identifier: Apache-2.0
/** The composition root: the command line, and everything that is put together by it. */
@NullMarked
package weir.server;

import org.jspecify.annotations.NullMarked;
