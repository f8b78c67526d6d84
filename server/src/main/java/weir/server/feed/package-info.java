// SPDX-License-Identifier: Apache-2.0
/** The logs of others: syslog, firewalls, Windows, and other sensors, as observations. */
@NullMarked
package weir.server.feed;

import org.jspecify.annotations.NullMarked;
