// SPDX-License-Identifier: Apache-2.0
package weir.wire.designs;

import weir.model.Address;
import weir.model.Observer;
import weir.model.Sighting;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Protocol;
import weir.wire.Sink;
import weir.wire.SinkOptions;

/** Design A: a product's decoder, with as much of the sensor as buffers a stream and cuts it into messages. */
final class CursorDesign {

    private static final int MOST = 8192;
    private static final Address CLIENT = Address.ipv4(0x0a00_0001);
    private static final Address SERVER = Address.ipv4(0x0a00_0002);

    private final Protocol protocol;
    private final Dialogue dialogue;
    private final Sighting at = new Sighting();
    private final Sink sink;
    private final Cursor cursor = new Cursor();
    private final byte[][] buffers = new byte[2][MOST];
    private final int[] filled = new int[2];

    CursorDesign(Protocol protocol, Observer observer) {
        this.protocol = protocol;
        dialogue = protocol.open();
        sink = new Sink(observer, at, SinkOptions.PLAIN);
    }

    /** Buffers, and reads what is whole, as the sensor does with a message that comes in pieces. */
    void feed(byte[] data, int offset, int length, Direction way) {
        int side = way.ordinal();
        System.arraycopy(data, offset, buffers[side], filled[side], length);
        filled[side] += length;
        int used = 0;
        while (used < filled[side]) {
            int size = dialogue.frame(cursor.wrap(buffers[side], used, filled[side] - used), way);
            if (size == Dialogue.MORE || size > filled[side] - used) {
                break;
            }
            if (size > 0) {
                message(buffers[side], used, size, way);
            }
            used += size > 0 ? size : Math.max(1, Dialogue.skipped(size));
        }
        filled[side] -= used;
        System.arraycopy(buffers[side], used, buffers[side], 0, filled[side]);
    }

    /** Reads a message where it lies, as the sensor does with one that is whole in its packet. */
    void whole(byte[] data, Direction way) {
        message(data, 0, dialogue.frame(cursor.wrap(data, 0, data.length), way), way);
    }

    void lost(Direction way) {
        filled[way.ordinal()] = 0;
        dialogue.lost(way);
    }

    private void message(byte[] data, int offset, int length, Direction way) {
        boolean up = way == Direction.TO_SERVER;
        at.packet(1, 1)
                .between(Transport.TCP, up ? CLIENT : SERVER, 0, up ? SERVER : CLIENT, 0)
                .conversation(1, up);
        sink.speaking(protocol.name());
        dialogue.message(cursor.wrap(data, offset, length), way, sink);
    }
}
