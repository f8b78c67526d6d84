// SPDX-License-Identifier: Apache-2.0
/** The telecontrol of a river intake over IEC 60870-5-104: an outstation and its control room. */
@NullMarked
package weir.plant.iec104;

import org.jspecify.annotations.NullMarked;
