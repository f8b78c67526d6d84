// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture.live;

/**
 * How much the kernel holds for one interface until it is read.
 *
 * @param blockBytes of one block, a power of two of 4,096 or more; a frame is never longer than its block
 * @param blocks how many there are; all of it is memory of the kernel
 * @param retireMilliseconds after which a block that is not full is handed over
 */
public record RingSize(int blockBytes, int blocks, int retireMilliseconds) {

    /** 64 MiB: close to a second of 300,000 small frames. */
    public static final RingSize USUAL = new RingSize(1 << 20, 64, 20);

    private static final int PAGE = 4096;

    public RingSize {
        if (blockBytes < PAGE || Integer.bitCount(blockBytes) != 1 || blocks < 1 || retireMilliseconds < 1) {
            throw new IllegalArgumentException("no ring of " + blocks + " blocks of " + blockBytes + " bytes, "
                    + retireMilliseconds + " ms: a block is a power of two of " + PAGE + " or more");
        }
    }

    long bytes() {
        return (long) blockBytes * blocks;
    }
}
