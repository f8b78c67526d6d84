// SPDX-License-Identifier: Apache-2.0
package weir.server.described;

import java.io.IOException;

/** A description is wrong; the message says in which line and field, and why. */
public final class Misdescribed extends IOException {

    private static final long serialVersionUID = 1;

    Misdescribed(String message) {
        super(message);
    }
}
