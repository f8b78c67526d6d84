// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes frames as pcapng (draft-ietf-opsawg-pcapng), little-endian, with times in nanoseconds: one section, one
 * interface for each link type, one enhanced packet block for each frame.
 */
public final class PcapngWriter {

    private static final int SECTION = 0x0a0d0d0a;
    private static final int INTERFACE = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int BYTE_ORDER = 0x1a2b3c4d;
    private static final short IF_TSRESOL = 9;

    /** Head, packet head, padding and closing length of an enhanced packet block. */
    private static final int AROUND = 8 + 20 + 3 + 4;

    private final OutputStream to;
    private final List<Integer> linkTypes = new ArrayList<>(); // by number of the interface; as many as there are types
    private ByteBuffer block = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);

    public PcapngWriter(OutputStream to) throws IOException {
        this.to = to;
        begin(SECTION)
                .putInt(BYTE_ORDER)
                .putShort((short) 1)
                .putShort((short) 0)
                .putLong(-1);
        end();
    }

    public void write(Frame frame) throws IOException {
        int number = linkTypes.indexOf(frame.linkType);
        if (number < 0) {
            number = linkTypes.size();
            linkTypes.add(frame.linkType);
            describe(frame.linkType);
        }
        if (block.capacity() < frame.captured + AROUND) {
            block = ByteBuffer.allocate(frame.captured + AROUND).order(ByteOrder.LITTLE_ENDIAN);
        }
        begin(ENHANCED_PACKET)
                .putInt(number)
                .putInt((int) (frame.time >>> 32))
                .putInt((int) frame.time)
                .putInt(frame.captured)
                .putInt(frame.length)
                .put(frame.data, frame.offset, frame.captured);
        end();
    }

    private void describe(int linkType) throws IOException {
        begin(INTERFACE).putShort((short) linkType).putShort((short) 0).putInt(0);
        block.putShort(IF_TSRESOL).putShort((short) 1).put((byte) 9);
        pad();
        block.putInt(0); // the end of the options
        end();
    }

    private ByteBuffer begin(int type) {
        return block.clear().putInt(type).putInt(0);
    }

    private void pad() {
        while (block.position() % 4 != 0) {
            block.put((byte) 0);
        }
    }

    private void end() throws IOException {
        pad();
        int length = block.position() + 4;
        block.putInt(length).putInt(4, length);
        to.write(block.array(), 0, length);
    }
}
