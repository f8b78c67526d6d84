// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeTest {

    @TempDir
    Path folder = Path.of("");

    private final List<Path> files = new ArrayList<>();

    @Test
    void framesComeInOrderOfTimeAndOfTheFilesWhereTimesAreEqual() throws IOException {
        file(1, 4, 4, 9);
        file(2, 4, 8);
        file(4);
        Reading reading = Reading.of(open());
        assertThat(reading.times()).containsExactly(1L, 2L, 4L, 4L, 4L, 4L, 8L, 9L);
        assertThat(reading.frames()).extracting(Reading.Seen::input).containsExactly(0, 1, 0, 0, 1, 2, 1, 0);
        assertThat(reading.frames()).extracting(Reading.Seen::packet).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    }

    @Test
    void filesThatFollowOneAnotherAreJoinedInOrderOfTime() throws IOException {
        file(10, 11);
        file(1, 2);
        file();
        file(5, 6);
        assertThat(Reading.of(open()).times()).containsExactly(1L, 2L, 5L, 6L, 10L, 11L);
    }

    @Test
    void aFileWhoseTimesGoBackKeepsItsOrder() throws IOException {
        file(10, 5, 20);
        file(7, 12);
        assertThat(Reading.of(open()).times()).containsExactly(7L, 10L, 5L, 12L, 20L);
    }

    @Test
    void manyFilesAreMergedAsASortWould() throws IOException {
        Random random = new Random(11);
        List<Long> all = new ArrayList<>();
        for (int file = 0; file < 37; file++) {
            long[] times = random.longs(random.nextInt(60), 0, 500).sorted().toArray();
            for (long time : times) {
                all.add(time);
            }
            file(times);
        }
        all.sort(Comparator.naturalOrder());
        Reading reading = Reading.of(open());
        assertThat(reading.times()).isEqualTo(all);
        for (int i = 1; i < all.size(); i++) {
            Reading.Seen before = reading.frames().get(i - 1);
            Reading.Seen after = reading.frames().get(i);
            assertThat(before.time() < after.time() || before.input() <= after.input())
                    .isTrue();
        }
    }

    @Test
    void aFrameIsGoodUntilTheNextIsAskedFor() throws IOException {
        Random random = new Random(2);
        for (int file = 0; file < 3; file++) {
            file(random.longs(5_000, 0, 9_999).sorted().toArray());
        }
        Frame frame = new Frame();
        try (FrameSource source = open()) {
            while (source.next(frame)) {
                assertThat(Reading.Seen.of(frame).bytes()).isEqualTo(Reading.bytes(sizeAt(frame.time)));
            }
        }
    }

    @Test
    void damageInOneFileDoesNotEndTheOthers() throws IOException {
        file(1, 3, 5);
        file(2, 4, 6);
        file(7);
        cut(0);
        cut(1);
        try (FrameSource source = open()) {
            Frame frame = new Frame();
            List<Long> times = new ArrayList<>();
            while (source.next(frame)) {
                times.add(frame.time);
            }
            assertThat(times).containsExactly(1L, 2L, 3L, 4L, 7L);
            assertThat(source.damages())
                    .extracting(Damage::input)
                    .containsExactly(files.get(0).toString(), files.get(1).toString());
            assertThat(source.damage()).isEqualTo(source.damages().getFirst());
        }
    }

    @Test
    void progressIsThatOfAllFiles() throws IOException {
        file(1, 3);
        file(2);
        long size = Files.size(files.get(0)) + Files.size(files.get(1));
        try (FrameSource source = open()) {
            assertThat(source.size()).isEqualTo(size);
            Frame frame = new Frame();
            while (source.next(frame)) {
                assertThat(source.position()).isBetween(1L, size);
            }
            assertThat(source.position()).isEqualTo(size);
        }
    }

    @Test
    void standardInputIsMergedWithFiles() throws IOException {
        file(1, 3);
        byte[] piped = Files.readAllBytes(files.getFirst());
        files.add(Path.of("-"));
        try (FrameSource source = Captures.open(files, new ByteArrayInputStream(piped))) {
            assertThat(source.size()).isEqualTo(-1);
            assertThat(Reading.of(source).times()).containsExactly(1L, 1L, 3L, 3L);
        }
    }

    @Test
    void oneFileThatIsNoCaptureRefusesAll() throws IOException {
        file(1, 3);
        files.add(Files.writeString(folder.resolve("plant.txt"), "hello"));
        assertThatThrownBy(this::open)
                .isInstanceOf(NotACapture.class)
                .hasMessageEndingWith("plant.txt: byte 0: not a pcap or pcapng file (starts with 68 65 6c 6c);"
                        + " give a capture made by tcpdump, Wireshark or dumpcap");
    }

    private FrameSource open() throws IOException {
        return Captures.open(files, InputStream.nullInputStream());
    }

    private void file(long... times) throws IOException {
        CaptureBytes capture = new CaptureBytes(ByteOrder.LITTLE_ENDIAN).pcapHeader(Pcap.NANOSECONDS, 1);
        for (long time : times) {
            capture.record(0, time, CaptureBytes.frame(sizeAt(time)), 2_000);
        }
        files.add(Files.write(folder.resolve(files.size() + ".pcap"), capture.bytes()));
    }

    private static int sizeAt(long time) {
        return (int) (time * 31 % 200);
    }

    private void cut(int file) throws IOException {
        byte[] bytes = Files.readAllBytes(files.get(file));
        Files.write(files.get(file), Arrays.copyOf(bytes, bytes.length - 1));
    }
}
