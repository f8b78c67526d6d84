// SPDX-License-Identifier: Apache-2.0
package weir.server.json;

import java.io.IOException;

/** What was read is no JSON that is taken, and why. */
public final class NoJson extends IOException {

    private static final long serialVersionUID = 1;

    NoJson(String why) {
        super(why);
    }
}
