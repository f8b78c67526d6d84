// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.wire.Told;

class SnmpTest {

    private static final String ASK = """
            30 26 020101 0406 7075626c6963                      # version 2c, community "public"
            a0 19 020107 020100 020100                          # get, request 7
            30 0e 30 0c 0608 2b06010201010500 0500              # sysName.0
            """;

    @Test
    void anAgentTellsItsName() {
        Told told = new Told(new Snmp()).asks(ASK).answers("""
                30 2a 020101 0406 7075626c6963
                a2 1d 020107 020100 020100
                30 12 30 10 0608 2b06010201010500 0404 706c6331
                """);
        assertThat(told.lines())
                .hasSize(5)
                .contains("request get sysName.0", "response get sysName.0 +1ms", "identity server name = plc1")
                .noneMatch(line -> line.contains("public"));
        assertThat(told.facts())
                .containsExactly(
                        "snmp version=1",
                        "snmp community=public",
                        "snmp pdu=0",
                        "snmp version=1",
                        "snmp community=public",
                        "snmp pdu=2");
    }

    @Test
    void aRefusalIsNamed() {
        Told told = new Told(new Snmp())
                .asks(ASK)
                .answers("3026 020101 0406 7075626c6963 a219 020107 020106 020101 300e300c06082b060102010105000500");
        assertThat(told.lines()).contains("response get sysName.0 refused 6 no_access +1ms");
    }

    @Test
    void theNumberOfAVendorIsItsName() {
        Told told = new Told(new Snmp()).answers("""
                30 2e 020101 0406 7075626c6963 a2 21 020107 020100 020100
                30 16 30 14 0608 2b06010201010200 0608 2b06010401a06401   # sysObjectID of 1.3.6.1.4.1.4196.1
                """);
        assertThat(told.lines()).contains("identity server vendor = Siemens");
    }

    @Test
    void anEncryptedMessageIsSeenAsSuch() {
        Told told = new Told(new Snmp()).asks("""
                30 36 020103
                30 0d 020107 020205dc 040103 020103                 # message 7, flags: authenticated, encrypted
                041a 3018 0400 020100 020100 0405 61646d696e 0400 0405 0000000000 # user "admin"
                0406 000000000000
                """);
        assertThat(told.lines()).containsExactly("request encrypted (encrypted)", "login server user admin secret");
    }

    @Test
    void aCutMessageTellsNothing() {
        assertThat(new Told(new Snmp())
                        .asks(ASK.replace("0500              # sysName.0", ""))
                        .lines())
                .containsExactly("violation truncated 38");
    }
}
