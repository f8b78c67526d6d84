// SPDX-License-Identifier: Apache-2.0
/** ROC Plus: how Emerson's ROC and FloBoss flow computers are read, set and configured. */
@NullMarked
package weir.wire.protocol.rocplus;

import org.jspecify.annotations.NullMarked;
