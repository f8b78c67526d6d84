// SPDX-License-Identifier: Apache-2.0
/** Findings and incidents as files: the own ones, and those of other programs. */
@NullMarked
package weir.server.output.findings;

import org.jspecify.annotations.NullMarked;
