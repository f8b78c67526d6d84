// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Told;
import weir.wire.protocol.fins.Fins;

/** Frames by hand: ICF 00 gateways, destination, source, number, command, parameters. */
class FinsTest {

    private final Told told = new Told(new Fins());

    @Test
    void wordsAreReadAndTheirValuesTold() {
        told.asks("80 00 02 000a00 001000 03 0101 82 006400 0002");
        told.answers("c0 00 02 001000 000a00 03 0101 0000 0001 ffff");

        assertThat(told.lines())
                .containsExactly(
                        "request memory_area_read D 100-101",
                        "response memory_area_read D 100-101 +1ms",
                        "point server D 100 u16 read = 1",
                        "point server D 101 u16 read = 65535");
    }

    @Test
    void scatteredItemsAreTakenApartByWhatWasAskedFor() {
        told.asks("80 00 02 000a00 001000 05 0104 82 000a00 30 000103");
        told.answers("c0 00 02 001000 000a00 05 0104 0000 82 0007 30 01");

        assertThat(told.lines()).contains("point server D 10 u16 read = 7", "point server CIO_bit 19 bool read = 1");
    }

    /** As a CP1L answered; its version begins with a blank. */
    @Test
    void theControllerSaysWhatItIs() {
        told.answers("""
                c0 00 02 00fbef 00c800 05 0501 0000
                4350314c2d454c323044522d44000000 20202020
                2030312e3030000000000030312e3036 00000000
                """ + "00".repeat(52));

        assertThat(told.lines())
                .containsExactly(
                        "response controller_data_read",
                        "identity server vendor = OMRON",
                        "identity server model = CP1L-EL20DR-D",
                        "identity server firmware = 01.00");
    }

    @Test
    void stoppingAndItsRefusalAreTold() {
        told.asks("46494e53 00000014 00000002 00000000 80 00 02 000a00 001100 21 0402");
        told.answers("46494e53 00000016 00000002 00000000 c0 00 02 001100 000a00 21 0402 2202");

        assertThat(told.lines())
                .containsExactly("request stop", "response stop refused 8706 not_possible_while_running +1ms");
    }

    @Test
    void aControllerInAnotherNetworkIsADeviceBehindTheAddress() {
        told.asks("80 00 07 020a10 001000 13 0101 82 000000 0001");

        assertThat(told.lines()).containsExactly("request memory_area_read network 2 node 10 unit 16 D 0");
    }

    @Test
    void aPasswordIsToldAsAHashOnly() {
        told.asks("80 00 02 000a00 001000 0b 0305 ffff 00 00000000 ffffffff 31323334");

        assertThat(told.lines()).hasSize(2).last().asString().matches("login server user secret h:[0-9a-f]{16}");
    }

    @Test
    void whatIsCutOrUnknownIsNamedAndNothingIsInvented() {
        told.asks("80 00 02 000a00 001000 15 0102 82 00c800 0002 1234");
        told.asks("80 00 02 000a00 001000 15 01");
        told.asks("80 00 02 000a00 001000 14 0503");

        assertThat(told.lines())
                .containsExactly(
                        "violation truncated 2",
                        "violation truncated 11",
                        "violation unknown_command 1283",
                        "request command_0x503");
    }

    @Test
    void whoLeavesOutTheModeMeansMonitor() {
        told.asks("80 00 02 000a00 001000 15 0401 ffff");

        assertThat(told.lines())
                .containsExactly("violation mode_left_out 65535", "request run program 0xffff (monitor)");
    }

    @Test
    void aStreamIsCutIntoFramesByItsHeader() {
        assertThat(told.frame("46494e53 00000014 00000002", Direction.TO_SERVER))
                .isEqualTo(28);
        assertThat(told.frame("46494e53 0000", Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
        assertThat(told.frame("46494e54", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
    }
}
