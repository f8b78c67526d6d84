// SPDX-License-Identifier: Apache-2.0
/** Messages brought to other machines: kept on disk until they have been taken. */
@NullMarked
package weir.server.delivery;

import org.jspecify.annotations.NullMarked;
