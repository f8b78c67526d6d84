// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * What an encapsulated message carries: addressed items. CIP volume 2, 2-6:
 *
 * <pre>
 * count u16, then each: type u16 | length u16 | data
 * </pre>
 */
final class CommonPacket {

    static final int NULL_ADDRESS = 0x0000;
    static final int IDENTITY = 0x000c;
    static final int SECURITY = 0x0086;
    static final int CAPABILITY = 0x0087;
    static final int USAGE = 0x0088;
    static final int CONNECTED_ADDRESS = 0x00a1;
    static final int CONNECTED_DATA = 0x00b1;
    static final int UNCONNECTED_DATA = 0x00b2;
    static final int SERVICES = 0x0100;
    static final int SOCKET_TO_TARGET = 0x8000;
    static final int SOCKET_TO_ORIGINATOR = 0x8001;
    static final int SEQUENCED_ADDRESS = 0x8002;
    static final int UNCONNECTED_OVER_UDP = 0x8003;

    /** More items than this are no packet. */
    private static final int MOST_ITEMS = 16;

    /** The identity item of a List Identity answer. */
    final Cursor identity = new Cursor();
    /** The data item: what CIP says, or cyclic data. */
    final Cursor data = new Cursor();

    private final Cursor item = new Cursor();
    /** Connection that the data goes over; -1 for none. */
    long connection;

    /** Count of the message within its connection; 0 where it has none. */
    int sequence;

    boolean hasData;
    boolean hasIdentity;

    /** Reads all items; false, having told why, where they do not fill what is there. */
    boolean read(Cursor in, Sink out) {
        connection = -1;
        sequence = 0;
        hasData = false;
        hasIdentity = false;
        int count = in.u16le();
        if (count > MOST_ITEMS) {
            out.violation("too_many_items", count);
            return false;
        }
        for (int i = 0; i < count && in.ok(); i++) {
            int type = in.u16le();
            in.slice(in.u16le(), item);
            if (in.ok()) {
                take(type, out);
            }
        }
        if (!in.ok()) {
            out.violation("truncated", in.read());
            return false;
        }
        return true;
    }

    private void take(int type, Sink out) {
        switch (type) {
            case IDENTITY -> hasIdentity = keep(identity);
            case CONNECTED_ADDRESS, SEQUENCED_ADDRESS -> connection = item.u32le();
            case CONNECTED_DATA, UNCONNECTED_DATA, UNCONNECTED_OVER_UDP -> hasData = keep(data);
            case NULL_ADDRESS, SECURITY, CAPABILITY, USAGE, SERVICES, SOCKET_TO_TARGET, SOCKET_TO_ORIGINATOR -> {}
            default -> out.violation("unknown_item", type);
        }
    }

    private boolean keep(Cursor place) {
        item.slice(item.left(), place);
        return true;
    }
}
