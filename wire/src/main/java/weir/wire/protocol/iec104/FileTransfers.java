// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iec104;

import weir.model.Subject;
import weir.model.Transfer;
import weir.wire.Sink;

/**
 * Files on their way in one conversation: how much of each has moved. Counts {@value #MOST} at a time; a further one
 * takes the place of the one begun first.
 */
final class FileTransfers {

    private static final int MOST = 8;
    private static final int READY = 120;
    private static final int LAST = 123;
    private static final int SEGMENT = 125;

    private final long[] keys = new long[MOST];
    private final long[] bytes = new long[MOST];
    private int next;

    /** A file object was read. */
    void moved(AsduType type, InformationObject object, int station, Subject subject, boolean fromStation, Sink out) {
        // 0 stands for none, so one bit is always set
        long key = 1L << 62 | (long) station << 17 | (long) object.file << 1 | (fromStation ? 1 : 0);
        Transfer.Way way = fromStation ? Transfer.Way.OUT_OF_DEVICE : Transfer.Way.INTO_DEVICE;
        switch (type.code()) {
            case READY -> {
                if (!object.declined) {
                    bytes[begin(key)] = 0;
                    out.transfer(subject, "file", object.symbol, way, Transfer.State.STARTED, 0);
                }
            }
            case SEGMENT -> {
                int slot = find(key);
                int at = slot < 0 ? begin(key) : slot;
                bytes[at] += object.lengthOfSegment;
                out.transfer(subject, "file", object.symbol, way, Transfer.State.MOVING, bytes[at]);
            }
            case LAST -> ended(key, object, subject, way, out);
            default -> {}
        }
    }

    private void ended(long key, InformationObject object, Subject subject, Transfer.Way way, Sink out) {
        if (object.ending != 1 && object.ending != 2) {
            return;
        }
        int slot = find(key);
        long moved = slot < 0 ? 0 : bytes[slot];
        if (slot >= 0) {
            keys[slot] = 0;
        }
        Transfer.State state = object.ending == 1 ? Transfer.State.COMPLETE : Transfer.State.BROKEN;
        out.transfer(subject, "file", object.symbol, way, state, moved);
    }

    private int begin(long key) {
        int slot = find(key);
        if (slot < 0) {
            slot = next;
            next = (next + 1) % MOST;
            keys[slot] = key;
        }
        bytes[slot] = 0;
        return slot;
    }

    private int find(long key) {
        for (int i = 0; i < MOST; i++) {
            if (keys[i] == key) {
                return i;
            }
        }
        return -1;
    }
}
