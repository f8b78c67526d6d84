// SPDX-License-Identifier: Apache-2.0
/** WS-Discovery: how printers, cameras and Windows hosts find each other. */
@NullMarked
package weir.wire.protocol.wsdiscovery;

import org.jspecify.annotations.NullMarked;
