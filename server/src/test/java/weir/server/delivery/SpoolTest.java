// SPDX-License-Identifier: Apache-2.0
package weir.server.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.model.Severity;

class SpoolTest {

    private static final long ROOM = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void messages_come_in_order_and_stay_over_a_restart() throws IOException {
        try (Spool spool = Spool.open(folder, ROOM)) {
            spool.add(messages(0, 3));
        }
        try (Spool spool = Spool.open(folder, ROOM)) {
            assertThat(spool.oldest()).contains(message(0));
            spool.taken();
        }
        try (Spool spool = Spool.open(folder, ROOM)) {
            assertThat(spool.waiting()).isEqualTo(2);
            spool.add(messages(3, 4));
            assertThat(drain(spool)).isEqualTo(messages(1, 4));
            assertThat(spool.waiting()).isZero();
        }
        try (Spool spool = Spool.open(folder, ROOM)) {
            assertThat(spool.oldest()).isEmpty();
            spool.add(messages(9, 10));
            assertThat(drain(spool)).isEqualTo(messages(9, 10));
        }
    }

    @Test
    void nothing_is_left_of_messages_that_have_all_been_taken() throws IOException {
        try (Spool spool = Spool.open(folder, ROOM)) {
            spool.add(messages(0, 5));
            assertThat(spool.ids()).hasSize(5);
            spool.taken();
            assertThat(spool.ids()).as("known until all are taken").hasSize(5);
            drain(spool);
            assertThat(spool.ids()).isEmpty();
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.messages");
    }

    @Test
    void a_message_cut_by_a_crash_is_gone_and_those_before_are_not() throws IOException {
        try (Spool spool = Spool.open(folder, ROOM)) {
            spool.add(messages(0, 3));
        }
        Path segment = segments().getFirst();
        long whole = Files.size(segment);
        for (long size = whole - 1; size > whole - 30; size -= 3) {
            try (RandomAccessFile file = new RandomAccessFile(segment.toFile(), "rw")) {
                file.setLength(size);
            }
            try (Spool spool = Spool.open(folder, ROOM)) {
                assertThat(spool.waiting()).isEqualTo(2);
                spool.add(messages(2, 3));
                assertThat(spool.waiting()).isEqualTo(3);
            }
            assertThat(Files.size(segment)).isEqualTo(whole);
        }
        try (Spool spool = Spool.open(folder, ROOM)) {
            assertThat(drain(spool)).isEqualTo(messages(0, 3));
        }
    }

    @Test
    void a_place_cut_by_a_crash_leaves_the_number_before() throws IOException {
        try (Spool spool = Spool.open(folder, ROOM)) {
            spool.add(messages(0, 5));
            spool.taken();
            spool.taken();
            spool.taken();
        }
        Path places = folder.resolve("acknowledged");
        byte[] whole = Files.readAllBytes(places);
        for (int octet = 0; octet < whole.length; octet++) {
            byte[] broken = whole.clone();
            broken[octet] ^= 0x55;
            Files.write(places, broken);
            try (Spool spool = Spool.open(folder, ROOM)) {
                assertThat(spool.waiting()).isBetween(2L, 3L);
            }
        }
    }

    @Test
    void when_it_is_full_the_oldest_go_and_are_counted() throws IOException {
        long room = 16 << 10;
        try (Spool spool = Spool.open(folder, room)) {
            spool.add(messages(0, 1000));
            long left = spool.waiting();
            assertThat(left).isBetween(100L, 999L);
            assertThat(spool.dropped()).isEqualTo(1000 - left);
            assertThat(spool.oldest()).contains(message((int) (1000 - left)));
        }
        long octets = 0;
        for (Path segment : segments()) {
            octets += Files.size(segment);
        }
        assertThat(octets).isBetween(room / 2, room);
        try (Spool spool = Spool.open(folder, room)) {
            assertThat(spool.dropped()).as("still known").isEqualTo(1000 - spool.waiting());
        }
    }

    @Test
    void two_cannot_use_it_at_once() throws IOException {
        Spool first = Spool.open(folder, ROOM);
        assertThatThrownBy(() -> Spool.open(folder, ROOM)).hasMessageContaining("in use by another process");
        first.close();
        Spool.open(folder, ROOM).close();
    }

    @Test
    void whatever_octets_are_in_its_files_it_opens_and_works() throws IOException {
        Random random = new Random(11);
        for (int round = 0; round < 100; round++) {
            Path at = folder.resolve("round" + round);
            try (Spool spool = Spool.open(at, ROOM)) {
                spool.add(messages(0, 4));
                spool.taken();
            }
            try (Stream<Path> files = Files.list(at)) {
                for (Path file : files.toList()) {
                    byte[] bytes = Files.readAllBytes(file);
                    for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
                        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                    }
                    Files.write(file, bytes);
                }
            }
            try (Spool spool = Spool.open(at, ROOM)) {
                spool.add(List.of(message(77)));
                List<Message> all = drain(spool);
                assertThat(all.getLast()).isEqualTo(message(77));
                assertThat(messages(0, 4)).containsAll(all.subList(0, all.size() - 1));
            }
        }
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Segment::isOne).sorted().toList();
        }
    }

    private static List<Message> drain(Spool spool) throws IOException {
        List<Message> all = new ArrayList<>();
        while (spool.oldest().isPresent()) {
            all.add(spool.oldest().orElseThrow());
            spool.taken();
        }
        return all;
    }

    static List<Message> messages(int from, int to) {
        return IntStream.range(from, to).mapToObj(SpoolTest::message).toList();
    }

    static Message message(int number) {
        return new Message("F-" + number, Severity.HIGH, number * 1_000_000_000L, "text é " + number);
    }
}
