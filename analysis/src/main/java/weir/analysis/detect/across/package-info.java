// SPDX-License-Identifier: Apache-2.0
/** What findings mean together: chains, repeated deeds, changes nobody announced. */
@NullMarked
package weir.analysis.detect.across;

import org.jspecify.annotations.NullMarked;
