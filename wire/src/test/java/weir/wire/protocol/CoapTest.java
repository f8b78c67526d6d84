// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Likeness;
import weir.wire.Told;
import weir.wire.protocol.coap.Coap;

class CoapTest {

    private static final String GET = "42 01 0002 aa02 b4 74656d70"; // GET /temp, token aa02

    private final Told told = new Told(new Coap());

    @Test
    void aShortPlainTextIsAValueOfTheResource() {
        told.asks(GET).answers("62 45 0002 aa02 c0 ff 32312e35"); // 2.05, text/plain, "21.5"
        assertThat(told.lines())
                .containsExactly(
                        "request get /temp", "response get /temp +1ms", "point server resource /temp text read = 21.5");
        assertThat(told.facts()).containsExactly("coap code=1", "coap code=69");
    }

    @Test
    void aRefusalIsNamed() {
        told.asks(GET).answers("62 84 0002 aa02");
        assertThat(told.lines()).contains("response get /temp refused 404 not_found +1ms");
    }

    @Test
    void whatIsObservedIsReportedAgainAndAgain() {
        told.asks("42 01 0004 aa04 60 54 74656d70")
                .answers("62 45 0004 aa04 61 01 60 ff 2d31")
                .answers("52 45 7001 aa04 61 02 60 ff 32");
        assertThat(told.lines())
                .containsExactly(
                        "request observe /temp",
                        "response observe /temp +1ms",
                        "point server resource /temp text reported = -1",
                        "response observe /temp +2ms",
                        "point server resource /temp text reported = 2");
    }

    @Test
    void blocksAreATransfer() {
        told.asks("42 03 000e aa0e b2 6677 d1 03 08 ff 11111111111111111111111111111111")
                .asks("42 03 000f aa0f b2 6677 d1 03 10 ff 2222");
        assertThat(told.lines())
                .containsExactly(
                        "request put /fw (block 0)",
                        "transfer server resource /fw into_device started 0",
                        "transfer server resource /fw into_device moving 16",
                        "request put /fw (block 1)",
                        "transfer server resource /fw into_device complete 18");
    }

    @Test
    void whatIsEncryptedIsNotGuessed() {
        told.asks("42 02 0012 aa12 94 00010203 ff 555555");
        assertThat(told.lines()).containsExactly("request post (encrypted)");
    }

    @Test
    void aCutMessageTellsNothing() {
        assertThat(told.asks("42 01 0003 aa03 bb 74656d70").lines()).containsExactly("violation malformed 11");
        assertThat(told.asks("42 01").lines()).containsExactly("violation truncated 2");
    }

    @Test
    void onlyAReadablePathMakesItSure() {
        assertThat(probe(GET)).isEqualTo(Likeness.SURE);
        assertThat(probe("62 45 0002 aa02 c0 ff 32")).isEqualTo(Likeness.MAYBE);
        assertThat(probe("42 01 0002 aa02 b4 00010203")).isEqualTo(Likeness.MAYBE);
        assertThat(probe("42 01 0002 aa02 d1 00 00")).isEqualTo(Likeness.NO); // 13, an unknown critical option
        assertThat(probe("16 fe fd 0000 000000000000 0040")).isEqualTo(Likeness.NO); // DTLS
    }

    private static Likeness probe(String hex) {
        byte[] data = Told.bytes(hex);
        return new Coap().probe(new Cursor().wrap(data, 0, data.length), Transport.UDP);
    }
}
