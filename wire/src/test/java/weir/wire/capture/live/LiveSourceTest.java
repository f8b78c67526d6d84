// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.model.Observation;
import weir.wire.Corpus;
import weir.wire.NeedsCorpus;
import weir.wire.SinkOptions;
import weir.wire.capture.Captures;
import weir.wire.capture.Frame;
import weir.wire.capture.FrameSource;
import weir.wire.sensor.Sensor;

@NeedsRoot
class LiveSourceTest {

    private static final RingSize TINY = new RingSize(4096, 2, 20);

    private final Told told = new Told();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicLong got = new AtomicLong();
    private final CountDownLatch open = new CountDownLatch(1);

    /** Something done with each frame. */
    private interface Taker {
        void take(Frame frame) throws Exception;
    }

    private CompletableFuture<Long> listen(Cable cable, RingSize size, Taker taker, String... links) throws Exception {
        CompletableFuture<Long> result = CompletableFuture.supplyAsync(() -> {
            try {
                return cable.watching(() -> {
                    try (LiveSource source = LiveSource.open(List.of(links), size, told, ended::get)) {
                        open.countDown();
                        Frame frame = new Frame();
                        while (source.next(frame)) {
                            taker.take(frame);
                            got.incrementAndGet();
                        }
                        return source.position();
                    }
                });
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        while (!open.await(50, TimeUnit.MILLISECONDS)) {
            if (result.isCompletedExceptionally()) {
                result.get();
            }
        }
        return result;
    }

    private void await(long frames) throws InterruptedException {
        for (int i = 0; i < 1000 && got.get() < frames; i++) {
            Thread.sleep(10);
        }
        assertThat(got.get()).isEqualTo(frames);
    }

    private static byte[] frame(int number) {
        byte[] frame = new byte[60];
        frame[0] = 2;
        frame[6] = 2;
        frame[12] = (byte) 0x88;
        frame[13] = (byte) 0xb5; // for experiments, IEEE 802
        frame[14] = (byte) (number >> 8);
        frame[15] = (byte) number;
        return frame;
    }

    private static int number(Frame frame) {
        return (frame.data[frame.offset + 14] & 0xff) << 8 | frame.data[frame.offset + 15] & 0xff;
    }

    private static void send(Cable cable, String link, int from, int to) throws Exception {
        cable.sending(() -> {
            try (FrameSender sender = new FrameSender(link)) {
                for (int i = from; i < to; i++) {
                    sender.send(frame(i), 0, 60);
                }
            }
            return 0;
        });
    }

    @NeedsCorpus
    @ParameterizedTest
    @ValueSource(
            strings = {
                "modbus/iti__modbusSmall.pcap",
                "s7comm/iti__s7comm_downloading_block_db1.pcap",
                "s7comm/iti__step7_s300_readVarTab.pcap",
                "goose/iti__GOOSE_DEMO.pcap"
            })
    void a_capture_sent_over_a_cable_is_observed_as_from_the_file(String what) throws Exception {
        Path file = Corpus.folder().resolve(what);
        List<String> expected = new ArrayList<>();
        List<byte[]> frames = new ArrayList<>();
        Sensor reader = sensor(expected);
        try (FrameSource source = Captures.open(List.of(file), System.in)) {
            Frame frame = new Frame();
            while (source.next(frame)) {
                byte[] bytes = java.util.Arrays.copyOfRange(frame.data, frame.offset, frame.offset + frame.captured);
                frames.add(bytes);
                reader.frame(bytes, 0, bytes.length, bytes.length, 1, frame.time, frame.packet);
            }
        }
        reader.finish();
        List<String> seen = new ArrayList<>();
        Sensor listener = sensor(seen);
        try (Cable cable = new Cable(1)) {
            CompletableFuture<Long> listening = listen(
                    cable,
                    RingSize.USUAL,
                    f -> listener.frame(f.data, f.offset, f.captured, f.length, f.linkType, f.time, f.packet),
                    "w0");
            cable.sending(() -> {
                try (FrameSender sender = new FrameSender("s0")) {
                    for (byte[] frame : frames) {
                        assertThat(sender.send(frame, 0, frame.length)).isTrue();
                    }
                }
                return 0;
            });
            await(frames.size());
            ended.set(true);
            listening.get();
            listener.finish();
        }
        assertThat(told.dropped).isZero();
        assertThat(lasting(seen)).isNotEmpty().containsExactlyElementsOf(lasting(expected));
        assertThat(ended(seen)).containsExactlyInAnyOrderElementsOf(ended(expected));
    }

    /** When a conversation counts as ended depends on the clock: it was sent faster than it was recorded. */
    private static List<String> ended(List<String> observations) {
        return observations.stream().filter(o -> o.contains("state=CLOSED")).toList();
    }

    private static List<String> lasting(List<String> observations) {
        return observations.stream().filter(o -> !o.contains("state=CLOSED")).toList();
    }

    private static Sensor sensor(List<String> observations) {
        return new Sensor("test", (at, seen) -> observations.add(text(seen)), SinkOptions.PLAIN.withPoints());
    }

    /** Without the times, for it is sent faster than it was. */
    private static String text(Observation seen) {
        return seen.toString().replaceAll("(since|until)=\\d{2,}", "$1");
    }

    @Test
    void tagged_frames_arrive_with_their_tags() throws Exception {
        byte[] tagged = frame(7);
        System.arraycopy(new byte[] {(byte) 0x81, 0, 0x20, 0x64, (byte) 0x88, (byte) 0xb5}, 0, tagged, 12, 6);
        List<byte[]> frames = new ArrayList<>();
        try (Cable cable = new Cable(1)) {
            Taker taker = f -> frames.add(java.util.Arrays.copyOfRange(f.data, f.offset, f.offset + f.captured));
            CompletableFuture<Long> listening = listen(cable, RingSize.USUAL, taker, "w0");
            cable.sending(() -> {
                try (FrameSender sender = new FrameSender("s0")) {
                    return sender.send(tagged, 0, tagged.length);
                }
            });
            await(1);
            ended.set(true);
            listening.get();
        }
        assertThat(frames).containsExactly(tagged);
    }

    @Test
    void frames_of_two_interfaces_come_in_order_of_time() throws Exception {
        List<Long> times = new ArrayList<>();
        List<Integer> inputs = new ArrayList<>();
        try (Cable cable = new Cable(2)) {
            CompletableFuture<Long> listening = listen(
                    cable,
                    RingSize.USUAL,
                    f -> {
                        times.add(f.time);
                        inputs.add(f.input);
                    },
                    "w0",
                    "w1");
            for (int round = 0; round < 100; round++) {
                send(cable, "s" + round % 2, 0, 10);
            }
            await(1000);
            ended.set(true);
            listening.get();
        }
        assertThat(times).isSorted();
        assertThat(inputs).contains(0, 1);
    }

    @Test
    void what_the_kernel_drops_is_told_and_nothing_is_unaccounted_for() throws Exception {
        try (Cable cable = new Cable(1)) {
            CountDownLatch sent = new CountDownLatch(1);
            CompletableFuture<Long> listening = listen(cable, TINY, f -> sent.await(), "w0");
            send(cable, "s0", 0, 5000);
            sent.countDown();
            Thread.sleep(1500);
            ended.set(true);
            listening.get();
        }
        assertThat(told.dropped).isPositive();
        assertThat(got.get() + told.dropped).isEqualTo(5000);
    }

    @Test
    void an_interface_that_goes_down_or_away_is_told_and_taken_up_again() throws Exception {
        List<Integer> numbers = new ArrayList<>();
        try (Cable cable = new Cable(1)) {
            CompletableFuture<Long> listening = listen(cable, RingSize.USUAL, f -> numbers.add(number(f)), "w0");
            send(cable, "s0", 0, 3);
            await(3);
            cable.down(0);
            told.await("w0 is down");
            cable.up(0);
            told.await("w0 is back");
            told.events.clear();
            send(cable, "s0", 3, 6);
            await(6);
            cable.cut(0);
            Thread.sleep(100);
            cable.lay(0);
            told.await("w0 is back");
            send(cable, "s0", 6, 9);
            await(9);
            ended.set(true);
            listening.get();
        }
        assertThat(numbers).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(told.events).hasSize(2);
    }

    @Test
    void no_such_interface_names_those_there_are() throws Exception {
        try (Cable cable = new Cable(2)) {
            assertThatThrownBy(() ->
                            cable.watching(() -> LiveSource.open(List.of("eth9"), RingSize.USUAL, told, ended::get)))
                    .hasMessageContaining("there is no interface eth9; there are lo, w0, w1");
        }
    }

    @Test
    void without_the_right_it_says_which_and_how_to_get_it() throws Exception {
        try (Cable cable = new Cable(1)) {
            assertThatThrownBy(() -> cable.watching(() -> {
                        Privileges.drop();
                        return LiveSource.open(List.of("w0"), RingSize.USUAL, told, ended::get);
                    }))
                    .hasMessageContainingAll("interface w0", "CAP_NET_RAW", "AmbientCapabilities", "setpriv");
        }
    }

    @Test
    void rights_are_given_up_after_opening_and_a_removed_interface_is_taken_up_without_them() throws Exception {
        try (Cable cable = new Cable(1)) {
            Taker taker = f -> {
                if (number(f) == 0) {
                    Privileges.drop();
                    assertThat(capabilities()).containsOnly("0000000000000000");
                }
            };
            CompletableFuture<Long> listening = listen(cable, RingSize.USUAL, taker, "w0");
            send(cable, "s0", 0, 1);
            await(1);
            cable.cut(0);
            Thread.sleep(300);
            cable.lay(0);
            told.await("w0 is back");
            send(cable, "s0", 1, 5);
            await(5);
            ended.set(true);
            listening.get();
        }
    }

    private static List<String> capabilities() throws java.io.IOException {
        return java.nio.file.Files.readAllLines(Path.of("/proc/thread-self/status")).stream()
                .filter(line -> line.matches("Cap(Inh|Prm|Eff|Amb):.*"))
                .map(line -> line.substring(line.indexOf('\t') + 1))
                .toList();
    }
}
