// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import weir.model.Operation;
import weir.model.Outcome;

/** Operations and times in the words of a finding. */
public final class Wording {

    private static final long SECOND = 1_000_000_000L;

    private Wording() {}

    /** {@code plc_stop P_PROGRAM}, {@code write_var DB5 10-13 (refused: object does not exist)}. */
    public static String of(Operation operation) {
        StringBuilder text = new StringBuilder(operation.service().label());
        if (!operation.qualifier().isEmpty()) {
            text.append(' ').append(operation.qualifier());
        }
        String target = operation.target().label();
        if (!target.isEmpty()) {
            text.append(' ').append(target);
        }
        if (operation.outcome().kind() == Outcome.Kind.REFUSED) {
            String label = operation.outcome().label();
            text.append(" (refused").append(label.isEmpty() ? "" : ": " + label).append(')');
        }
        return text.toString();
    }

    /** {@code 200 ms}, {@code 12 s}, {@code 5 min}, {@code 3 h}. */
    public static String duration(double nanoseconds) {
        double seconds = nanoseconds / SECOND;
        if (seconds < 1) {
            return Math.round(seconds * 1000) + " ms";
        }
        if (seconds < 120) {
            return Math.round(seconds) + " s";
        }
        return seconds < 7200 ? Math.round(seconds / 60) + " min" : Math.round(seconds / 3600) + " h";
    }

    /** A thing in a protocol, or just on a port where no protocol was recognised. */
    public static String talk(String protocol, int port) {
        if (!protocol.isEmpty()) {
            return protocol;
        }
        return port == 0 ? "an unknown protocol" : "port " + port;
    }
}
