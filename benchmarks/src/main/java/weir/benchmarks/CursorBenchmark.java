// SPDX-License-Identifier: Apache-2.0
package weir.benchmarks;

import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import weir.wire.Cursor;

/** The reads of a typical message: a header of seven fields, then 48 values of two and four octets. */
public class CursorBenchmark extends Measured {

    private static final int VALUES = 48;

    private final byte[] message = new byte[512];
    private final Cursor cursor = new Cursor();
    private final Cursor part = new Cursor();

    public CursorBenchmark() {
        new Random(1).nextBytes(message);
    }

    @Benchmark
    public long mixedReads() {
        Cursor in = cursor.wrap(message, 0, message.length);
        long sum = in.u16() + in.u16le() + in.u8() + in.u24() + in.u32() + in.u48() + in.u64le();
        in.slice(VALUES * 6, part);
        for (int i = 0; i < VALUES; i++) {
            sum += part.u16() + part.u32le();
        }
        return part.ok() && in.ok() ? sum : -1;
    }
}
