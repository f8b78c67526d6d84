// SPDX-License-Identifier: Apache-2.0
/** GENISYS: how the office of a railway asks its signal boxes for indications and gives them controls. */
@NullMarked
package weir.wire.protocol.genisys;

import org.jspecify.annotations.NullMarked;
