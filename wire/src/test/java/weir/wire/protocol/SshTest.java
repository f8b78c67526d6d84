// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Told;

/** Messages by hand: lines, and packets of length, padding, message. */
class SshTest {

    private static final String NEW_KEYS = "0000000c 0a 15 00000000000000000000";

    private final Told told = new Told(new Ssh());

    @Test
    void theLineNamesTheSoftware() {
        told.answers(hex("SSH-2.0-OpenSSH_9.6p1 Debian-1\r\n"));

        assertThat(told.lines())
                .containsExactly(
                        "notice identification OpenSSH_9.6p1 Debian-1 (2.0)",
                        "identity server software = OpenSSH_9.6p1 Debian-1");
        assertThat(told.facts()).containsExactly("ssh banner=SSH-2.0-OpenSSH_9.6p1 Debian-1");
    }

    /** The hash is the MD5 of {@code a,b;c;e;g}, resp. of {@code a,b;d;f;h}. */
    @Test
    void theOfferIsAFingerprintOfTheSideThatSendsIt() {
        told.asks(offer()).answers(offer());

        assertThat(told.lines())
                .containsExactly(
                        "notice key_exchange_offer a c (k)",
                        "identity client fingerprint = f3988cd6c85926dc2577423a1535c17f",
                        "notice key_exchange_offer a d (k)",
                        "identity server fingerprint = 9f4a12cfd0a51c29407ff2d8916700ed");
    }

    @Test
    void afterNewKeysNothingIsReadAnyMore() {
        assertThat(told.frame(NEW_KEYS, Direction.TO_SERVER)).isEqualTo(16);
        told.asks(NEW_KEYS);

        assertThat(told.lines()).containsExactly("notice new_keys", "notice encrypted");
        assertThat(told.frame("8f1c02aa77e19055", Direction.TO_SERVER)).isEqualTo(Dialogue.DONE);
        assertThat(told.frame(NEW_KEYS, Direction.TO_CLIENT)).isEqualTo(16);
    }

    @Test
    void aCutLineACutPacketAndAListThatPassesTheEndAreNamed() {
        told.asks(hex("SSH-2.0-Pu")).asks("0000000c 0a 15 0000").asks(offer().replace("00000001" + "69", "000000ff69"));

        assertThat(told.lines())
                .containsExactly("violation truncated 10", "violation truncated 8", "violation malformed_offer 88");
    }

    @Test
    void whatIsNoPacketIsPassedOver() {
        assertThat(told.frame("0000000d 0a 15 00", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
        assertThat(told.frame("0000000c 0a 63 00", Direction.TO_SERVER)).isEqualTo(Dialogue.LOST);
        assertThat(told.frame("0000000c", Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
    }

    /** Lists a,b k c d e f g h i j. */
    private static String offer() {
        return "00000054 09 14" + "5a".repeat(16) + "00000003612c62" + "000000016b" + "0000000163" + "0000000164"
                + "0000000165" + "0000000166" + "0000000167" + "0000000168" + "0000000169" + "000000016a"
                + "0000000000" + "00".repeat(9);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
