// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Told;

class LldpTest {

    /** A PROFINET station. */
    private static final String STATION = """
            0207 04 001b1b3434cb       # chassis: hardware address
            0409 07 706f72742d303033   # port: "port-003"
            0602 0014                  # 20 seconds
            0a05 706c632d31            # system name "plc-1"
            0e04 0014 0014             # can and does: bridge and router
            100c 05 01 c0a80006 02 00000003 00
            fe0a 000ecf 05 001b1b3434cb
            fe09 0012bb 08 4142433132  # serial number "ABC12"
            """;

    @Test
    void aStationTellsWhoItIsAndWhereItHangs() {
        Told told = new Told(new Lldp()).asks(STATION + "0000");
        assertThat(told.lines())
                .containsExactly(
                        "identity client mac = 00:1b:1b:34:34:cb",
                        "identity client port = port-003",
                        "notice advertisement",
                        "identity client name = plc-1",
                        "identity client device_type = switch, router",
                        "identity client ip = 192.168.0.6",
                        "identity client mac = 00:1b:1b:34:34:cb",
                        "identity client serial = ABC12");
        assertThat(told.facts()).containsExactly("lldp sysname=plc-1");
    }

    @Test
    void timeToLiveNoughtIsAFarewell() {
        Told told = new Told(new Lldp()).asks("0203 07 6161 0403 07 6262 0602 0000 0000");
        assertThat(told.lines())
                .containsExactly("identity client name = aa", "identity client port = bb", "notice shutdown");
    }

    @Test
    void aMessageWithoutItsEndIsNoticed() {
        assertThat(new Told(new Lldp()).asks(STATION).lines()).contains("violation end_missing 74");
    }

    @Test
    void partsOutOfOrderAreRefused() {
        assertThat(new Told(new Lldp()).asks("0409 07 706f72742d303033 0000").lines())
                .containsExactly("violation mandatory_part_missing 1");
    }
}
