// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Told;

class DiscoveryTest {

    @Test
    void aStationAnswersWithItsNameMakerAndAddress() {
        Told told = new Told(new Profinet())
                .asks("fefe 05 00 01000001 0001 0004 ffff 0000")
                .answers("""
                        feff 05 01 01000001 0000 0038
                        0201 0005 0000 494e43 00              # "INC", padded
                        0202 0006 0000 706c6331               # "plc1"
                        0203 0006 0000 002a 0a01
                        0204 0004 0000 01 00
                        0102 000e 0001 c0a80006 ffffff00 c0a80001
                        """);
        assertThat(told.lines())
                .containsExactly(
                        "profinet_dcp: request identify all",
                        "profinet_dcp: response identify",
                        "profinet_dcp: identity server model = INC",
                        "profinet_dcp: identity server name = plc1",
                        "profinet_dcp: identity server vendor = Siemens",
                        "profinet_dcp: identity server device_type = IO-Device",
                        "profinet_dcp: identity server ip = 192.168.0.6");
        assertThat(told.facts())
                .contains("profinet rt.frameid=65279", "profinet dcp.vendorid=0x002a", "profinet dcp.name=plc1");
    }

    @Test
    void aNewNameIsAskedForAndRefused() {
        Told told = new Told(new Profinet())
                .asks("fefd 04 00 00000007 0000 000a 0202 0006 0001 6e657731")
                .answers("fefd 04 01 00000007 0000 0008 0504 0003 0202 05 00");
        assertThat(told.lines())
                .containsExactly(
                        "profinet_dcp: request set_name station_name new1 (permanent)",
                        "profinet_dcp: response set_name station_name new1 refused 5 set_not_possible_locally +1ms");
    }

    @Test
    void aResetToFactoryIsItsOwnService() {
        Told told = new Told(new Profinet()).asks("fefd 04 00 00000008 0000 0006 0506 0002 0004");
        assertThat(told.lines()).containsExactly("profinet_dcp: request reset_to_factory reset_to_factory (temporary)");
    }

    @Test
    void aMessageThatPromisesMoreThanThereIsTellsNothing() {
        assertThat(new Told(new Profinet())
                        .asks("fefe 05 00 01000001 0001 0008 ffff 0000")
                        .lines())
                .containsExactly("profinet_dcp: violation truncated 16");
    }

    @Test
    void aBlockLongerThanTheMessageIsNoticed() {
        assertThat(new Told(new Profinet())
                        .asks("fefd 04 00 00000007 0000 0008 0202 0030 0001 6e65")
                        .lines())
                .containsExactly("profinet_dcp: violation block_cut_short 8");
    }
}
