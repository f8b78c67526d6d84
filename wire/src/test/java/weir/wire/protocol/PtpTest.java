// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Likeness;
import weir.wire.Told;

/** Messages by hand. */
class PtpTest {

    private static final String CLOCK = "001d7ffffe800217";
    private static final String REST = "0000" + "00".repeat(12) + CLOCK + "0001 0001";

    private final Told told = new Told(new Ptp());

    @Test
    void anAnnouncementNamesTheGrandmasterAndHowGoodItIs() {
        told.asks("0b02 0040 03 00" + REST + "0501" + "00".repeat(10) + "0025 00 80 06 21 4e5d 80" + CLOCK + "0000 20");

        assertThat(told.lines())
                .containsExactly(
                        "notice announce domain 001d7ffffe800217 3 (class 6, gnss, steps 0)",
                        "identity client device_type = PTP grandmaster",
                        "identity client mac = 00:1d:7f:80:02:17");
    }

    @Test
    void aRefusedChangeIsNamed() {
        told.asks("0d02 0038 00 00" + REST + "0400" + "ff".repeat(10) + "0101 01 00 0001 0004 2005 0100");
        told.answers("0d02 003c 00 00" + REST + "0400" + "ff".repeat(10) + "0101 02 00 0002 0008 0005 2005 00000000");

        assertThat(told.lines())
                .containsExactly(
                        "request management_set domain id 0x2005 0",
                        "response management_response domain id 0x2005 0 refused 5 not_setable");
    }

    @Test
    void cutMessagesAndOtherVersionsAreNamed() {
        told.asks("0002 002c 0000").asks("0001 002c 0000").asks("0502 002c 0000");

        assertThat(told.lines())
                .containsExactly("violation truncated 6", "violation other_version 1", "violation unknown_message 5");
    }

    @Test
    void theKindAndItsOldNumberMustAgree() {
        byte[] data = Told.bytes("0002 002c 00 00" + REST + "0000" + "00".repeat(10));

        assertThat(new Ptp().probe(new Cursor().wrap(data, 0, data.length), Transport.UDP))
                .isEqualTo(Likeness.SURE);
        data[32] = 9;
        assertThat(new Ptp().probe(new Cursor().wrap(data, 0, data.length), Transport.UDP))
                .isEqualTo(Likeness.MAYBE);
    }
}
