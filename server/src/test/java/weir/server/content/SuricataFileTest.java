// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.analysis.detect.signature.OperationTest;
import weir.analysis.detect.signature.Rule;
import weir.model.Address;
import weir.model.Severity;
import weir.model.Sighting;
import weir.model.Transport;
import weir.wire.net.Packet;
import weir.wire.signature.Content;
import weir.wire.signature.Header;
import weir.wire.signature.NumberTest;
import weir.wire.signature.PacketTest;
import weir.wire.signature.Signature;
import weir.wire.signature.SignatureWatch;
import weir.wire.signature.Threshold;

class SuricataFileTest {

    private static final String STOP = "alert tcp $EXTERNAL_NET any -> [10.0.0.0/8,!10.1.0.0/16] [102,1024:2000] "
            + "(msg:\"S7 stop, \\\"plain\\\"\"; flow:established,to_server; content:\"|03 00|\"; depth:2; "
            + "content:\"|32 01|a\\;B\"; nocase; distance:5; within:10; pcre:\"/^x[0-9]+$/smi\"; "
            + "byte_test:2,>,0x10,4,relative,little; dsize:10<>200; isdataat:!300; flags:PA,CE; "
            + "threshold:type limit, track by_src, count 1, seconds 60; reference:url,example.org; "
            + "metadata:mitre_tactic_id TA0108, mitre_technique_id T0858; priority:1; classtype:x; sid:77; rev:3;)";

    @TempDir
    private Path folder;

    private final Intake intake = new Intake();

    private SuricataFile.Rules read(String text) throws IOException {
        return SuricataFile.read(Files.writeString(folder.resolve("plant.rules"), text), intake);
    }

    private OperationTest operation(String keywords) throws IOException {
        Rule rule = read("alert modbus any any -> any any (" + keywords + " sid:1;)")
                .all()
                .getFirst();
        assertThat(rule.operation()).isNotNull();
        return java.util.Objects.requireNonNull(rule.operation());
    }

