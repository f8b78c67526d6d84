// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.model.Operation;
import weir.model.Phase;
import weir.model.Verb;

/** What is read is read rightly, and what is counted is counted by hand first. */
class EvaluationTest {

    @TempDir
    private Path folder = Path.of("");

    private static Told incident(double start, double end, String... techniques) {
        return new Told("x", "high", start, end, 1, 2, List.of(), List.of(techniques));
    }

    private static Label label(double start, double end, long packets, String kind) {
        return new Label("c", start, end, packets, kind, List.of("T0855"));
    }

    @Test
    void intervals_are_found_by_incidents_that_overlap_them_or_follow_within_a_minute() {
        List<Label> labels = List.of(
                label(1000, 1010, 5, "one"),
                label(2000, 2010, -1, "two"),
                label(3000, 3010, 5, "three"),
                label(4000, 4010, 0, "elsewhere"),
                label(0, 9000, 0, "benign-control"));
        List<Told> incidents = List.of(
                incident(1005, 1006, "T0855"),
                incident(1069, 1100),
                incident(2071, 2100),
                incident(2990, 3005, "T0800"),
                incident(4001, 4002));

        IntervalMatch match = IntervalMatch.of(labels, incidents);

        assertThat(match.found()).extracting(Label::kind).containsExactly("one", "three");
        assertThat(match.missed()).extracting(Label::kind).containsExactly("two");
        assertThat(match.named()).extracting(Label::kind).containsExactly("one");
        assertThat(match.pieces()).isEqualTo(4);
        assertThat(match.longestMinutes()).isZero();
        assertThat(match.wrong()).containsExactly(incident(2071, 2100));
    }

    @Test
    void incidents_are_read_line_by_line() throws IOException {
        Path file = Files.writeString(folder.resolve("incidents.jsonl"), """
                {"id":"I-1","start":12.500000000,"end":13e0,"severity":"critical","title":"A \\"b\\" \\u00e4\\n","techniques":["T1","T2"],"assets":[],"detectors":["PR-01"],"more":{"x":[1,null,true]},"firstPacket":7,"lastPacket":9}

                {"start":"2020-01-01T00:00:01.5Z","end":"2020-01-01T00:00:02Z","severity":"low"}
                """);

        List<Told> told = Told.read(file);

        assertThat(told.getFirst())
                .isEqualTo(new Told("A \"b\" ä\n", "critical", 12.5, 13, 7, 9, List.of("PR-01"), List.of("T1", "T2")));
        assertThat(told.getFirst().serious()).isTrue();
        assertThat(told.getLast().start()).isEqualTo(1577836801.5);
        assertThat(told.getLast().serious()).isFalse();
    }

    @Test
    void cells_may_be_quoted() {
        assertThat(Cells.of("a,\"b,\"\"c\"\"\", d ,", ',')).containsExactly("a", "b,\"c\"", "d", "");
    }

    @Test
    void scores_are_read_and_cut() throws IOException {
        Path file = Files.writeString(folder.resolve("scores.csv"), "time,score,alarm\r\n\"1,5\",0.5,0\r\n2,1.5,1\r\n");

        assertThat(Judged.read(file).alarm()).containsExactly(false, true);
        assertThat(Judged.read(file).from(1).score()).containsExactly(1.5);
    }

    @Test
    void messages_become_operations() throws IOException {
        Path mms = Files.writeString(folder.resolve("mms.csv"), """
                head
                07:26:31.5;1;10.0.0.1;10.0.0.2;5000;102;99;0;5;7;DOM;ITEM;
                07:26:31.6;1;10.0.0.2;10.0.0.1;102;5000;99;1;5;7;;;
                """);
        Path iec = Files.writeString(folder.resolve("iec.csv"), """
                head
                17:15:49.91;1.5;10.0.0.1;10.0.0.2;5000;2404;59;17;0x00000000;;45;1;6;0;12
                17:15:49.91;2;10.0.0.2;10.0.0.1;2404;5000;59;17;0x00000000;;36;1;3;0;12
                """);

        List<MessageTable.Message> messages = MessageTable.mms(mms).messages();
        Operation write = messages.getFirst().operation();
        assertThat(write.verb()).isEqualTo(Verb.WRITE);
        assertThat(write.target().label()).isEqualTo("DOM ITEM");
        assertThat(messages.getFirst().client()).isTrue();
        assertThat(messages.getLast().operation().phase()).isEqualTo(Phase.RESPONSE);
        List<Operation> told = new ArrayList<>();
        MessageTable.iec104(iec).tell((_, what) -> told.add((Operation) what), 0, 1_900_000_000L);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().verb()).isEqualTo(Verb.CONTROL);
        assertThat(MessageTable.iec104(iec).messages().getLast().operation().phase())
                .isEqualTo(Phase.NOTICE);
        assertThat(MessageTable.clock("01:00:01.25")).isEqualTo(3_601_250_000_000L);
    }

    @Test
    void the_normal_part_ends_with_its_time() throws IOException {
        Path packed = folder.resolve("all.pcap.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(ByteBuffer.allocate(24)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(0xa1b2c3d4)
                    .array());
            for (int second : new int[] {100, 105, 109, 110, 111}) {
                out.write(ByteBuffer.allocate(18)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(second)
                        .putInt(0)
                        .putInt(2)
                        .putInt(2)
                        .array());
            }
        }

        double end = NormalPart.cut(packed, 10, folder.resolve("part.pcap"));

        assertThat(end).isEqualTo(110);
        assertThat(Files.size(folder.resolve("part.pcap"))).isEqualTo(24 + 3 * 18);
    }

    private static AlertTable.Row row(long time, String rule, String host, String step) {
        return new AlertTable.Row(time, rule, "", host, step, "");
    }

    @Test
    void tickets_are_grouped_by_silence_and_scored_by_steps() {
        AlertTable table = new AlertTable(List.of(
                row(0, "a", "x", ""),
                row(3600, "a", "x", ""),
                row(7201, "a", "x", ""),
                row(7300, "b", "x", "scan"),
                row(7400, "b", "y", "dump"),
                row(7500, "b", "x", "")));

        List<List<AlertTable.Row>> groups = TriageScore.grouped(table, r -> r.rule() + r.host());
        TriageScore score = TriageScore.of(table, groups.subList(0, 3));

        assertThat(groups).hasSize(4);
        assertThat(score.precision()).isEqualTo(1 / 3.0, within(1e-12));
        assertThat(score.purity()).isEqualTo(0.5);
        assertThat(score.steps()).containsExactly("scan");
        assertThat(score.missed()).containsExactly("dump");
        assertThat(score.mostADay()).isEqualTo(3);
    }

    @Test
    void the_ranking_puts_first_what_day_one_had_least_of() {
        List<AlertTable.Row> rows = new ArrayList<>();
        for (int hour = 0; hour < 48; hour += 2) {
            rows.add(row(hour * 3600L, "noise", "x", ""));
        }
        rows.add(row(49 * 3600L, "new", "y", "scan"));

        List<List<AlertTable.Row>> ranked = TriageScore.ranked(new AlertTable(rows), 1);

        assertThat(ranked).hasSize(1);
        assertThat(ranked.getFirst().getFirst().rule()).isEqualTo("new");
    }
}
