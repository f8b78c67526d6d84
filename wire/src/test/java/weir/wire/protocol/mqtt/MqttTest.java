// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Told;

class MqttTest {

    private static final String MQTT = text("MQTT");
    private static final String CONNECT =
            packet("10", MQTT + "04 c2 003c" + text("press-7") + text("eva") + text("pw"));

    @Test
    void aClientThatIsRefusedIsToldWithTheHashOfItsPasswordOnly() {
        Told told = new Told(new Mqtt()).asks(CONNECT).answers("20 02 00 05");
        List<String> lines = told.lines();
        assertThat(lines)
                .contains(
                        "request connect client press-7 (3.1.1)",
                        "identity client name = press-7",
                        "response connect client press-7 (3.1.1) refused 5 not_authorized +1ms")
                .anyMatch(line -> line.matches("login server user eva secret h:[0-9a-f]{16}"))
                .anyMatch(line -> line.endsWith("refused 5 not_authorized"))
                .noneMatch(line -> line.contains("pw"));
        assertThat(told.facts()).containsExactly("mqtt msg=1", "mqtt msg=2");
    }

    @Test
    void aNumberIsAValueOfItsTopic() {
        assertThat(new Told(new Mqtt()).asks(publish("oven/temp", "181.5")).lines())
                .containsExactly(
                        "notice publish topic oven/temp (qos 0)",
                        "point server topic oven/temp number reported = 181.5");
    }

    @Test
    void theMembersOfAFlatObjectAreValues() {
        String object = "{\"t\": -1.5e1, \"on\":true, \"mode\" : \"a,}b\", \"deep\":{\"x\":[1]}, \"none\":null}";
        assertThat(new Told(new Mqtt()).asks(publish("oven", object)).lines())
                .containsExactly(
                        "notice publish topic oven (qos 0)",
                        "point server topic oven#t number reported = -15.0",
                        "point server topic oven#on boolean reported = 1",
                        "point server topic oven#mode text reported = a,}b");
    }

    @Test
    void anObjectThatIsCutTellsNoValues() {
        assertThat(new Told(new Mqtt())
                        .asks(publish("oven", "{\"t\": 1, \"on\":"))
                        .lines())
                .containsExactly("notice publish topic oven (qos 0)");
    }

    @Test
    void eachFilterIsAnsweredInItsPlace() {
        Told told = new Told(new Mqtt())
                .asks(packet("82", "0001" + text("a/#") + "01" + text("b/#") + "00"))
                .answers("90 04 0001 01 80");
        assertThat(told.lines())
                .containsExactly(
                        "request subscribe topic a/# (qos 1)",
                        "request subscribe topic b/# (qos 0)",
                        "response subscribe topic a/# (qos 1) +1ms",
                        "response subscribe topic b/# refused 128 unspecified_error +1ms");
    }

    @Test
    void anAliasStandsForTheTopicThatItWasGivenFor() {
        Told told = new Told(new Mqtt())
                .asks(packet("30", text("oven/temp") + "03 23 0001" + "31"))
                .asks(packet("30", text("") + "03 23 0001" + "32"));
        assertThat(told.lines()).contains("point server topic oven/temp number reported = 2");
    }

    @Test
    void theFourPacketsOfExactlyOnceAreOneExchange() {
        Told told = new Told(new Mqtt())
                .asks(packet("34", text("a") + "0007" + "31"))
                .answers("50 02 0007")
                .asks("62 02 0007")
                .answers("70 02 0007");
        assertThat(told.lines())
                .contains(
                        "request publish topic a (qos 2)",
                        "response publish topic a (pubrec) +1ms",
                        "request pubrel topic a",
                        "response pubrel topic a (pubcomp) +1ms");
    }

    @Test
    void anAliasOfAMetricHasTheNameThatTheBirthGaveIt() {
        String birth = "0801" + "120d" + "0a05" + utf8("speed") + "1003" + "2003" + "5005"; // speed, 3, Int32, 5
        String data = "0802" + "120d" + "1003" + "50f6ffffffffffffffff01"; // 3, -10
        Told told = new Told(new Mqtt())
                .asks(packet("30", text("spBv1.0/plant/DBIRTH/edge/pump") + birth))
                .asks(packet("30", text("spBv1.0/plant/DDATA/edge/pump") + data));
        assertThat(told.lines())
                .containsExactly(
                        "notice device_birth plant/edge/pump topic spBv1.0/plant/DBIRTH/edge/pump (qos 0)",
                        "point server plant/edge/pump metric speed Int32 reported = 5",
                        "notice device_data plant/edge/pump topic spBv1.0/plant/DDATA/edge/pump (qos 0)",
                        "point server plant/edge/pump metric speed Int32 reported = -10");
    }

    @Test
    void aCommandIsToldForEachMetric() {
        String command = "120b" + "0a05" + utf8("speed") + "2003" + "505a";
        assertThat(new Told(new Mqtt())
                        .answers(packet("30", text("spBv1.0/plant/DCMD/edge/pump") + command))
                        .lines())
                .contains(
                        "notice device_command plant/edge/pump metric speed",
                        "point server plant/edge/pump metric speed Int32 write = 90");
    }

    @Test
    void aMetricLongerThanItsPayloadIsAViolation() {
        assertThat(new Told(new Mqtt())
                        .asks(packet("30", text("spBv1.0/plant/NDATA/edge") + "12ff"))
                        .lines())
                .contains("violation malformed_payload 3");
    }

    @Test
    void aPacketThatSaysMoreThanItHoldsTellsNothingElse() {
        assertThat(new Told(new Mqtt())
                        .asks(packet("10", MQTT + "04 80 003c" + text("press-7") + "00ff61"))
                        .lines())
                .containsExactly("violation malformed_packet 1");
    }

    @Test
    void aPacketCutShortTellsNothing() {
        Told told = new Told(new Mqtt()).asks(CONNECT.replace(" ", "").substring(0, 40));
        assertThat(told.lines()).containsExactly("violation truncated 1");
        assertThat(told.frame("30 ff", Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
    }

    @Test
    void otherBytesBeginNoPacket() {
        Told told = new Told(new Mqtt());
        assertThat(told.frame("00 00", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
        assertThat(told.frame("80 05 0001 0001 61", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST); // flags
        assertThat(told.frame("30 05 0009 61", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST); // topic
        byte[] bytes = Told.bytes(CONNECT);
        assertThat(new Mqtt().probe(new Cursor().wrap(bytes, 0, bytes.length), Transport.TCP))
                .isEqualTo(Likeness.SURE);
    }

    private static String publish(String topic, String payload) {
        return packet("30", text(topic) + utf8(payload));
    }

    /** A packet whose length takes one octet or two. */
    private static String packet(String first, String rest) {
        int length = Told.bytes(rest).length;
        String octets = length < 128
                ? HexFormat.of().toHexDigits((byte) length)
                : HexFormat.of().toHexDigits((byte) (length | 0x80))
                        + HexFormat.of().toHexDigits((byte) (length >> 7));
        return first + octets + rest;
    }

    private static String text(String value) {
        return HexFormat.of().toHexDigits((short) value.length()) + utf8(value);
    }

    private static String utf8(String value) {
        return HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
    }
}
