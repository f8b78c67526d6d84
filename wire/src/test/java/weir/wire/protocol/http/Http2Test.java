// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Told;

/** Frames by hand: length u24, type, flags, stream u32; header blocks as in RFC 7541, appendix C. */
class Http2Test {

    private static final String STREAM_1 = "00000001";

    private final Told told = new Told(new Http2());

    /** C.4.1 and C.4.2: the second calls the authority by the number that it got in the first. */
    @Test
    void requestsAreReadFromHuffmanCodeAndTheTable() {
        told.asks("000011 01 05 " + STREAM_1 + "828684418cf1e3c2e5f23a6ba0ab90f4ff")
                .asks("00000c 01 05 00000003 828684be5886a8eb10649cbf")
                .answers("000001 01 05 00000003 8d");

        assertThat(told.lines())
                .containsExactly(
                        "request get / (www.example.com)",
                        "request get / (www.example.com)",
                        "response get / (www.example.com) refused 404 not_found +1ms");
    }

    @Test
    void aBlockInTwoFramesIsOneRequestAndItsQueryIsNotTold() {
        told.asks("000002 01 01 " + STREAM_1 + "8286").asks("000007 09 04 " + STREAM_1 + "0405 2f613f6b31");

        assertThat(told.lines()).containsExactly("request get /a");
    }

    @Test
    void whatWasCalledByNumberBeforeWeListenedIsNotInvented() {
        told.asks("000004 01 05 00000003 828684be");

        assertThat(told.lines()).containsExactly("request get /");
    }

    @Test
    void malformedBlocksAreNamed() {
        told.asks("000005 01 05 " + STREAM_1 + "82 04 82 ffff")
                .asks("000001 09 04 00000005 82")
                .asks("000010 01 05 " + STREAM_1 + "82");

        assertThat(told.lines())
                .containsExactly(
                        "violation malformed_headers 1",
                        "violation unexpected_continuation 5",
                        "violation truncated 10");
    }

    @Test
    void aFrameThatCannotBeIsNone() {
        assertThat(told.frame("000007 06 00 00000000 00", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
        assertThat(told.frame("000008 06 00 00000000 00", Direction.TO_SERVER)).isEqualTo(17);
        assertThat(told.frame("505249202a", Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
    }
}
