// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Told;

/** DNS, mDNS and LLMNR as they stand on the wire. */
final class DnsTest {

    private static final String PLC_PLANT = "03706c63 05706c616e74 00"; // plc.plant
    private static final String QUERY = """
            001b                           # length, over TCP
            1234 0100 0001 0000 0000 0000  # id, recursion desired, one question
            """ + PLC_PLANT + "0001 0001   # A, internet";

    private final Told told = new Told(new Dns());

    @Test
    void anAnswerNamesTheAddressAndRestatesItsQuestion() {
        told.asks(QUERY).answers("""
                002b 1234 8580 0001 0001 0000 0000
                """ + PLC_PLANT + """
                0001 0001
                c00c 0001 0001 0000003c 0004 0a000005  # pointer to the question's name; 10.0.0.5
                """);
        assertThat(told.lines())
                .containsExactly(
                        "request query A plc.plant",
                        "response query A plc.plant +1ms",
                        "identity 10.0.0.5 name = plc.plant");
    }

    @Test
    void anUnknownNameIsRefused() {
        told.asks(QUERY).answers("001b 1234 8583 0001 0000 0000 0000" + PLC_PLANT + "0001 0001");
        assertThat(told.lines()).endsWith("response query A plc.plant refused 3 no_such_name +1ms");
    }

    @Test
    void aDynamicUpdateConfiguresAndAZoneTransferIsToldApart() {
        told.asks("001b 0001 2800 0001 0000 0000 0000" + PLC_PLANT + "0006 0001")
                .asks("001b 0002 0000 0001 0000 0000 0000" + PLC_PLANT + "00fc 0001");
        assertThat(told.lines())
                .containsExactly("request update SOA plc.plant", "request zone_transfer AXFR plc.plant");
        assertThat(Lookup.UPDATE.verb()).isEqualTo(weir.model.Verb.CONFIGURE);
    }

    @Test
    void aPointerToItselfIsMalformedAndEnds() {
        told.asks("0012 1234 0100 0001 0000 0000 0000 c00c 0001 0001");
        assertThat(told.lines()).containsExactly("violation malformed 4660");
    }

    @Test
    void pointersThatGoForwardAreMalformed() {
        told.asks("0014 1234 0100 0001 0000 0000 0000 c00e c00c 0001 0001");
        assertThat(told.lines()).containsExactly("violation malformed 4660");
    }

    @Test
    void aCutMessageTellsNothingThatItDoesNotSay() {
        told.asks("0010 1234 0100 0001 0000 0000 0000 03706c63");
        assertThat(told.lines()).containsExactly("violation malformed 4660");
        told.asks("0010 1234 0100");
        assertThat(told.lines()).containsExactly("violation truncated 4");
    }

    private static String alias(int last) {
        String label = "3f" + "61".repeat(63);
        String name = label.repeat(3) + "%02x".formatted(last) + "62".repeat(last) + "00";
        int octets = 3 * 64 + last + 2;
        return "%04x 1234 8580 0001 0001 0000 0000".formatted(39 + octets) + PLC_PLANT + "0001 0001"
                + "c00c 0005 0001 0000003c %04x".formatted(octets) + name;
    }

    @Test
    void anAliasOfMoreOctetsThanANameMayHaveIsTold() {
        told.asks(QUERY).answers(alias(61));
        assertThat(told.lines()).noneMatch(l -> l.startsWith("violation"));
        told.asks(QUERY).answers(alias(62));
        assertThat(told.lines()).endsWith("violation name_too_long 5");
    }

    @Test
    void anAliasThatGrowsByItsPointerIsTold() {
        String question = "3f" + "61".repeat(63) + ("3f" + "61".repeat(63)).repeat(2) + "00";
        String start = " 1234 8580 0001 0001 0000 0000" + question + "0001 0001 c00c 0005 0001 0000003c ";
        String grown = "0042 3f" + "62".repeat(63) + "c00c";
        told.answers("%04x".formatted(12 + 193 + 4 + 12 + 66) + start + grown);
        assertThat(told.lines()).endsWith("violation name_too_long 5");
        told.answers("%04x".formatted(12 + 193 + 4 + 12 + 6) + start + "0006 03626262c00c");
        assertThat(told.lines()).noneMatch(l -> l.startsWith("violation"));
    }

    @Test
    void aRecordBehindTheEndThatTheLengthGivesIsTold() {
        String record = "c00c 0001 0001 0000003c 0004 0a0000";
        told.answers("002a 1234 8580 0001 0001 0000 0000" + PLC_PLANT + "0001 0001" + record);
        assertThat(told.lines()).endsWith("violation record_beyond_length 4660");
    }

    @Test
    void aMessageIsFramedByItsLengthAndOtherBytesAreLost() {
        assertThat(told.frame(QUERY, Direction.TO_SERVER)).isEqualTo(29);
        assertThat(told.frame("001b 1234 01", Direction.TO_SERVER)).isEqualTo(Dialogue.MORE);
        assertThat(told.frame("0003 0000 0016 02f0 8032 0100 0005 0000 0800", Direction.TO_SERVER))
                .isEqualTo(Dialogue.LOST);
    }

    @Test
    void onlyAMessageThatEndsWhereItsRecordsEndIsSure() {
        String query = "1234 0100 0001 0000 0000 0000" + PLC_PLANT + "0001 0001";
        assertThat(probe(query)).isEqualTo(Likeness.SURE);
        assertThat(probe(query + "00")).isEqualTo(Likeness.MAYBE);
        assertThat(probe(query.replace("0001 0001", "0001 7777"))).isEqualTo(Likeness.NO);
    }

    @Test
    void anAnswerCutBehindItsQuestionMayStillBeOne() {
        String answer = "1234 8400 0001 0000 0008 0001" + PLC_PLANT + "0001 0001" + "20 65666c62";
        assertThat(probe(answer)).isEqualTo(Likeness.MAYBE);
        assertThat(probe("1234 8400 0001 0000 0008 0001" + "03 706c")).isEqualTo(Likeness.NO);
    }

    private static Likeness probe(String hex) {
        byte[] bytes = Told.bytes(hex);
        return new Dns().probe(new Cursor().wrap(bytes, 0, bytes.length), Transport.UDP);
    }

    @Test
    void aMulticastAnswerTellsModelAndNameOfItsSender() {
        Told device = new Told(new Mdns());
        device.answers("""
                0000 8400 0000 0002 0000 0000
                04686f7374 05 6c6f63616c 00 0001 8001 00000078 0004 0a000002  # host.local is 10.0.0.2
                c00c 0010 8001 00000078 001b
                0f 6d6f64656c3d 4d6163426f6f6b5072                            # model=MacBookPr
                0a 6e6f74653d 48616c6c31                                      # note=Hall1
                """);
        assertThat(device.lines())
                .containsExactly(
                        "notice query A host.local",
                        "identity server name = host.local",
                        "identity server model = MacBookPr",
                        "identity server location = Hall1");
    }

    @Test
    void aLinkLocalAnswerIsTheDevicesOwnWord() {
        Told device = new Told(new Llmnr());
        device.answers("""
                0001 8000 0001 0001 0000 0000
                03706c63 00 0001 0001
                03706c63 00 0001 0001 0000001e 0004 0a000002
                """);
        assertThat(device.lines()).containsExactly("response query A plc", "identity server name = plc");
    }
}
