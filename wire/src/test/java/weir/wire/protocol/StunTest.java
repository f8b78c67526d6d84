// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Likeness;
import weir.wire.Told;

/** Messages by hand: kind, length, cookie, transaction, attributes. */
class StunTest {

    private static final String HEAD = "2112a442" + "07".repeat(12);

    private final Told told = new Told(new Stun());

    @Test
    void anErrorIsJoinedWithItsRequestAndNamed() {
        told.asks("0003 000c" + HEAD + "0006 0002 61620000 0014 0000")
                .answers("0113 0008" + HEAD + "0009 0004 00000425");

        assertThat(told.lines())
                .containsExactly("request allocate ab", "response allocate ab refused 437 allocation_mismatch +1ms");
    }

    @Test
    void theSoftwareIsTold() {
        told.answers("0101 0008" + HEAD + "8022 0003 61622f00");

        assertThat(told.lines()).containsExactly("response binding", "identity server software = ab/");
    }

    @Test
    void whatGoesOnOnTheSamePortIsOpaque() {
        told.asks("80600001 0000").asks("4001 0002 6162");

        assertThat(told.lines()).containsExactly("notice opaque (media)", "notice channel_data channel 0x4001");
    }

    @Test
    void cutMessagesAndAttributesAreNamed() {
        told.asks("0001 0008" + HEAD).asks("0001 0008" + HEAD + "0006 0009 00000000");

        assertThat(told.lines()).containsExactly("violation truncated 0", "violation malformed_attribute 4");
    }

    @Test
    void withoutTheCookieItIsNotBelieved() {
        byte[] data = Told.bytes("0001 0000" + HEAD.replace("2112a442", "2112a443"));

        assertThat(new Stun().probe(new Cursor().wrap(data, 0, data.length), Transport.UDP))
                .isEqualTo(Likeness.NO);
    }
}
