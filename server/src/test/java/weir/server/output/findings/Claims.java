// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import java.util.List;
import weir.model.Address;
import weir.model.Finding;
import weir.model.Incident;
import weir.model.Severity;
import weir.model.Subject;

/** Findings and incidents to test with. */
final class Claims {

    static final long START = 1_763_880_000_123_456_789L;

    static final Finding STOP = finding("F-0123456789ab", "PR-01", "Controller stopped", "10.0.0.7", "10.0.0.2");
    static final Finding SCAN = finding("F-0123456789ac", "SC-02", "Network scanned", "10.0.0.7", "");

    static final Incident INCIDENT = incident(STOP, SCAN);

    private Claims() {}

    static Finding finding(String id, String detector, String title, String source, String target) {
        return new Finding(
                id,
                detector,
                title,
                Severity.HIGH,
                0.9,
                Address.parse(source),
                new Subject(Address.parse(target), "unit 3"),
                "stop",
                START,
                START + 1_500_000_000L,
                17,
                42,
                3,
                "no stop outside of maintenance",
                "3 stops from an office computer",
                "somebody of the plant did it",
                List.of("T0858", "T0881"));
    }

    /** A finding with the same odd text wherever a text can be. */
    static Finding saying(String text) {
        return new Finding(
                "F-ffffffffffff",
                "PR-01",
                text,
                Severity.LOW,
                0.25,
                Address.parse("fe80::1"),
                new Subject(Address.parse("00:1b:1b:0a:0b:0c"), text),
                text,
                START,
                START,
                1,
                1,
                1,
                text,
                text,
                text,
                List.of());
    }

    static Incident incident(Finding... findings) {
        return new Incident(
                "I-0123456789ab",
                "Controller stopped after a scan",
                "A computer scanned. Then it stopped the controller.",
                Severity.CRITICAL,
                0.95,
                "Inhibit Response Function",
                "The controller no longer controls.",
                START,
                START + 2_000_000_000L,
                List.of(Address.parse("10.0.0.7"), Address.parse("10.0.0.2")),
                List.of(findings));
    }
}
