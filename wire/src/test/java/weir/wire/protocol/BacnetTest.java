// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Told;
import weir.wire.protocol.bacnet.Bacnet;

class BacnetTest {

    private static final String READ = "81 0a 0011 01 04 00 05 01 0c 0c 00000002 19 55"; // analog-input 2 present-value

    private final Told told = new Told(new Bacnet());

    @Test
    void aPropertyReadIsAPoint() {
        told.asks(READ).answers("81 0a 0017 01 00 30 01 0c 0c 00000002 19 55 3e 44 41a40000 3f");
        assertThat(told.lines())
                .containsExactly(
                        "request read_property analog-input present-value 2",
                        "response read_property analog-input present-value 2 +1ms",
                        "point server analog-input present-value 2 real read = 20.5");
        assertThat(told.facts())
                .containsExactly(
                        "bacnet bvlc=0x0a",
                        "bacnet apdu=0",
                        "bacnet confirmed=12",
                        "bacnet bvlc=0x0a",
                        "bacnet apdu=3",
                        "bacnet confirmed=12");
    }

    @Test
    void aRefusalIsNamed() {
        told.asks(READ).answers("81 0a 000d 01 00 50 01 0c 91 02 91 20");
        assertThat(told.lines())
                .contains("response read_property analog-input present-value 2 refused 32 unknown-property +1ms");
        told.asks(READ).answers("81 0a 0009 01 00 71 01 04");
        assertThat(told.lines())
                .contains("response read_property analog-input present-value 2 refused 4"
                        + " abort segmentation-not-supported +1ms");
    }

    @Test
    void aWriteTellsItsPriority() {
        told.asks("81 0a 001a 01 04 00 05 04 0f 0c 00400003 19 55 3e 44 42c80000 3f 49 08");
        assertThat(told.lines())
                .containsExactly(
                        "request write_property analog-output present-value 3 (priority 8)",
                        "point server analog-output present-value 3 real write = 100.0");
    }

    @Test
    void aProgramLoadedIsNoOrdinaryWrite() {
        told.asks("81 0a 0015 01 04 00 05 08 0f 0c 04000001 19 5a 3e 91 01 3f");
        assertThat(told.lines()).contains("request write_property_program program program-change 1");
    }

    @Test
    void aPasswordIsHashedAndItsFailureTold() {
        told.asks("""
                81 0a 0014 01 04 00 05 12 14        # reinitialize device
                09 00 1d 06 00 77726f6e67           # coldstart, "wrong"
                """).answers("81 0a 000d 01 00 50 12 14 91 04 91 1a");
        assertThat(told.lines())
                .contains("request reinitialize_device (coldstart)")
                .contains("response reinitialize_device (coldstart) refused 26 password-failure +1ms")
                .anyMatch(line -> line.startsWith("login server user secret h:"))
                .contains("login server user secret refused 26 password-failure")
                .noneMatch(line -> line.contains("wrong"));
    }

    @Test
    void aDeviceBehindARouterIsAUnit() {
        told.answers("81 0a 001e 01 08 0005 01 0c 30 1d 0c 0c 020007d0 19 46 3e 75 06 00 5254432d32 3f");
        assertThat(told.lines())
                .containsExactly(
                        "response read_property network 5 station 12 device model-name 2000",
                        "identity server network 5 station 12 model = RTC-2");
    }

    @Test
    void aForwardedMessageIsOfWhoSentItFirst() {
        told.answers("81 04 001a c000021e bac0 01 00 10 00 c4 02000bb8 22 05c4 91 03 21 18");
        assertThat(told.lines())
                .contains("notice i_am device 3000 (forwarded for 192.0.2.30:47808)")
                .anyMatch(
                        line -> line.startsWith("identity") && line.contains("192.0.2.30") && line.contains("name = "));
    }

    @Test
    void segmentsAreOneAnswer() {
        told.asks("81 0a 0011 01 04 02 75 1c 0c 0c 020003e8 19 4d")
                .answers("81 0a 0016 01 00 3c 1c 00 02 0c 0c 020003e8 19 4d 3e 75 06 00")
                .answers("81 0a 0011 01 00 38 1c 01 02 0c 4148552d31 3f");
        assertThat(told.lines())
                .containsExactly(
                        "request read_property device object-name 1000",
                        "response read_property device object-name 1000 +2ms",
                        "identity server name = AHU-1");
    }

    @Test
    void aCutMessageTellsNothing() {
        assertThat(told.asks("81 0a 0011 01 04 00 05 01 0c 0c 0000").lines()).containsExactly("violation truncated 13");
    }

    @Test
    void aMalformedContentIsAViolationAndTheServiceIsToldAllTheSame() {
        told.asks("81 0a 0014 01 04 00 05 06 0f 0c 00000001 19 55 3e 44 41");
        assertThat(told.lines()).containsExactly("request write_property", "violation malformed 0");
    }

    @Test
    void weakContentIsNotBelievedOnAnyPort() {
        assertThat(probe(READ)).isEqualTo(Likeness.SURE);
        assertThat(probe("81 02 0004")).isEqualTo(Likeness.MAYBE);
        assertThat(probe("81 0a 0012 01 04 00 05 01 0c 0c 00000002 19 55 ff ff"))
                .isEqualTo(Likeness.NO);
        assertThat(probe("81 0a 0006 aa bb")).isEqualTo(Likeness.NO);
        assertThat(probe("81 0a")).isEqualTo(Likeness.MORE);
    }

    @Test
    void whoTellsOfItselfServes() {
        assertThat(told.direction("81 0b 0014 01 00 10 00 c4 02000bb8 22 05c4 91 03 21 18", Direction.TO_SERVER))
                .isEqualTo(Direction.TO_CLIENT);
        assertThat(told.direction(READ, Direction.TO_CLIENT)).isEqualTo(Direction.TO_SERVER);
    }

    private static Likeness probe(String hex) {
        byte[] data = Told.bytes(hex);
        return new Bacnet().probe(new Cursor().wrap(data, 0, data.length), Transport.UDP);
    }
}
