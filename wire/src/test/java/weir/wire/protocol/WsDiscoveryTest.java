// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import weir.wire.Told;
import weir.wire.protocol.wsdiscovery.WsDiscovery;

/** Messages as text. */
class WsDiscoveryTest {

    private static final String ACTION = "<a:Action>http://schemas.xmlsoap.org/ws/2005/04/discovery/";

    private final Told told = new Told(new WsDiscovery());

    @Test
    void aCameraAnswersWithWhatItIs() {
        told.asks(hex("<e:Envelope>" + ACTION + "Probe</a:Action><a:MessageID>u1</a:MessageID><d:Types>x</d:Types>"
                + "</e:Envelope>"));
        told.answers(hex("<e:Envelope>" + ACTION + "ProbeMatches</a:Action><a:RelatesTo>u1</a:RelatesTo>"
                + "<d:Types>dn:Camera</d:Types><d:Scopes>onvif://www.onvif.org/name/Gate%201</d:Scopes>"
                + "<d:XAddrs>http://10.0.0.2/</d:XAddrs></e:Envelope>"));

        assertThat(told.lines())
                .containsExactly(
                        "request probe x",
                        "response probe http://10.0.0.2/ +1ms",
                        "identity server device_type = dn:Camera",
                        "identity server name = Gate 1");
    }

    @Test
    void anEnvelopeThatDoesNotEndTellsNothingElse() {
        told.asks(hex("<e:Envelope>" + ACTION + "Probe</a:Action><d:Types>x</d:Types>"));

        assertThat(told.lines()).containsExactly("violation truncated 106");
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
