// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Told;
import weir.wire.protocol.knx.KnxNetIp;

class KnxNetIpTest {

    private final Told told = new Told(new KnxNetIp());

    @Test
    void aGroupIsReadThroughATunnel() {
        told.asks("06 10 0420 0015 04 07 00 00 11 00 bc e0 0000 0a03 01 00 00") // group 1/2/3?
                .answers("06 10 0420 0015 04 07 00 00 2e 00 bc e0 11fa 0a03 01 00 00") // sent to the bus
                .answers("06 10 0420 0017 04 07 01 00 29 00 bc e0 1105 0a03 03 00 40 0c33"); // 1.1.5 answers
        assertThat(told.lines())
                .containsExactly(
                        "request group_value_read group 1/2/3",
                        "response group_value_read group 1/2/3 (confirmed) +1ms",
                        "response group_value_read group 1/2/3 +2ms",
                        "point server group 1/2/3 16 bits read = 3123");
    }

    @Test
    void aWriteThatNobodyAcknowledgesIsRefused() {
        told.asks("06 10 0420 0015 04 07 00 00 11 00 bc e0 0000 0901 01 00 81")
                .answers("06 10 0420 0015 04 07 00 00 2e 00 bd e0 11fa 0901 01 00 81");
        assertThat(told.lines())
                .containsExactly(
                        "request group_value_write group 1/1/1",
                        "point server group 1/1/1 6 bits write = 1",
                        "response group_value_write group 1/1/1 (confirmed) refused 1 not_acknowledged +1ms");
    }

    @Test
    void aDeviceOnTheBusIsAUnit() {
        told.asks("06 10 0420 0019 04 07 08 00 11 00 b0 60 0000 1105 05 52 82 4000 1234");
        assertThat(told.lines()).containsExactly("request memory_write device 1.1.5 memory 16384-16385");
    }

    @Test
    void aKeyIsHashed() {
        told.asks("06 10 0420 001a 04 07 05 00 11 00 b0 60 0000 1105 06 47 d1 00 11223344");
        assertThat(told.lines())
                .contains("request authorize device 1.1.5")
                .anyMatch(line -> line.startsWith("login server device 1.1.5 user secret h:"));
    }

    @Test
    void anInterfaceTellsWhoItIs() {
        told.answers("""
                06 10 0204 003c 36 01                       # description: a block of 54, device information
                02 00 1100 0000 00830a0b0c0d e000170c       # medium, status, 1.1.0, project, serial, multicast
                020000000214                                # MAC, then the name
                48616c6c000000000000000000000000000000000000000000000000 0000
                """);
        assertThat(told.lines())
                .containsExactly(
                        "response description",
                        "identity server name = Hall",
                        "identity server serial = 0083:0a0b0c0d",
                        "identity server vendor = MDT technologies",
                        "identity server mac = 02:00:00:00:02:14");
    }

    @Test
    void aRefusedConnectionIsNamed() {
        told.asks("06 10 0205 001a 08 01 c000020a c350 08 01 c000020a c350 04 04 80 00")
                .answers("06 10 0206 0008 00 24");
        assertThat(told.lines())
                .containsExactly(
                        "request connect (busmonitor)",
                        "response connect (busmonitor) refused 36 no_more_connections +1ms");
    }

    @Test
    void whatIsWrappedIsNotGuessed() {
        told.asks("06 10 0950 0010 0001 000000000000 00fa");
        assertThat(told.lines()).containsExactly("notice secure_wrapper (encrypted)");
    }

    @Test
    void aCutFrameIsNoticed() {
        assertThat(told.asks("06 10 0420 0011 04 02 03 00 11 00 bc").lines()).containsExactly("violation truncated 13");
        assertThat(told.asks("06 10 0420 000d 04 02 03 00 11 00 bc").lines())
                .containsExactly("violation malformed 1056");
        assertThat(told.frame("06 10 04", Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
        assertThat(told.frame("06 10 0499", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
    }
}
