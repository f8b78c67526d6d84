// SPDX-License-Identifier: Apache-2.0
/** CODESYS V3: how the controllers of several hundred makers are found, programmed, run and stopped. */
@NullMarked
package weir.wire.protocol.codesys;

import org.jspecify.annotations.NullMarked;
