// SPDX-License-Identifier: Apache-2.0
/** What IEC 61850 publishes to many at once: GOOSE and sampled values, on the link and routed. */
@NullMarked
package weir.wire.protocol.iec61850;

import org.jspecify.annotations.NullMarked;
