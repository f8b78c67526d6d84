// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void a_finding_is_a_line_with_its_proof() {
        StringWriter out = new StringWriter();
        new FindingLines(List.of(Claims.STOP)).write(out);
        assertThat(out)
                .hasToString(
                        "{\"id\":\"F-0123456789ab\",\"start\":1763880000.123456789,"
                                + "\"end\":1763880001.623456789,\"severity\":\"high\",\"confidence\":0.9,"
                                + "\"title\":\"Controller stopped\",\"story\":\"Controller stopped: 3 stops from an office computer; "
                                + "expected: no stop outside of maintenance.\",\"detector\":\"PR-01\",\"detectors\":[\"PR-01\"],"
                                + "\"techniques\":[\"T0858\",\"T0881\"],\"assets\":[\"10.0.0.7\",\"10.0.0.2\"],"
                                + "\"source\":\"10.0.0.7\",\"target\":\"10.0.0.2\",\"unit\":\"unit 3\",\"about\":\"stop\",\"count\":3,"
                                + "\"firstPacket\":17,\"lastPacket\":42,\"expected\":\"no stop outside of maintenance\","
                                + "\"seen\":\"3 stops from an office computer\",\"benignIf\":\"somebody of the plant did it\"}\n");
    }

    @Test
    void an_incident_names_its_findings_and_what_says_most() {
        StringWriter out = new StringWriter();
        new IncidentLines(List.of(Claims.INCIDENT)).write(out);
        assertThat(out.toString())
                .startsWith("{\"id\":\"I-0123456789ab\",\"start\":1763880000.123456789,\"end\":1763880002.123456789,")
                .contains(
                        "\"phase\":\"Inhibit Response Function\"", "\"impact\":\"The controller no longer controls.\"")
                .contains("\"detectors\":[\"PR-01\",\"SC-02\"]", "\"techniques\":[\"T0858\",\"T0881\"]")
                .contains("\"findings\":[\"F-0123456789ab\",\"F-0123456789ac\"]")
                .contains("\"firstPacket\":17,\"lastPacket\":42,\"expected\":\"no stop outside of maintenance\"")
                .endsWith("}\n");
    }

    @Test
    void times_are_exact_to_the_nanosecond_and_never_written_with_an_exponent() {
        for (long time : new long[] {0, 1, 999, 1_000_000_000L, Claims.START, Long.MAX_VALUE}) {
            assertThat(Moment.nanoseconds(new BigDecimal(Moment.seconds(time).toPlainString())))
                    .isEqualTo(time);
        }
        assertThat(Moment.seconds(1).toPlainString()).isEqualTo("0.000000001");
    }

    @Test
    void a_device_that_is_not_known_is_an_empty_text() {
        StringWriter out = new StringWriter();
        new FindingLines(List.of(Claims.SCAN)).write(out);
        assertThat(out.toString()).contains("\"assets\":[\"10.0.0.7\"]", "\"target\":\"\"");
    }
}
