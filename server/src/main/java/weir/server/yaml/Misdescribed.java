// SPDX-License-Identifier: Apache-2.0
package weir.server.yaml;

import java.io.IOException;

/** What people wrote is wrong; the message says in which line and field, and why. */
public final class Misdescribed extends IOException {

    private static final long serialVersionUID = 1;

    public Misdescribed(String message) {
        super(message);
    }
}
