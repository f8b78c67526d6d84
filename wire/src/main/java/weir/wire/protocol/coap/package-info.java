// SPDX-License-Identifier: Apache-2.0
/** CoAP: resources of constrained devices. */
@NullMarked
package weir.wire.protocol.coap;

import org.jspecify.annotations.NullMarked;
