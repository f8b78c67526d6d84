// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Direction;
import weir.wire.Told;

/** Packets by hand: a.b, octet. */
class TftpTest {

    private static final String WRITE = "0002 612e6200 6f6374657400";

    private final Told told = new Told(new Tftp());

    @Test
    void aWrittenFileIsCompleteWithItsLastShortBlock() {
        told.asks(WRITE)
                .answers("0004 0000")
                .asks("0003 0001" + "41".repeat(512))
                .asks("0003 0002 42");

        assertThat(told.lines())
                .containsExactly(
                        "request write a.b (octet)",
                        "response acknowledge a.b +1ms",
                        "notice data a.b",
                        "transfer server file a.b into_device started 0",
                        "notice data a.b",
                        "transfer server file a.b into_device complete 513");
    }

    @Test
    void aBlockThatComesTwiceCountsOnce() {
        told.answers("0003 0001" + "41".repeat(512))
                .answers("0003 0001" + "41".repeat(512))
                .answers("0003 0002");

        assertThat(told.lines()).last().asString().isEqualTo("transfer server file out_of_device complete 512");
    }

    @Test
    void aRefusalNamesItsReason() {
        told.asks(WRITE).answers("0005 0003 66756c6c00");

        assertThat(told.lines()).last().asString().isEqualTo("response write a.b refused 3 disk_full +1ms");
    }

    @Test
    void theFirstBlockOfAConversationComesFromTheServer() {
        assertThat(told.direction("0003 0001", Direction.TO_SERVER)).isEqualTo(Direction.TO_CLIENT);
    }

    @Test
    void cutAndUnknownPacketsAreNamed() {
        told.asks("0001 612e").asks("0003").asks("0009 00");

        assertThat(told.lines())
                .containsExactly("violation truncated 2", "violation truncated 0", "violation unknown_packet 1");
    }
}
