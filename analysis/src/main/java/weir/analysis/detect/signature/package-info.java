// SPDX-License-Identifier: Apache-2.0
/** Claims what intrusion rules that others wrote find, in packets and in operations. */
@NullMarked
package weir.analysis.detect.signature;

import org.jspecify.annotations.NullMarked;
