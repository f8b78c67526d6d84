// SPDX-License-Identifier: Apache-2.0
package weir.wire.designs;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import weir.wire.protocol.dnp3.Dnp3;
import weir.wire.protocol.modbus.Modbus;

/** What a message costs in both designs: time and memory, the median of five rounds after warming up. */
final class DesignsTiming {

    private static final int WARM = 200_000;
    private static final int REPEATS = 100_000;
    private static final int ROUNDS = 5;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Keeps what was told from being thought of as unused. */
    private static long told;

    private DesignsTiming() {}

    /** The one argument names the design and protocol, so that each is measured in a process of its own. */
    public static void main(String[] arguments) {
        String what = arguments[0];
        boolean modbus = what.endsWith("modbus");
        Traffic[] traffic = (modbus ? Traffic.modbus() : Traffic.dnp3()).toArray(new Traffic[0]);
        Runnable once =
                what.startsWith("push") ? push(modbus, traffic) : cursor(modbus, what.startsWith("whole"), traffic);
        repeat(once, WARM);
        double[] times = new double[ROUNDS];
        double[] bytes = new double[ROUNDS];
        double messages = (double) REPEATS * traffic.length;
        for (int round = 0; round < ROUNDS; round++) {
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long begin = System.nanoTime();
            repeat(once, REPEATS);
            times[round] = (System.nanoTime() - begin) / messages;
            bytes[round] = (THREADS.getCurrentThreadAllocatedBytes() - allocated) / messages;
        }
        System.out.printf(
                Locale.ROOT,
                "%-16s %6.1f ns/message (%s) %6.1f bytes/message, told %d%n",
                what,
                median(times),
                List.of(
                        Math.round(Arrays.stream(times).min().orElseThrow()),
                        Math.round(Arrays.stream(times).max().orElseThrow())),
                median(bytes),
                told);
    }

    private static void repeat(Runnable once, int times) {
        for (int i = 0; i < times; i++) {
            once.run();
        }
    }

    private static Runnable push(boolean modbus, Traffic[] traffic) {
        PushDesign design = modbus ? PushDesign.modbus() : PushDesign.dnp3();
        Consumer<Message> out = message -> told += message instanceof Message.Malformed ? 0 : 1;
        return () -> {
            for (Traffic said : traffic) {
                design.of(said.way()).feed(said.bytes(), 0, said.bytes().length, out);
            }
        };
    }

    private static Runnable cursor(boolean modbus, boolean whole, Traffic[] traffic) {
        CursorDesign design = new CursorDesign(modbus ? new Modbus() : new Dnp3(), (at, what) -> told++);
        return () -> {
            for (Traffic said : traffic) {
                if (whole) {
                    design.whole(said.bytes(), said.way());
                } else {
                    design.feed(said.bytes(), 0, said.bytes().length, said.way());
                }
            }
        };
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
