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
import weir.wire.protocol.hart.HartIp;

class HartIpTest {

    private static final String ASK = "01 00 03 00 0002 0011  82 264e00002a 01 00 c1"; // primary variable?

    private final Told told = new Told(new HartIp());

    @Test
    void aVariableHasItsUnitAsPartOfItsType() {
        told.asks(ASK).answers("01 01 03 00 0002 0018  86 a64e00002a 01 07 00 40 07 40880000 cd");
        assertThat(told.lines())
                .containsExactly(
                        "request read_primary_variable device 264e00002a",
                        "response read_primary_variable device 264e00002a +1ms",
                        "point server device 264e00002a variable PV f32 bar read = 4.25 quality 64");
        assertThat(told.facts()).contains("hartip msgtype=0", "hartip msgid=3", "hartip cmd=1");
    }

    @Test
    void aRefusalIsNamed() {
        told.asks("01 00 03 00 0003 001a  82 264e00002a 23 09 07 41800000 00000000 2c")
                .answers("01 01 03 00 0003 0013  86 a64e00002a 23 02 07 40 22");
        assertThat(told.lines())
                .containsExactly(
                        "request write_primary_variable_range device 264e00002a",
                        "point server device 264e00002a variable upper_range f32 bar write = 16.0",
                        "point server device 264e00002a variable lower_range f32 bar write = 0.0",
                        "response write_primary_variable_range device 264e00002a refused 7 in_write_protect_mode +1ms");
    }

    @Test
    void aGatewayTellsWhoItIs() {
        told.answers("""
                01 01 03 00 0003 0029                    # answer in a token passing PDU
                86 264e0000d2 00 18 00 d0                # of the device with this unique address
                fe 264e 05 07 04 01 0e 0c 0000d2 05 02 0002 d0 0026 0026 84
                e4
                """);
        assertThat(told.lines())
                .contains(
                        "identity server vendor = Rosemount",
                        "identity server device_type = WirelessHART gateway",
                        "identity server device 264e0000d2 serial = 210",
                        "identity server firmware = 4.1");
    }

    @Test
    void aWrongCheckOctetIsNotBelieved() {
        assertThat(told.asks(ASK.replace("00 c1", "00 00")).lines()).containsExactly("violation bad_check_octet 0");
    }

    @Test
    void aCutMessageTellsNothing() {
        assertThat(told.asks(ASK.substring(0, 40)).lines())
                .singleElement()
                .asString()
                .startsWith("violation truncated");
        assertThat(told.frame("01 00 03", Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
        assertThat(told.frame("01 00 03 00 0002 0011 82", Direction.TO_SERVER)).isEqualTo(17);
        assertThat(told.frame("01 00 07", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
    }

    @Test
    void aRefusedSessionIsTold() {
        told.asks("01 00 00 00 0001 000d 01 00007530").answers("01 01 00 0f 0001 000d 01 00000000");
        assertThat(told.lines())
                .containsExactly(
                        "request session_initiate (primary)",
                        "response session_initiate (primary) refused 15 all_sessions_in_use +1ms");
    }

    @Test
    void aCheckOctetMakesItSure() {
        assertThat(probe(ASK)).isEqualTo(Likeness.SURE);
        assertThat(probe(ASK.replace("00 c1", "00 00"))).isEqualTo(Likeness.NO);
        assertThat(probe("01 00 02 00 0001 0008")).isEqualTo(Likeness.MAYBE);
    }

    private static Likeness probe(String hex) {
        byte[] data = Told.bytes(hex);
        return new HartIp().probe(new Cursor().wrap(data, 0, data.length), Transport.UDP);
    }
}
