// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Told;

class KafkaTest {

    private static final String RECORDS = "00000000" + "00000002" + "ffff"; // partition 0, two octets
    private static final String PRODUCE =
            request("0000 0007", 1, "ffff 0001 00001388" + "00000001" + text("line.7") + "00000001" + RECORDS);

    @Test
    void aTopicThatIsProducedToIsAnsweredWithTheErrorOfItsPartition() {
        String partition = "00000000" + "001d" + "0000000000000001" + "ffffffffffffffff" + "0000000000000000";
        Told told = new Told(new Kafka())
                .asks(PRODUCE)
                .answers(answer(1, "00000001" + text("line.7") + "00000001" + partition + "00000000"));
        assertThat(told.lines())
                .containsExactly(
                        "request produce topic line.7 (press-7)",
                        "response produce topic line.7 (press-7) refused 29 topic_authorization_failed +1ms");
    }

    @Test
    void laterVersionsWriteLengthsOtherwise() {
        String topics = "02" + "07" + utf8("line.7") + "02" + "00000000" + "03" + "ffff" + "00" + "00" + "00";
        assertThat(new Told(new Kafka())
                        .asks(request("0000 0009", 1, "00" + "00" + "0001 00001388" + topics))
                        .lines())
                .containsExactly("request produce topic line.7 (press-7)");
    }

    @Test
    void anAnswerToNothingThatWasSeenTellsNothing() {
        assertThat(new Told(new Kafka()).answers(answer(9, "00000000")).lines()).isEmpty();
    }

    @Test
    void aPasswordIsKeptAsItsHashOnly() {
        String response = "00" + utf8("hist") + "00" + utf8("s3cret");
        Told told = new Told(new Kafka())
                .asks(request("0024 0000", 1, "0000000c" + response))
                .answers(answer(1, "003a" + "ffff" + "00000000"));
        assertThat(told.lines())
                .anyMatch(line -> line.matches("login server user hist secret h:[0-9a-f]{16}"))
                .anyMatch(line -> line.matches("login server user hist .* refused 58 sasl_authentication_failed"))
                .noneMatch(line -> line.contains("s3cret"));
    }

    @Test
    void moreTopicsThanThereAreOctetsAreAViolation() {
        assertThat(new Told(new Kafka())
                        .asks(request("0003 0001", 1, "00000900" + text("line.7")))
                        .lines())
                .contains("violation malformed_request 3")
                .noneMatch(line -> line.contains("line.7"));
    }

    @Test
    void aRequestCutShortTellsNothing() {
        String cut = PRODUCE.replace(" ", "").substring(0, 60);
        Told told = new Told(new Kafka()).asks(cut);
        assertThat(told.lines()).containsExactly("violation truncated 30");
        assertThat(told.frame(cut, Direction.TO_SERVER)).isEqualTo(Told.bytes(PRODUCE).length);
    }

    @Test
    void otherBytesBeginNoRequest() {
        Told told = new Told(new Kafka());
        assertThat(told.frame("00000020 0fff 0001 00000001 0003 616263", Direction.TO_SERVER))
                .isEqualTo(Dialogue.LOST); // key
        assertThat(told.frame("00000020 0000 00ff 00000001 0003 616263", Direction.TO_SERVER))
                .isEqualTo(Dialogue.LOST); // version
        byte[] bytes = Told.bytes(PRODUCE);
        assertThat(new Kafka().probe(new Cursor().wrap(bytes, 0, bytes.length), Transport.TCP))
                .isEqualTo(Likeness.SURE);
    }

    private static String request(String keyAndVersion, int number, String body) {
        String rest = keyAndVersion + HexFormat.of().toHexDigits(number) + text("press-7") + body;
        return HexFormat.of().toHexDigits(Told.bytes(rest).length) + rest;
    }

    private static String answer(int number, String body) {
        return HexFormat.of().toHexDigits(4 + body.length() / 2)
                + HexFormat.of().toHexDigits(number)
                + body;
    }

    private static String text(String value) {
        return HexFormat.of().toHexDigits((short) value.length()) + utf8(value);
    }

    private static String utf8(String value) {
        return HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
    }
}
