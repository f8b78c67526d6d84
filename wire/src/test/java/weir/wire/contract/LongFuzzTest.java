// SPDX-License-Identifier: Apache-2.0
package weir.wire.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weir.model.Operation;
import weir.model.Violation;
import weir.wire.Protocol;
import weir.wire.SinkOptions;
import weir.wire.sensor.Protocols;
import weir.wire.sensor.Sensor;

/**
 * Deformed frames of all captures through the whole sensor with every protocol: 50,000 of them, and 10 million with the
 * system property {@code weir.rounds} at 25. Nothing is thrown, no frame takes a second, and memory stays what it is.
 */
class LongFuzzTest {

    private static final int ROUNDS = Integer.getInteger("weir.rounds", 1);
    private static final long FRAMES = ROUNDS > 1 ? 400_000L * ROUNDS : 50_000;
    private static final int IN_A_ROW = 100;
    private static final long SECOND = 1_000_000_000;

    /**
     * What the heap may hold more at the end than after a fifth of the frames: tables that have a bound are still filling
     * then, and fill further the longer it takes.
     */
    private static final long GROWTH = 96L << 20;

    private static final int DEFECTS = 20;

    private final Random random = new Random(20_260_302);
    private final Deformer deformer = new Deformer(random);

    /** What was wrong, by where it was thrown; one example each. */
    private final Map<String, String> defects = new HashMap<>();

    private long sent;
    private long operations;
    private int takes;
    private long clock = 1_772_438_400 * SECOND;
    private String now = "";
    private byte[] frame = {};

    /** The protocols that are looked for. */
    List<Protocol> all() {
        return Protocols.all();
    }

    @Test
    void deformedFramesNeitherBreakNorStallNorFillTheSensor() {
        List<Protocol> watched =
                all().stream().<Protocol>map(p -> new Watched(p, this::defect)).toList();
        Sensor telling = sensor(watched, SinkOptions.PLAIN.withPoints().withRows((at, row) -> {}));
        Sensor counting = sensor(watched, SinkOptions.PLAIN.withPoints().counting((owner, key, value) -> {}));
        List<Played> captures = Played.all();
        long early = 0;
        while (sent < FRAMES && defects.size() < DEFECTS) {
            take(captures, random.nextInt(10) == 0 ? counting : telling);
            if (early == 0 && sent >= FRAMES / 5) {
                early = held();
            }
        }
        long late = held();
        telling.finish();
        counting.finish();

        assertThat(operations).as("operations told of " + sent + " frames").isGreaterThan(sent / 5);
        assertThat(defects.values()).as("defects in " + sent + " frames").isEmpty();
        assertThat(late - early)
                .as("bytes held more after " + sent + " frames than the " + early + " after a fifth of them")
                .isLessThan(GROWTH);
    }

    private Sensor sensor(List<Protocol> protocols, SinkOptions options) {
        return new Sensor(
                "",
                (at, what) -> {
                    if (what instanceof Operation) {
                        operations++;
                    } else if (what instanceof Violation violation
                            && violation.name().equals("decoder_failed")) {
                        defects.putIfAbsent(violation.toString(), violation + " at " + now);
                    }
                },
                options,
                protocols);
    }

    /**
     * Some frames of one capture one after the other, every other one deformed, some left out. Mostly between hosts that
     * are new: what is played again between the same ones is taken for sent again, and not read.
     */
    private void take(List<Played> captures, Sensor sensor) {
        Played played = captures.get(random.nextInt(captures.size()));
        List<Played.Shot> shots = played.shots();
        int from = random.nextBoolean() ? 0 : random.nextInt(shots.size());
        int to = Math.min(shots.size(), from + IN_A_ROW);
        int hosts = random.nextInt(8) == 0 ? 0 : ++takes;
        long begun = clock - shots.get(from).after();
        long worked = worked();
        long longest = 0;
        for (int i = from; i < to; i++) {
            if (random.nextInt(40) == 0) {
                continue;
            }
            Played.Shot shot = shots.get(i);
            byte[] other = shots.get(random.nextInt(shots.size())).bytes();
            frame = random.nextBoolean()
                    ? shot.bytes().clone()
                    : deformer.deformed(shot.bytes(), shot.linkType(), other);
            Deformer.move(frame, shot.linkType(), hosts);
            clock = Math.max(clock + 1000, begun + shot.after());
            now = played.capture() + " frame " + (i + 1);
            longest = Math.max(longest, send(sensor, shot.linkType()));
        }
        // by the clock and of the processor: a machine that is busy with other things is no defect
        if (longest > SECOND && worked() - worked > SECOND) {
            defects.putIfAbsent("slow", "a frame of " + played.capture() + " took " + longest / 1_000_000 + " ms");
        }
    }

    private long send(Sensor sensor, int linkType) {
        long start = System.nanoTime();
        try {
            int cut = random.nextInt(100) == 0 ? random.nextInt(200) : 0;
            sensor.frame(frame, 0, frame.length, frame.length + cut, linkType, clock, ++sent);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError defect) {
            defect(defect);
        }
        return System.nanoTime() - start;
    }

    private void defect(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String place = trace.length == 0
                ? thrown.toString()
                : trace[0] + thrown.getClass().getName();
        defects.computeIfAbsent(place, p -> {
            StringWriter text = new StringWriter();
            thrown.printStackTrace(new PrintWriter(text));
            return now + ", the " + sent + "th sent: " + HexFormat.of().formatHex(frame) + "\n"
                    + text.toString().lines().limit(12).reduce("", (a, b) -> a + "\n" + b);
        });
    }

    private static long worked() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Bytes of the heap that are still needed. */
    private static long held() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
