// SPDX-License-Identifier: Apache-2.0
package weir.wire.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import weir.model.Address;
import weir.model.Alert;
import weir.model.Network;
import weir.model.Severity;
import weir.model.Sighting;
import weir.model.Transport;
import weir.wire.net.Packet;

class SignatureWatchTest {

    private static final Header ANY = new Header(Set.of(), Hosts.ANY, Ports.ANY, Hosts.ANY, Ports.ANY, false);

    private long packets;
    private long time;

    private static Content content(String text, boolean relative, int offset, int depth) {
        return new Content(text.getBytes(StandardCharsets.ISO_8859_1), false, false, relative, offset, depth, false);
    }

    private static Content anywhere(String text) {
        return content(text, false, 0, -1);
    }

    private static Signature signature(Header header, @Nullable Threshold threshold, PayloadTest... body) {
        return new Signature("1:1:1", "x", Severity.HIGH, header, List.of(), List.of(body), threshold);
    }

    private boolean finds(String payload, PayloadTest... body) {
        return told(List.of(signature(ANY, null, body)), payload) == 1;
    }

    private int told(List<Signature> signatures, String... payloads) {
        List<String> told = new ArrayList<>();
        SignatureWatch watch = new SignatureWatch(signatures, (at, what) -> told.add(((Alert) what).rule()));
        for (String payload : payloads) {
            send(watch, "10.0.0.1", 40_000, payload.getBytes(StandardCharsets.ISO_8859_1));
        }
        return told.size();
    }

    private void send(SignatureWatch watch, String from, int port, byte[] payload) {
        Packet packet = new Packet();
        packet.transport = Transport.TCP;
        packet.data = Arrays.copyOf(payload, payload.length + 3);
        packet.captured = payload.length;
        packet.length = payload.length;
        packet.flags = Packet.ACK;
        Sighting at = new Sighting();
        at.packet(++packets, time);
        at.between(Transport.TCP, Address.parse(from), port, Address.parse("10.0.0.9"), 502)
                .conversation(1, true);
        watch.packet(at, packet);
    }

    @Test
    void a_text_is_found_where_it_may_stand_and_nowhere_else() {
        assertThat(finds("abcdef", anywhere("cd"))).isTrue();
        assertThat(finds("abcdef", anywhere("ce"))).isFalse();
        assertThat(finds("abcdef", content("cd", false, 2, 2))).isTrue();
        assertThat(finds("abcdef", content("cd", false, 3, -1))).isFalse();
        assertThat(finds("abcdef", content("cd", false, 0, 3))).isFalse();
        assertThat(finds("", anywhere("cd"))).isFalse();
    }

    @Test
    void a_second_text_is_counted_from_the_first_and_every_place_of_the_first_is_tried() {
        assertThat(finds("aab", anywhere("a"), content("b", true, 0, 1))).isTrue();
        assertThat(finds("axxb axb", anywhere("a"), content("b", true, 1, 1))).isTrue();
        assertThat(finds("axxb axxb", anywhere("a"), content("b", true, 1, 1))).isFalse();
    }

    @Test
    void case_absence_and_the_end_are_looked_at() {
        byte[] word = "AbC".getBytes(StandardCharsets.US_ASCII);
        assertThat(finds("xxaBcxx", new Content(word, true, false, false, 0, -1, false)))
                .isTrue();
        assertThat(finds("xxaBcxx", new Content(word, false, false, false, 0, -1, false)))
                .isFalse();
        assertThat(finds("xxAbC", new Content(word, false, false, false, 0, -1, true)))
                .isTrue();
        assertThat(finds("AbCx", new Content(word, false, false, false, 0, -1, true)))
                .isFalse();
        assertThat(finds("xxAbC", anywhere("xx"), new Content(word, false, true, false, 0, -1, false)))
                .isFalse();
        assertThat(finds("xxabc", anywhere("xx"), new Content(word, false, true, false, 0, -1, false)))
                .isTrue();
    }

    @Test
    void numbers_expressions_and_length_are_compared() {
        NumberTest more = new NumberTest(2, 0, false, NumberTest.Operator.MORE, false, 0x100, 1, true);
        assertThat(finds("a\u0000\u0002\u0000", anywhere("a"), more)).isTrue();
        assertThat(finds("a\u0000\u0001\u0000", anywhere("a"), more)).isFalse();
        assertThat(finds("a\u0000\u0002", anywhere("a"), more)).isFalse();
        NumberTest digits = new NumberTest(3, 10, false, NumberTest.Operator.EQUAL, false, 42, 0, false);
        assertThat(finds("42;", digits)).isTrue();
        assertThat(finds("43;", digits)).isFalse();
        Expression after = new Expression(Pattern.compile("b+c"), false, true);
        assertThat(finds("bbc a", anywhere("a"), after)).isFalse();
        assertThat(finds("a bbc", anywhere("a"), after)).isTrue();
        assertThat(finds("abc", new DataAt(2, false, false))).isTrue();
        assertThat(finds("abc", new DataAt(3, false, false))).isFalse();
    }

    @Test
    void so_many_octets_after_a_text_is_another_thing_than_an_octet_at_a_place() {
        assertThat(finds("xab", anywhere("ab"), new DataAt(1, true, true))).isTrue();
        assertThat(finds("xabc", anywhere("ab"), new DataAt(1, true, true))).isFalse();
        assertThat(finds("xabc", anywhere("ab"), new DataAt(1, true, false))).isTrue();
        assertThat(finds("xabc", anywhere("ab"), new DataAt(2, true, false))).isFalse();
    }

