// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Told;

class CdpTest {

    private static final String SWITCH = """
            0001 0007 737731                                    # device id "sw1"
            0002 0011 00000001 01 01 cc 0004 c0a80501           # one address
            0004 0008 00000028                                  # switch, IGMP
            0006 000b 57532d43453530                            # platform "WS-CE50"
            000a 0006 0003                                      # native VLAN
            """;

    @Test
    void aSwitchTellsItsNameModelAndAddress() {
        Told told = new Told(new Cdp()).asks("02 b4 733d" + SWITCH);
        assertThat(told.lines())
                .containsExactly(
                        "identity client name = sw1",
                        "identity client ip = 192.168.5.1",
                        "identity client device_type = switch",
                        "identity client model = WS-CE50",
                        "notice announcement native_vlan 3");
        assertThat(told.facts()).containsExactly("cdp deviceid=sw1", "cdp platform=WS-CE50");
    }

    @Test
    void aWrongChecksumIsNoticed() {
        assertThat(new Told(new Cdp()).asks("02 b4 0000 0001 0007 737731").lines())
                .contains("violation checksum_wrong 11");
    }

    @Test
    void aPartThatIsCutTellsNothingOfIt() {
        assertThat(new Told(new Cdp()).asks("02 b4 0000 0001 0009 737731").lines())
                .contains("violation truncated 11")
                .noneMatch(line -> line.startsWith("identity"));
    }
}
