// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Told;

class DhcpTest {

    private static final String ZEROS = "00".repeat(10 + 64 + 128);

    private static String message(String operation, String yours, String options) {
        return operation + "010600 00000007 00000000 00000000" + yours + "00000000 00000000 001b1b000001" + ZEROS
                + "63825363" + options;
    }

    @Test
    void aLeaseBindsTheAddressToTheClient() {
        Told told = new Told(new Dhcp())
                .asks(message("01", "00000000", """
                        35 01 03
                        32 04 0a000009         # wants 10.0.0.9
                        0c 04 706c6331         # "plc1"
                        3c 03 616263
                        37 03 010306
                        ff
                        """))
                .answers(message("02", "0a000009", "35 01 05 03 04 0a0000fe ff"));
        assertThat(told.lines())
                .containsExactly(
                        "request request address 10.0.0.9",
                        "identity 00:1b:1b:00:00:01 name = plc1",
                        "identity 00:1b:1b:00:00:01 system = abc",
                        "identity 00:1b:1b:00:00:01 fingerprint = dhcp 1,3,6",
                        "response ack address 10.0.0.9 +1ms",
                        "identity 00:1b:1b:00:00:01 ip = 10.0.0.9",
                        "identity 10.0.0.254 device_type = router");
        assertThat(told.facts()).contains("dhcp type=3", "dhcp hostname=plc1", "dhcp vendorclass=abc", "dhcp type=5");
    }

    @Test
    void aRefusedLeaseBindsNothing() {
        Told told = new Told(new Dhcp()).answers(message("02", "00000000", "35 01 06 ff"));
        assertThat(told.lines()).containsExactly("response nak refused 6 refused");
    }

    @Test
    void optionsWithoutEndAreNoticed() {
        Told told = new Told(new Dhcp()).asks(message("01", "00000000", "35 01 03 0c 09 70"));
        assertThat(told.lines()).hasSize(1).allMatch(line -> line.startsWith("violation truncated"));
    }
}
