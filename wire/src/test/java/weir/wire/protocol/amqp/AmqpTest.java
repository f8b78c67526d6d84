// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.amqp;

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

class AmqpTest {

    private static final String PUBLISH = method("003c0028" + "0000" + name("line") + name("line.7") + "00");

    @Test
    void whatIsPublishedIsToldWithExchangeAndRoutingKey() {
        assertThat(new Told(new Amqp()).asks(PUBLISH).lines())
                .containsExactly("notice basic_publish route line/line.7");
    }

    @Test
    void aClientThatConsumesIsAnsweredForItsQueue() {
        Told told = new Told(new Amqp())
                .asks(method("003c0014" + "0000" + name("orders") + name("tag") + "00" + "00000000"))
                .answers(method("003c0015" + name("tag")));
        assertThat(told.lines())
                .containsExactly("request basic_consume queue orders", "response basic_consume queue orders +1ms");
    }

    @Test
    void aRequestIsRefusedByTheCloseThatNamesIt() {
        Told told = new Told(new Amqp())
                .asks(method("00320028" + "0000" + name("orders") + "00"))
                .answers(method("00140028" + "0193" + name("ACCESS_REFUSED") + "0032" + "0028"));
        assertThat(told.lines()).contains("response queue_delete queue orders refused 403 access_refused +1ms");
    }

    @Test
    void aPasswordIsKeptAsItsHashOnly() {
        String response = "00" + utf8("hist") + "00" + utf8("s3cret");
        Told told = new Told(new Amqp())
                .asks(method("000a000b" + "00000000" + name("PLAIN") + "0000000c" + response + name("en")))
                .answers(method("000a001e" + "0000" + "00000000" + "0000"));
        List<String> lines = told.lines();
        assertThat(lines)
                .anyMatch(line -> line.matches("login server user hist secret h:[0-9a-f]{16}"))
                .noneMatch(line -> line.contains("s3cret"));
    }

    @Test
    void aTransferIsToldWithTheAddressThatItsLinkWasAttachedTo() {
        String source = "005328" + "c0" + "0a01a107" + utf8("line.7t"); // receives from line.7t
        String attach = "005312" + "c0" + "18" + "07" + "a102" + utf8("rx") + "43" + "41" + "40" + "40" + source + "40";
        String mirrored =
                "005312" + "c0" + "19" + "07" + "a102" + utf8("rx") + "5205" + "42" + "40" + "40" + source + "40";
        Told told = new Told(new Amqp())
                .asks(later(attach))
                .answers(later(mirrored))
                .answers(later("005314" + "c0" + "0402" + "5205" + "43" + "005377a10132"));
        assertThat(told.lines())
                .containsExactly(
                        "request attach address line.7t (receiver)",
                        "response attach address line.7t (receiver) +1ms",
                        "notice transfer address line.7t");
    }

    @Test
    void aNameLongerThanItsMethodIsAViolation() {
        assertThat(new Told(new Amqp())
                        .asks(method("003c0028" + "0000" + name("line") + "40" + utf8("key")))
                        .lines())
                .containsExactly("violation malformed_method 3932200");
    }

    @Test
    void aFrameCutShortTellsNothing() {
        Told told = new Told(new Amqp()).asks(PUBLISH.substring(0, 30));
        assertThat(told.lines()).containsExactly("violation truncated 15");
        assertThat(told.frame(PUBLISH.substring(0, 30), Direction.TO_SERVER)).isEqualTo(PUBLISH.length() / 2);
    }

    @Test
    void otherBytesBeginNoFrame() {
        Told told = new Told(new Amqp());
        assertThat(told.frame("01 0001 00000008 003c00ff", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST); // no method
        assertThat(told.frame(PUBLISH.replaceFirst("ce$", "00"), Direction.TO_SERVER))
                .isEqualTo(Dialogue.LOST); // no end
        byte[] bytes = Told.bytes(PUBLISH);
        assertThat(new Amqp().probe(new Cursor().wrap(bytes, 0, bytes.length), Transport.TCP))
                .isEqualTo(Likeness.SURE);
    }

    private static String method(String arguments) {
        return "01" + "0001" + HexFormat.of().toHexDigits(arguments.length() / 2) + arguments + "ce";
    }

    private static String later(String body) {
        return HexFormat.of().toHexDigits(8 + body.length() / 2) + "02000000" + body;
    }

    private static String name(String value) {
        return HexFormat.of().toHexDigits((byte) value.length()) + utf8(value);
    }

    private static String utf8(String value) {
        return HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
    }
}
