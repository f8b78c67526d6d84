// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

import org.jspecify.annotations.Nullable;

/**
 * What a pcapng interface description block says (draft-ietf-opsawg-pcapng 4.2).
 *
 * <pre>
 * type(4) block length(4) link type(2) reserved(2) snap length(4) options block length(4)
 * option: code(2) length(2) value(length) padding to 4
 * </pre>
 *
 * @param linkType of its frames
 * @param snapLength longest frame, in bytes; {@link Integer#MAX_VALUE} without limit
 * @param scale of its times
 */
record CaptureInterface(int linkType, int snapLength, TimeScale scale) {

    private static final int OPTIONS = 16;
    private static final int END_OF_OPTIONS = 0;
    private static final int TIME_RESOLUTION = 9;
    private static final int TIME_OFFSET = 14;

    /** Reads the block of {@code length} bytes that is in the chunk; null where an option does not fit into it. */
    static @Nullable CaptureInterface read(Chunk block, int length) {
        int resolution = 6;
        long offset = 0;
        int at = OPTIONS;
        int end = length - 4;
        while (end - at >= 4) {
            int code = block.u16(at);
            int size = block.u16(at + 2);
            if (code == END_OF_OPTIONS) {
                break;
            }
            if (size > end - at - 4) {
                return null;
            }
            if (code == TIME_RESOLUTION && size >= 1) {
                resolution = block.u8(at + 4);
            } else if (code == TIME_OFFSET && size >= 8) {
                offset = block.i64(at + 4);
            }
            at += 4 + (size + 3 & ~3);
        }
        return new CaptureInterface(block.u16(8), limit(block.i32(12)), TimeScale.of(resolution, offset));
    }

    private static int limit(int snapLength) {
        return snapLength <= 0 ? Integer.MAX_VALUE : snapLength;
    }
}
