// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import weir.model.Severity;

/** Severities as the numbers of other formats. */
final class Scores {

    private Scores() {}

    /** 0 to 10 of CEF, 1 to 10 of LEEF: 1 to 3 low, 4 to 6 medium, 7 and 8 high, 9 and 10 very high. */
    static int ten(Severity severity) {
        return switch (severity) {
            case INFO -> 1;
            case LOW -> 3;
            case MEDIUM -> 5;
            case HIGH -> 8;
            case CRITICAL -> 10;
        };
    }

    /** Of ECS {@code event.risk_score} and STIX {@code criticality}: 0 to 100. */
    static int hundred(Severity severity) {
        return switch (severity) {
            case INFO -> 0;
            case LOW -> 21;
            case MEDIUM -> 47;
            case HIGH -> 73;
            case CRITICAL -> 99;
        };
    }

    /** {@code severity_id} of OCSF. */
    static int ocsf(Severity severity) {
        return switch (severity) {
            case INFO -> 1;
            case LOW -> 2;
            case MEDIUM -> 3;
            case HIGH -> 4;
            case CRITICAL -> 5;
        };
    }

    /** {@code severity} of OCSF. */
    static String ocsfName(Severity severity) {
        return switch (severity) {
            case INFO -> "Informational";
            case LOW -> "Low";
            case MEDIUM -> "Medium";
            case HIGH -> "High";
            case CRITICAL -> "Critical";
        };
    }
}
