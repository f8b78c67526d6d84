// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Told;

/** Messages by hand: code, identifier, length, authenticator, attributes. */
class RadiusTest {

    private static final String AUTHENTICATOR = "5a".repeat(16);

    private final Told told = new Told(new Radius());

    /** User ab (1), server sw (32). */
    @Test
    void aLoginIsThatOfTheDeviceThatAsks() {
        told.asks("0107001c" + AUTHENTICATOR + "01046162 20047377").answers("03070014" + AUTHENTICATOR);

        assertThat(told.lines())
                .containsExactly(
                        "request access sw ab",
                        "identity client name = sw",
                        "response access sw ab refused 3 access_reject +1ms",
                        "login client sw user ab secret refused 3 access_reject");
        assertThat(told.facts()).containsExactly("radius code=1", "radius code=3");
    }

    @Test
    void accountingSaysWhatBegins() {
        told.asks("0408001a" + AUTHENTICATOR + "280600000001").answers("05080014" + AUTHENTICATOR);

        assertThat(told.lines()).containsExactly("request accounting (start)", "response accounting +1ms");
    }

    @Test
    void cutAndMalformedMessagesAreNamed() {
        told.asks("0107001c" + AUTHENTICATOR)
                .asks("01070018" + AUTHENTICATOR + "01086162")
                .asks("63070014" + AUTHENTICATOR);

        assertThat(told.lines())
                .containsExactly(
                        "violation truncated 16", "violation malformed_attribute 2", "violation unknown_code 99");
    }
}
