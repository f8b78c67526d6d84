// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Told;

/** The NetBIOS name service as it stands on the wire. */
final class NbnsTest {

    /** {@code PLC<20>}: each half octet a letter, A for 0. */
    private static final String PLC = "20 4641454d4544434143414341434143414341434143414341434143414341" + "4341 00";

    private final Told told = new Told(new Nbns());

    @Test
    void aRegistrationNamesTheAddressThatItIsFor() {
        told.asks("0001 2910 0001 0000 0000 0001" + PLC + "0020 0001 # NB, internet\n"
                + "c00c 0020 0001 000493e0 0006 0000 0a000001       # unique, 10.0.0.1");
        assertThat(told.lines()).containsExactly("request registration PLC<20>", "identity client name = PLC");
        assertThat(told.facts()).containsExactly("nbns name=PLC<20>", "nbns name=PLC<20> (Server service)");
    }

    @Test
    void aGroupNameIsNobodys() {
        told.asks("0001 2910 0001 0000 0000 0001" + PLC + "0020 0001 c00c 0020 0001 000493e0 0006 8000 0a000001");
        assertThat(told.lines()).containsExactly("request registration PLC<20>");
    }

    @Test
    void aNodeStatusTellsTheNamesAndTheHardwareAddress() {
        told.answers("0001 8400 0000 0001 0000 0000" + PLC + """
                0021 0001 00000000 001c
                01                                      # one name
                504c43202020202020202020202020 00 0400  # PLC, workstation, active
                b8aeed7e1b4c 000000                     # hardware address, statistics
                """);
        assertThat(told.lines())
                .containsExactly(
                        "response node_status PLC<20>",
                        "identity server name = PLC",
                        "identity server mac = b8:ae:ed:7e:1b:4c");
    }

    @Test
    void aRefusalSaysWhy() {
        told.asks("0001 0110 0001 0000 0000 0000" + PLC + "0020 0001")
                .answers("0001 8583 0000 0001 0000 0000" + PLC + "0020 0001 00000000 0000");
        assertThat(told.lines())
                .containsExactly("request query PLC<20>", "response query PLC<20> refused 3 no_such_name +1ms");
    }

    @Test
    void aCutNameIsMalformed() {
        told.asks("0001 0110 0001 0000 0000 0000 20 4641454d");
        assertThat(told.lines()).containsExactly("violation malformed 1");
    }
}
