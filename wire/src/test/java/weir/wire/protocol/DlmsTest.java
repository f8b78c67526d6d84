// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Told;
import weir.wire.protocol.dlms.Dlms;

class DlmsTest {

    private static final String GET = "0001 0010 0001 000d c0 01 c3 0003 0100010800ff 02 00"; // 1-0:1.8.0.255

    private final Told told = new Told(new Dlms());

    @Test
    void aRegisterReadIsAPoint() {
        told.asks(GET).answers("0001 0001 0010 0009 c4 01 c3 00 06 00012345");
        assertThat(told.lines())
                .containsExactly(
                        "request get logical device 1 register 1-0:1.8.0.255 2",
                        "response get logical device 1 register 1-0:1.8.0.255 2 +1ms",
                        "point server logical device 1 register 1-0:1.8.0.255 2 double-long-unsigned read = 74565");
    }

    @Test
    void aRefusalIsNamed() {
        told.asks(GET).answers("0001 0001 0010 0005 c4 01 c3 01 03");
        assertThat(told.lines())
                .contains("response get logical device 1 register 1-0:1.8.0.255 2 refused 3 read_write_denied +1ms");
    }

    @Test
    void aPasswordIsHashedAndItsFailureTold() {
        told.asks("""
                0001 0020 0001 0026                                 # client 32 to logical device 1
                60 24 a1 09 06 07 60857405080101                    # AARQ: names
                8a 02 0780 8b 07 60857405080201                     # mechanism: password
                ac 0a 80 08 3030303030303031                        # "00000001"
                """)
                .answers("0001 0001 0020 0019 61 17 a1 09 06 07 60857405080101 a2 03 02 01 01 a3 05 a1 03 02 01 0d");
        assertThat(told.lines())
                .contains(
                        "request associate logical device 1 (password)",
                        "response associate logical device 1 (password) refused 13 authentication_failure +1ms",
                        "login server logical device 1 user secret refused 13 authentication_failure")
                .anyMatch(line -> line.startsWith("login server logical device 1 user secret h:"));
    }

    @Test
    void anExceptionTellsTheStateAndTheError() {
        told.asks(GET).answers("0001 0001 0010 0003 d8 01 02");
        assertThat(told.lines())
                .contains("response exception logical device 1 (service_not_allowed) refused 2 service_not_supported");
    }

    @Test
    void theAnswerToAChallengeIsTheLogin() {
        told.asks("0001 0010 0001 0011 c3 01 c1 000f 0000280000ff 01 01 09 02 1234");
        told.answers("0001 0001 0010 0005 c7 01 c1 03 00");
        assertThat(told.lines())
                .containsExactly(
                        "request authentication_action logical device 1 association_ln 0-0:40.0.0.255 1",
                        "response authentication_action logical device 1 association_ln 0-0:40.0.0.255 1"
                                + " refused 3 read_write_denied +1ms",
                        "login server logical device 1 user secret refused 3 read_write_denied");
    }

    @Test
    void cuttingTheSupplyAndNewFirmwareAreToldByVerb() {
        told.asks("0001 0020 0001 000f c3 01 c5 0046 0000600304ff 01 01 0f 00")
                .asks("0001 0020 0001 000f c3 01 c6 0012 00002c0000ff 01 01 0f 00");
        assertThat(told.lines())
                .containsExactly(
                        "request action logical device 1 disconnect_control 0-0:96.3.4.255 1",
                        "request image_transfer_action logical device 1 image_transfer 0-0:44.0.0.255 1");
    }

    @Test
    void whatIsCipheredIsNotGuessed() {
        told.asks("0001 0001 0001 0008 c8 06 30 00000002 66");
        assertThat(told.lines()).containsExactly("request ciphered_get logical device 1 (encrypted)");
    }

    @Test
    void framesOfHdlcAreReadToo() {
        told.asks("7ea0070321930f017e").answers("7ea01e210373c37a818012050180060180070400000001080400000001533b7e");
        assertThat(told.lines())
                .containsExactly(
                        "request hdlc_connect logical device 1", "response hdlc_connect logical device 1 +1ms");
        assertThat(told.asks("7ea0070321930f027e").lines()).containsExactly("violation bad_check_sequence 9");
    }

    @Test
    void aCutMessageTellsNothing() {
        assertThat(told.asks(GET.substring(0, 40)).lines())
                .singleElement()
                .asString()
                .contains("truncated");
        assertThat(told.frame("0001 0010", Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
        assertThat(told.frame("0001 0010 0001 000d c0", Direction.TO_SERVER)).isEqualTo(21);
        assertThat(told.frame("0002", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
    }

    @Test
    void aCheckSequenceMakesItSure() {
        assertThat(probe("7ea0070321930f017e")).isEqualTo(Likeness.SURE);
        assertThat(probe("7ea0070321930f027e")).isEqualTo(Likeness.NO);
        assertThat(probe(GET)).isEqualTo(Likeness.MAYBE);
    }

    private static Likeness probe(String hex) {
        byte[] data = Told.bytes(hex);
        return new Dlms().probe(new Cursor().wrap(data, 0, data.length), Transport.TCP);
    }
}
