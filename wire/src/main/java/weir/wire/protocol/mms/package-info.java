// SPDX-License-Identifier: Apache-2.0
/** The manufacturing message specification, as IEC 61850 and ICCP (TASE.2) speak it between stations and devices. */
@NullMarked
package weir.wire.protocol.mms;

import org.jspecify.annotations.NullMarked;
