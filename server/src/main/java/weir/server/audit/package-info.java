// SPDX-License-Identifier: Apache-2.0
/** Who did what: a log that only grows, chained by hashes and signed at checkpoints. */
@NullMarked
package weir.server.audit;

import org.jspecify.annotations.NullMarked;
