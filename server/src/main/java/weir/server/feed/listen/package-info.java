// SPDX-License-Identifier: Apache-2.0
/** Takes syslog from the network, as it is sent. */
@NullMarked
package weir.server.feed.listen;

import org.jspecify.annotations.NullMarked;
