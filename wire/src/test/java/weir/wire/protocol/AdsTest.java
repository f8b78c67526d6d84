// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Told;
import weir.wire.protocol.ads.Ads;

/** Messages by hand: 00 00, length, target, source, command, flags, length, error, number, data. */
class AdsTest {

    private static final String PLC = "050d75600101 5303 ";
    private static final String CLIENT = "c0a801630101 0180 ";
    private static final String PREFIX = "5.13.117.96.1.1:851 ";

    private final Told told = new Told(new Ads());

    @Test
    void aVariableIsReadByTheHandleThatItsNameWasGivenFor() {
        told.asks("0000 3b000000" + PLC + CLIENT + "0900 0400 1b000000 00000000 03000000"
                + "03f00000 00000000 04000000 0b000000 4d41494e2e537065656400");
        told.answers(
                "0000 2c000000" + CLIENT + PLC + "0900 0500 0c000000 00000000 03000000 00000000 04000000 01000017");
        told.asks("0000 2c000000" + PLC + CLIENT + "0200 0400 0c000000 00000000 04000000 05f00000 01000017 02000000");
        told.answers("0000 2a000000" + CLIENT + PLC + "0200 0500 0a000000 00000000 04000000 00000000 02000000 2a00");

        assertThat(told.lines())
                .containsExactly(
                        "request get_symbol_handle " + PREFIX + "symbol MAIN.Speed",
                        "response get_symbol_handle " + PREFIX + "symbol MAIN.Speed +1ms",
                        "request read " + PREFIX + "symbol MAIN.Speed",
                        "response read " + PREFIX + "symbol MAIN.Speed +1ms",
                        "point server " + PREFIX + "symbol MAIN.Speed u16 read = 42");
    }

    @Test
    void stoppingIsToldWithTheStateAndItsRefusalByName() {
        told.asks("0000 28000000" + PLC + CLIENT + "0500 0400 08000000 00000000 07000000 0600 0000 00000000");
        told.answers("0000 24000000" + CLIENT + PLC + "0500 0500 04000000 00000000 07000000 04070000");

        assertThat(told.lines())
                .containsExactly(
                        "request write_control " + PREFIX + "(stop)",
                        "response write_control " + PREFIX + "refused 1796 access_not_permitted +1ms");
    }

    /** An error of the router stands in the header, and there is no data. */
    @Test
    void aPortWhereNobodyListensIsARefusal() {
        told.answers("0000 20000000" + CLIENT + PLC + "0100 0500 00000000 06000000 02010000");

        assertThat(told.lines())
                .containsExactly("response read_device_info " + PREFIX + "refused 6 target_port_not_found");
    }

    @Test
    void theDeviceSaysWhatRunsOnIt() {
        told.answers("0000 38000000" + CLIENT + PLC + "0100 0500 18000000 00000000 03010000"
                + "00000000 02 0b 3708 504c4320536572766572 000000000000");

        assertThat(told.lines())
                .contains(
                        "identity server " + PREFIX + "software = PLC Server",
                        "identity server " + PREFIX + "firmware = 2.11.2103");
        assertThat(told.facts()).containsExactly("ads cmdid=1", "ads devname=PLC Server");
    }

    @Test
    void aGroupBeyondAllIsReadAsAnyOther() {
        told.asks("0000 2c000000" + PLC + CLIENT + "0200 0400 0c000000 00000000 05000000 ffffffea 00000000 01000000");
        told.answers("0000 29000000" + CLIENT + PLC + "0200 0500 09000000 00000000 05000000 00000000 01000000 2a");

        assertThat(told.lines()).contains("point server " + PREFIX + "group 0xeaffffff 0 u8 read = 42");
    }

    @Test
    void whatIsCutIsNamedAndNothingIsInvented() {
        told.asks("0000 28000000" + PLC + CLIENT + "0500 0400 08000000 00000000 07000000 0600");
        told.asks("0000 22000000" + PLC + CLIENT + "0500 0400 02000000 00000000 07000000 0600");

        assertThat(told.lines()).containsExactly("violation truncated 40", "violation truncated 0");
    }

    @Test
    void aMessageBeginsOnlyWhereBothLengthsAgree() {
        String header = "0000 2c000000" + PLC + CLIENT + "0200 0400 0c000000";
        assertThat(told.frame(header, Direction.TO_SERVER)).isEqualTo(50);
        assertThat(told.frame(header.replace("0c000000", "0d000000"), Direction.TO_SERVER))
                .isEqualTo(Dialogue.LOST);
        assertThat(told.frame("0000 2c00", Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
    }
}