    @Test
    void numbers_have_no_sign() {
        NumberTest more = new NumberTest(8, 0, false, NumberTest.Operator.MORE, false, 7, 0, false);
        assertThat(finds("\u00ff".repeat(8), more)).isTrue();
        assertThat(finds("\u0000".repeat(7) + "\u0007", more)).isFalse();
    }

    @Test
    void frames_without_ip_are_none_of_any_ip() {
        Sighting at = new Sighting().packet(1, 0);
        at.between(Transport.LINK, Address.mac(1), 0, Address.mac(2), 0);
        assertThat(ANY.holds(at)).isFalse();
        at.between(Transport.ICMP, Address.ipv4(1), 0, Address.ipv4(2), 0);
        assertThat(ANY.holds(at)).isTrue();
    }

    @Test
    @Timeout(20)
    void expressions_that_start_at_many_places_share_what_they_may_look() {
        Expression slow = new Expression(Pattern.compile("(a+)+b"), false, true);
        Expression absent = new Expression(Pattern.compile("(a+)+b"), true, true);
        assertThat(finds("a".repeat(1_400), anywhere("a"), slow)).isFalse();
        assertThat(finds("a".repeat(1_400), anywhere("a"), absent)).isFalse();
        assertThat(finds("a".repeat(60_000), anywhere("a"), anywhere("a"), anywhere("ab")))
                .isFalse();
    }

    @Test
    void a_text_is_found_by_any_of_its_pairs_wherever_it_stands() {
        for (String text : List.of("\u0000\u0000\u0003", "ab\u0000\u0000", "\u0000\u0000", "xyz")) {
            assertThat(finds(text, anywhere(text))).isTrue();
            assertThat(finds("q" + text + "q", anywhere(text))).isTrue();
            assertThat(finds("q" + text.substring(1), anywhere(text))).isFalse();
            assertThat(finds(text.substring(0, text.length() - 1), anywhere(text)))
                    .isFalse();
        }
    }

    @Test
    void an_expression_without_end_is_stopped() {
        Expression slow = new Expression(Pattern.compile("(a+)+b"), false, false);
        assertThat(finds("a".repeat(2_000), slow)).isFalse();
    }

    @Test
    void the_ends_have_to_be_right() {
        Hosts plant = new Hosts(List.of(Network.parse("10.0.0.0/24")), List.of(Network.parse("10.0.0.7")));
        Ports modbus = new Ports(List.of(new Ports.Range(500, 502)), List.of(new Ports.Range(501, 501)));
        Header header = new Header(Set.of(Transport.TCP), plant, Ports.ANY, Hosts.ANY, modbus, false);
        List<String> told = new ArrayList<>();
        SignatureWatch watch = new SignatureWatch(
                List.of(signature(header, null, anywhere("ab"))),
                (at, what) -> told.add(at.source() + " " + at.sourcePort()));
        byte[] payload = {'a', 'b'};
        send(watch, "10.0.0.1", 40_000, payload);
        send(watch, "10.0.0.7", 40_000, payload);
        send(watch, "10.0.1.1", 40_000, payload);
        assertThat(told).containsExactly("10.0.0.1 40000");
    }

    @Test
    void a_threshold_decides_which_times_are_told() {
        String[] five = {"ab", "ab", "ab", "ab", "ab"};
        Threshold.Track source = Threshold.Track.SOURCE;
        List<Integer> told = new ArrayList<>();
        for (Threshold.Kind kind : Threshold.Kind.values()) {
            told.add(told(List.of(signature(ANY, new Threshold(kind, source, 2, 60), anywhere("ab"))), five));
        }
        assertThat(told).containsExactly(2, 2, 1, 3);
    }

    @Test
    void a_threshold_begins_anew_after_its_time() {
        Threshold twice = new Threshold(Threshold.Kind.BOTH, Threshold.Track.RULE, 2, 10);
        List<String> told = new ArrayList<>();
        SignatureWatch watch =
                new SignatureWatch(List.of(signature(ANY, twice, anywhere("ab"))), (at, what) -> told.add("x"));
        for (int i = 0; i < 6; i++) {
            time = i * 8_000_000_000L;
            send(watch, "10.0.0.1", 1, new byte[] {'a', 'b'});
        }
        assertThat(told).hasSize(3);
    }

    @Test
    void whatever_stands_anywhere_a_signature_is_told_once_a_packet_at_most() {
        Random random = new Random(7);
        List<Signature> signatures = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            byte[] octets = new byte[random.nextInt(1, 4)];
            random.nextBytes(octets);
            PayloadTest text = new Content(octets, random.nextBoolean(), false, false, 0, -1, false);
            signatures.add(new Signature("1:" + i + ":1", "x", Severity.LOW, ANY, List.of(), List.of(text), null));
        }
        List<String> told = new ArrayList<>();
        SignatureWatch watch =
                new SignatureWatch(signatures, (at, what) -> told.add(at.packet() + " " + ((Alert) what).rule()));
        for (int i = 0; i < 2_000; i++) {
            byte[] payload = new byte[random.nextInt(200)];
            random.nextBytes(payload);
            send(watch, "10.0.0.1", 1, payload);
        }
        assertThat(told).isNotEmpty().doesNotHaveDuplicates();
    }
}
