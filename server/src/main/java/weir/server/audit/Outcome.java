// SPDX-License-Identifier: Apache-2.0
package weir.server.audit;

import java.util.Locale;

/** How an act ended. */
public enum Outcome {
    DONE,
    REFUSED,
    FAILED;

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }
}
