// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.util.Locale;
import weir.model.Grade;
import weir.model.Transport;

/** Visibility grades in words. */
final class Grades {

    private Grades() {}

    static String text(Grade grade) {
        return grade.name().toLowerCase(Locale.ROOT);
    }

    static String text(Transport transport) {
        return transport.name().toLowerCase(Locale.ROOT);
    }

    static String reason(Grade grade, long lostBytes) {
        return switch (grade) {
            case WHOLE -> "seen from its opening, in both directions, nothing missing";
            case JOINED -> "was open before the capture began";
            case LOSSY -> lostBytes > 0 ? lostBytes + " bytes are missing" : "parts could not be read as messages";
            case ONE_WAY -> "only one direction reaches the sensor";
        };
    }
}