    @Test
    void a_rule_about_packets_is_taken_with_all_that_it_says() throws IOException {
        SuricataFile.Rules rules = read("# " + STOP + "\n\n" + STOP.replace("; flow", "; \\\n  flow") + "\n");
        Rule rule = rules.all().getFirst();
        assertThat(rule.id()).isEqualTo("1:77:3");
        assertThat(rule.severity()).isEqualTo(Severity.HIGH);
        assertThat(rule.techniques()).containsExactly("T0858");
        Signature signature = rules.packets().getFirst();
        assertThat(signature.body()).hasSize(5);
        Content second = (Content) signature.body().get(1);
        assertThat(second.octets()).isEqualTo("2\u0001a;b".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(List.of(second.offset(), second.depth())).containsExactly(5, 10);
        assertThat(second.relative()).isTrue();
        NumberTest number = (NumberTest) signature.body().get(3);
        assertThat(number.value()).isEqualTo(16);
        assertThat(number.little()).isTrue();
        assertThat(signature.marks())
                .contains(new PacketTest.Way(true), new PacketTest.Established(), new PacketTest.Size(11, 199, false));
        assertThat(signature.threshold()).isEqualTo(new Threshold(Threshold.Kind.LIMIT, Threshold.Track.SOURCE, 1, 60));
        assertThat(signature.header().to().notIn()).hasSize(1);
        assertThat(signature.header().toPorts().in()).hasSize(2);
        assertThat(intake.taken()).isEqualTo(Map.of("rules about packets", 1L));
    }

    @Test
    void keywords_of_industrial_protocols_are_tests_of_operations() throws IOException {
        assertThat(operation("modbus: function 5;")).isEqualTo(new OperationTest.Function(5, -1, false));
        assertThat(operation("modbus: function !5;")).isEqualTo(new OperationTest.Function(5, -1, true));
        assertThat(operation("modbus: function 8, subfunction 4;")).isEqualTo(new OperationTest.Function(8, 4, false));
        assertThat(operation("modbus: function 90;")).isEqualTo(new OperationTest.Services("umas", Set.of(), true));
        assertThat(operation("modbus: unit !2<>6;")).isEqualTo(new OperationTest.Unit("modbus", 3, 5, true));
        assertThat(operation("modbus: access read holding, address >9;"))
                .isEqualTo(new OperationTest.Access("modbus", false, "holding_register", 9, Long.MAX_VALUE));
        assertThat(operation("modbus: access write coils, address 100<>200;"))
                .isEqualTo(new OperationTest.Access("modbus", true, "coil", 100, 198));
        assertThat(operation("modbus: unit 3, access read;"))
                .isEqualTo(new OperationTest.All(List.of(
                        new OperationTest.Unit("modbus", 3, 3, false),
                        new OperationTest.Access("modbus", false, "", -1, Long.MAX_VALUE))));
        assertThat(operation("dnp3_func:cold_restart; flow:to_server;"))
                .isEqualTo(new OperationTest.Services("dnp3", Set.of(13), false));
        assertThat(operation("dnp3_func:2; dnp3_obj:50,1;"))
                .isEqualTo(new OperationTest.All(List.of(
                        new OperationTest.Services("dnp3", Set.of(2), false),
                        new OperationTest.Space("dnp3", "50:1"))));
        assertThat(operation("dnp3_obj:12,1;")).isEqualTo(new OperationTest.Space("dnp3", "12:1"));
        assertThat(operation("enip_command:99;")).isEqualTo(new OperationTest.Services("enip", Set.of(99), false));
        assertThat(operation("cip_service:5;")).isEqualTo(new OperationTest.Services("cip", Set.of(5), false));
    }

    @Test
    void what_cannot_be_judged_is_refused_by_name_and_counted() throws IOException {
        String rule = "alert tcp any any -> any any (%s sid:1;)\n";
        StringBuilder file = new StringBuilder();
        for (String keywords : List.of(
                "content:\"a\"; byte_jump:1,0;",
                "flowbits:set,x;",
                "http.uri; content:\"a\";",
                "modbus: function 5; threshold:type both, track by_src, count 2, seconds 9;",
                "modbus: unit 0;",
                "modbus: function 8, subfunction 77;",
                "modbus: value >3;",
                "dnp3_ind:device_restart;",
                "enip_command:111;",
                "cip_service:10;",
                "cip_service:4,5;",
                "threshold:track by_src, count 2, seconds 9;",
                "app-layer-event:modbus.invalid_protocol_id;",
                "noalert;",
                "modbus: function assigned;",
                "dnp3_func:response;",
                "pcre:\"/a/U\";",
                "pcre:\"/(/\";",
                "content:\"|0|\";",
                "nocase;",
                "threshold:type new, track by_src;",
                "content:\"unfinished;")) {
            file.append(rule.formatted(keywords));
        }
        file.append("pass tcp any any -> any any (sid:1;)\n")
                .append("alert http any any -> any any (sid:1;)\n")
                .append("alert tcp any any -> any any (content:\"a\";)\n")
                .append("alert tcp 10.0.0.999 any -> any any (sid:1;)\n")
                .append("nonsense\n");
        assertThat(read(file.toString()).all()).isEmpty();
        assertThat(intake.refused())
                .containsOnlyKeys(
                        "rules with the keyword byte_jump",
                        "rules with the keyword flowbits",
                        "rules with the keyword http.uri",
                        "rules that count operations of a protocol",
                        "rules with modbus unit 0 or 255, which both stand for the device itself",
                        "rules with a modbus function that is not told on its own",
                        "rules with modbus value",
                        "rules with the keyword dnp3_ind",
                        "rules with an enip_command that carries others",
                        "rules with a cip_service that carries others",
                        "rules with cip_service of a class",
                        "rules with a broken threshold",
                        "rules with the keyword app-layer-event",
                        "rules that alert nobody",
                        "rules with the modbus function category assigned",
                        "rules with dnp3_func about answers",
                        "rules with the flag U of an expression",
                        "rules with an expression that is not understood",
                        "rules with octets that are none",
                        "rules with nocase before any content",
                        "rules with a threshold of the type new",
                        "rules that are not formed as Suricata's",
                        "rules with the action pass",
                        "rules for the protocol http",
                        "rules without a sid",
                        "rules with an address that is none");
    }

    @Test
    void priority_grades_before_class_and_class_before_nothing() throws IOException {
        String rule = "alert tcp any any -> any any (msg:\"a\\;b\"; content:\"ab\"; %s sid:%d;)\n";
        List<Rule> rules = read(rule.formatted("classtype:trojan-activity;", 1)
                        + rule.formatted("classtype:misc-activity;", 2)
                        + rule.formatted("priority:2; classtype:trojan-activity;", 3)
                        + rule.formatted("classtype:of-our-own;", 4)
                        + rule.formatted("", 5))
                .all();
        assertThat(rules)
                .extracting(Rule::severity)
                .containsExactly(Severity.HIGH, Severity.LOW, Severity.MEDIUM, Severity.MEDIUM, Severity.MEDIUM);
        assertThat(rules).extracting(Rule::text).containsOnly("a;b");
    }

    @Test
    void a_sid_stands_once() throws IOException {
        String rule = "alert tcp any any -> any any (content:\"ab\"; sid:4; rev:%d;)\n";
        assertThat(read(rule.formatted(1) + rule.formatted(2)).all()).hasSize(1);
        assertThat(intake.refused()).containsOnlyKeys("rules with a sid that stands before");
    }

    @Test
    void a_variable_in_a_list_is_anything() throws IOException {
        Header header = read("alert tcp [10.0.0.0/8,$OURS] any -> ![10.1.0.0/16,$OURS] [80,$PORTS] (dsize:1; sid:1;)")
                .packets()
                .getFirst()
                .header();
        assertThat(header.from().in()).isEmpty();
        assertThat(header.to().in()).isEmpty();
        assertThat(header.to().notIn()).hasSize(1);
        assertThat(header.toPorts().in()).isEmpty();
    }

    @Test
    void a_rule_about_an_operation_and_its_packet_is_for_both() throws IOException {
        SuricataFile.Rules rules =
                read("alert modbus any any -> any any (modbus: function 6; content:\"|be ef|\"; sid:1;)");
        assertThat(rules.all().getFirst().operation()).isNotNull();
        assertThat(rules.all().getFirst().packets()).isTrue();
        assertThat(rules.packets()).hasSize(1);
        assertThat(intake.taken()).isEqualTo(Map.of("rules about operations", 1L));
    }

    @Test
    void a_text_in_an_industrial_protocol_has_to_stand_in_a_packet_of_it() throws IOException {
        assertThat(operation("content:\"|be ef|\";")).isEqualTo(new OperationTest.Speaks(Set.of("modbus", "umas")));
        assertThat(read("alert enip any any -> any any (flow:to_server; sid:1;)")
                        .all())
                .isEmpty();
        assertThat(intake.refused()).containsOnlyKeys("rules about all packets of a protocol");
    }

    private boolean finds(String keywords, String payload) throws IOException {
        Signature signature = read("alert tcp any any -> any any (" + keywords + " sid:1;)")
                .packets()
                .getFirst();
        List<Long> told = new ArrayList<>();
        Packet packet = new Packet();
        packet.data = payload.getBytes(StandardCharsets.ISO_8859_1);
        packet.captured = packet.data.length;
        packet.length = packet.data.length;
        Sighting at = new Sighting().packet(1, 0);
        at.between(Transport.TCP, Address.ipv4(1), 1, Address.ipv4(2), 502);
        new SignatureWatch(List.of(signature), (when, what) -> told.add(when.packet())).packet(at, packet);
        return !told.isEmpty();
    }

    /** As rules for Modbus and DNP3 without decoders are written. */
    @Test
    void an_expression_may_have_to_begin_at_once() throws IOException {
        String write = "content: \"|00 00|\"; offset:2; depth:2; pcre:\"/[\\S\\s]{3}(\\x05|\\x06|\\x0F|\\x10)/iAR\";";
        assertThat(finds(write, "\0\1\0\0\0\6\1\6\0\1\0\3")).isTrue();
        assertThat(finds(write, "\0\1\0\0\0\6\1\3\0\1\0\6")).isFalse();
        String foreign = "pcre:\"/[\\S\\s]{2}(?!\\x00\\x00)/iAR\";";
        assertThat(finds(foreign, "\0\1\0\0\0\6")).isFalse();
        assertThat(finds(foreign, "GET / HTTP/1.1")).isTrue();
        assertThat(finds("pcre:\"/b|a/A\";", "xab")).isFalse();
        assertThat(finds("pcre:\"/b|a #first/Ax\";", "ab")).isTrue();
    }

    @Test
    void a_point_is_anything_but_a_line_feed() throws IOException {
        assertThat(finds("pcre:\"/^a.b$/\";", "a\rb")).isTrue();
        assertThat(finds("pcre:\"/^a.b$/\";", "a\u0085b\n")).isTrue();
        assertThat(finds("pcre:\"/^a.b$/\";", "a\nb")).isFalse();
    }

    @Test
    void what_stands_after_a_text_is_counted_from_it() throws IOException {
        String three = "content:\"abc\"; isdataat:!1,relative;";
        assertThat(finds(three, "xabc")).isTrue();
        assertThat(finds(three, "xabcd")).isFalse();
        assertThat(finds("content:\"abc\"; endswith;", "xabc")).isTrue();
        assertThat(finds("content:\"abc\"; startswith;", "xabc")).isFalse();
        assertThat(finds("content:\"abc\"; startswith; byte_test: 1, >=, 0x80, 0, relative;", "abc\u0083"))
                .isTrue();
        assertThat(finds("content:\"abc\"; startswith; byte_test: 1, &, 0x80, 3;", "abc\u0003"))
                .isFalse();
    }

    @Test
    void no_rule_breaks_the_reader() throws IOException {
        Random random = new Random(23);
        byte[] rule = STOP.getBytes(StandardCharsets.ISO_8859_1);
        StringBuilder file = new StringBuilder();
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = rule.clone();
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) "(){}[];:,!|\"\\/ 09aZ<>$".charAt(random.nextInt(22));
            }
            file.append(new String(bytes, StandardCharsets.ISO_8859_1).replace("sid:77", "sid:" + round))
                    .append('\n');
        }
        read(file.toString());
        assertThat(intake.takenCount()).isPositive();
        assertThat(intake.refusedCount()).isPositive();
    }
}
