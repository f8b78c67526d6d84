// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.evtx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static weir.server.feed.evtx.EvtxNode.element;
import static weir.server.feed.evtx.EvtxNode.place;
import static weir.server.feed.evtx.EvtxNode.text;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DamagedEvtxTest {

    private static final int CHUNK = EvtxBuilder.HEADER;

    private final WindowsLog log = WindowsLog.ofAPlant();
    private final byte[] whole = log.builder.file();
    private final int events = log.texts.size();

    @Test
    void a_wrong_checksum_is_counted_and_the_records_are_read() {
        whole[CHUNK + 60] ^= 1;
        EvtxHeard header = EvtxHeard.of(whole);
        assertThat(header.strange).containsOnlyKeys("windows: evtx checksum wrong");
        assertThat(header.events).hasSize(events);
        whole[50] ^= 1;
        assertThat(EvtxHeard.of(whole).strange).containsKey("windows: evtx header damaged");
    }

    @Test
    void a_damaged_chunk_is_left_out_and_the_next_is_read() {
        byte[] good = log.builder.chunk();
        byte[] bad = good.clone();
        bad[0] = 'e';
        EvtxHeard heard = EvtxHeard.of(EvtxBuilder.file(bad, new byte[EvtxBuilder.CHUNK], good));
        assertThat(heard.strange).isEqualTo(Map.of("windows: evtx chunk damaged", 1));
        assertThat(heard.events).hasSize(events);
    }

    @Test
    void a_damaged_record_is_left_out_and_the_next_is_read() {
        int last = log.builder.lastRecord();
        whole[last + 4]++;
        assertThat(EvtxHeard.of(whole).events).hasSize(events - 1);
        byte[] gap = new WindowsLog()
                .event("System", 1)
                .event("System", 2)
                .event("System", 3)
                .builder
                .file();
        gap[CHUNK + 512] = 0;
        EvtxHeard heard = EvtxHeard.of(gap);
        assertThat(heard.numbers).containsExactly(2L, 3L);
        assertThat(heard.strange).containsEntry("windows: evtx record damaged", 1);
    }

    @Test
    void an_offset_outside_the_chunk_is_counted() {
        int offset = log.builder.lastRecord() + 24 + 4 + 6; // header, fragment, template
        whole[offset + 3] = 0x7f;
        EvtxHeard heard = EvtxHeard.of(whole);
        assertThat(heard.events).hasSize(events - 1);
        assertThat(heard.strange).containsEntry("windows: evtx offset outside the chunk", 1);
    }

    @Test
    void a_cut_file_tells_what_is_left_of_it() {
        EvtxHeard heard = EvtxHeard.of(Arrays.copyOf(whole, log.builder.lastRecord() + 40));
        assertThat(heard.events).hasSize(events - 1);
        assertThat(heard.strange).containsKey("windows: evtx file cut");
        assertThat(EvtxHeard.of(Arrays.copyOf(whole, CHUNK)).strange).containsOnlyKeys("windows: evtx file cut");
        assertThat(EvtxHeard.of(Arrays.copyOf(whole, 9)).strange).containsOnlyKeys("windows: evtx header damaged");
    }

    @Test
    void a_template_that_holds_itself_ends_soon() {
        byte[] file = new WindowsLog()
                .holding(element("EventData", place(9, 0x21)), EvtxDatum.nothing())
                .builder
                .file();
        int definition = CHUNK + 512 + 24 + 4 + 10;
        byte[] itself = {0x0c, 1, 0, 0, 0, 0, (byte) (definition - CHUNK), (byte) ((definition - CHUNK) >> 8), 0, 0};
        for (int at = 24; at <= 94; at += 14) {
            System.arraycopy(itself, 0, file, definition + at, itself.length);
            Arrays.fill(file, definition + at + itself.length, definition + at + 14, (byte) 0);
        }
        assertTimeout(
                Duration.ofSeconds(2),
                () -> assertThat(EvtxHeard.of(file).strange).containsKey("windows: evtx record too deep"));
    }

    @Test
    void elements_too_deep_and_texts_too_long_are_counted() {
        EvtxNode.Element deep = element("a");
        for (int i = 0; i < 40; i++) {
            deep = element("a", deep);
        }
        assertThat(EvtxHeard.of(new WindowsLog().holding(deep).builder.file()).strange)
                .containsOnlyKeys("windows: evtx record too deep");
        EvtxNode[] places = new EvtxNode[30];
        Arrays.fill(places, place(9, 1));
        WindowsLog manifold = new WindowsLog();
        for (int i = 0; i < 3; i++) {
            manifold.holding(element("EventData", places), EvtxDatum.text("x".repeat(9000)));
        }
        assertThat(EvtxHeard.of(manifold.builder.file()).strange).containsEntry("windows: evtx record too long", 3);
    }

    @Test
    void a_chunk_that_says_far_more_than_it_holds_is_not_read_to_its_end() {
        WindowsLog manifold = new WindowsLog();
        EvtxNode[] places = new EvtxNode[200];
        Arrays.fill(places, place(9, 1));
        for (int i = 0; i < 20; i++) {
            manifold.holding(element("EventData", places), EvtxDatum.text("x".repeat(1000)));
        }
        EvtxHeard heard = EvtxHeard.of(manifold.builder.file());
        assertThat(heard.numbers).hasSize(20);
        assertThat(heard.strange).containsOnlyKeys("windows: evtx chunk says too much");
        assertThat(heard.events.size()).isBetween(4, 6);
    }

    @Test
    void names_that_hold_markup_are_not_written() {
        byte[] file =
                new WindowsLog().holding(element("x><Data>", text("y"))).builder.file();
        EvtxHeard heard = EvtxHeard.of(file);
        assertThat(heard.events).isEmpty();
        assertThat(heard.strange).containsOnlyKeys("windows: evtx record damaged");
        byte[] other =
                new EvtxBuilder().record(0, element("NoEvent", text("y"))).file();
        assertThat(EvtxHeard.of(other).strange).containsOnlyKeys("windows: evtx record without event");
    }

    @Test
    void no_damage_throws_or_makes_it_say_much() {
        Random random = new Random(20260101);
        int used = log.builder.lastRecord() + 2000;
        assertTimeout(Duration.ofSeconds(60), () -> {
            for (int round = 0; round < 2000; round++) {
                byte[] file = whole.clone();
                for (int i = random.nextInt(8); i >= 0; i--) {
                    file[random.nextInt(used)] = (byte) random.nextInt(256);
                }
                byte[] hostile = round % 4 == 0 ? Arrays.copyOf(file, random.nextInt(used)) : file;
                EvtxHeard heard = EvtxHeard.of(hostile);
                assertThat(heard.numbers.size()).isLessThanOrEqualTo(events + 8);
                assertThat(heard.events).allMatch(text -> text.length() <= 1 << 18);
            }
        });
    }
}
