// SPDX-License-Identifier: Apache-2.0
/** Windows event logs in their binary form, EVTX: each record as the XML text of its event. */
@NullMarked
package weir.server.feed.evtx;

import org.jspecify.annotations.NullMarked;
