// SPDX-License-Identifier: Apache-2.0
/** A simulated water works: Modbus stations made of other people's protocol stacks, one process each. */
@NullMarked
package weir.plant;

import org.jspecify.annotations.NullMarked;
