// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture.live;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weir.wire.capture.Frame;

class RingTest {

    private static final RingSize SIZE = new RingSize(4096, 2, 20);
    private static final int FIRST = 48;
    private static final int MAC = 82;

    private final MemorySegment memory = Arena.ofAuto().allocate(SIZE.bytes(), 16);
    private final Frame frame = new Frame();

    private void block(int number, int packets) {
        long at = (long) number * SIZE.blockBytes();
        memory.set(JAVA_INT, at + 12, packets);
        memory.set(JAVA_INT, at + 16, FIRST);
        memory.set(JAVA_INT, at + 20, SIZE.blockBytes());
        memory.set(JAVA_INT, at + 8, 1);
    }

    /** A frame of 60 bytes in a slot of 256. */
    private long packet(int block, int number, int seconds, int nanoseconds) {
        long at = (long) block * SIZE.blockBytes() + FIRST + 256L * number;
        memory.set(JAVA_INT, at, 256);
        memory.set(JAVA_INT, at + 4, seconds);
        memory.set(JAVA_INT, at + 8, nanoseconds);
        memory.set(JAVA_INT, at + 12, 60);
        memory.set(JAVA_INT, at + 16, 1514);
        memory.set(JAVA_SHORT, at + 24, (short) MAC);
        for (int i = 0; i < 60; i++) {
            memory.set(java.lang.foreign.ValueLayout.JAVA_BYTE, at + MAC + i, (byte) (number + i));
        }
        return at;
    }

    private byte[] bytes() {
        return Arrays.copyOfRange(frame.data, frame.offset, frame.offset + frame.captured);
    }

    @Test
    void frames_come_in_the_order_of_the_blocks_and_the_blocks_go_back_to_the_kernel() {
        packet(0, 0, 100, 5);
        packet(0, 1, 100, 6);
        packet(1, 0, 101, 7);
        block(0, 2);
        Ring ring = new Ring(memory, SIZE, 1, true);

        assertThat(ring.ready()).isTrue();
        assertThat(memory.get(JAVA_INT, 8)).as("status of the block").isZero();
        ring.next(frame);
        assertThat(frame.time).isEqualTo(100_000_000_005L);
        assertThat(frame.captured).isEqualTo(60);
        assertThat(frame.length).isEqualTo(1514);
        assertThat(bytes()).startsWith(0, 1, 2, 3);
        assertThat(ring.ready()).isTrue();
        ring.next(frame);
        assertThat(bytes()).startsWith(1, 2, 3, 4);
        assertThat(ring.ready()).isFalse();
        block(1, 1);
        assertThat(ring.ready()).isTrue();
        ring.next(frame);
        assertThat(frame.time).isEqualTo(101_000_000_007L);
        assertThat(ring.ready()).isFalse();
        block(0, 1);
        assertThat(ring.ready()).as("round it goes").isTrue();
    }

    @Test
    void the_tag_of_a_virtual_network_that_the_kernel_took_out_is_put_back() {
        long at = packet(0, 0, 1, 0);
        memory.set(JAVA_INT, at + 20, 1 << 4 | 1 << 6);
        memory.set(JAVA_INT, at + 32, 0x2064);
        memory.set(JAVA_SHORT, at + 36, (short) 0x88a8);
        block(0, 1);
        Ring ring = new Ring(memory, SIZE, 1, true);

        assertThat(ring.ready()).isTrue();
        ring.next(frame);

        assertThat(frame.captured).isEqualTo(64);
        assertThat(frame.length).isEqualTo(1518);
        assertThat(bytes()).startsWith(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0x88, 0xa8, 0x20, 0x64, 12, 13, 14);
    }

    @Test
    void what_the_loopback_sends_is_not_seen_twice() {
        packet(0, 0, 1, 0);
        memory.set(java.lang.foreign.ValueLayout.JAVA_BYTE, FIRST + 58, (byte) 4);
        packet(0, 1, 1, 1);
        block(0, 2);
        Ring ring = new Ring(memory, SIZE, 1, false);

        assertThat(ring.ready()).isTrue();
        ring.next(frame);
        assertThat(frame.time).isEqualTo(1_000_000_001L);
        assertThat(ring.ready()).isFalse();
    }

    @Test
    void a_block_of_nonsense_is_counted_and_left() {
        Random random = new Random(5);
        byte[] noise = new byte[SIZE.blockBytes()];
        long frames = 0;
        long unreadable = 0;
        Ring ring = new Ring(memory, SIZE, 1, true);
        for (int round = 0; round < 20_000; round++) {
            long start = (long) (round % 2) * SIZE.blockBytes();
            random.nextBytes(noise);
            MemorySegment.copy(noise, 0, memory, java.lang.foreign.ValueLayout.JAVA_BYTE, start, noise.length);
            packet(round % 2, 0, 1, 1);
            packet(round % 2, 1, 1, 1);
            block(round % 2, 10);
            memory.set(JAVA_INT, start + FIRST + 4L * random.nextInt(16), random.nextInt());
            memory.set(JAVA_INT, start + 12 + 4L * random.nextInt(3), random.nextInt(4200) - 50);
            while (ring.ready()) {
                ring.next(frame);
                bytes(); // they are all within the ring
                frames++;
            }
            unreadable += ring.unreadable();
        }
        assertThat(frames).isGreaterThan(1000);
        assertThat(unreadable).isGreaterThan(1000);
    }
}
