// SPDX-License-Identifier: Apache-2.0
package weir.store;

import java.io.IOException;

/** There is no room for a change. Nothing of it was made and nothing is damaged: make room and do it again. */
public final class StoreFull extends IOException {

    public StoreFull(String where, Throwable cause) {
        super(
                "no room is left for the store at " + where
                        + ": nothing was changed; free space on that disk, or shorten the retention of the history",
                cause);
    }
}
