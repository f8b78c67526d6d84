// SPDX-License-Identifier: Apache-2.0
package weir.server.casework;

import java.io.IOException;

/** Incidents cannot be arranged so, and why. */
public final class NotArranged extends IOException {

    private static final long serialVersionUID = 1;

    NotArranged(String why) {
        super(why);
    }
}
