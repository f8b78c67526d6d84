// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.coap;

import org.jspecify.annotations.Nullable;
import weir.model.Subject;
import weir.model.Transfer;
import weir.wire.Cursor;
import weir.wire.Parcel;
import weir.wire.Sink;

/**
 * Resources that move block by block (RFC 7959). A block says its number, whether more come 1 bit, and its size 3 bits
 * (16 to 1024 octets), so one that is sent again is known; a single one is no transfer. {@value #MOST} resources at a
 * time; a further one takes the place of the one begun first.
 */
final class Blocks {

    private static final int MOST = 8;

    private final @Nullable Parcel[] parcels = new @Nullable Parcel[MOST];
    private int next;

    void tell(long block, Transfer.Way way, String path, Cursor in, Sink out) {
        if (block < 0) {
            return;
        }
        long number = block >> 4;
        boolean more = (block & 8) != 0;
        if (number == 0 && !more) {
            return;
        }
        int slot = find(way, path);
        Parcel parcel = slot < 0 ? null : parcels[slot];
        if (parcel == null) {
            slot = next;
            next = (next + 1) % MOST;
            Subject holder = way == Transfer.Way.INTO_DEVICE ? out.receiver("") : out.sender();
            parcel = out.parcel(holder, "resource", path, way);
            parcels[slot] = parcel;
        }
        int length = in.left();
        out.part(parcel, number * (16L << (block & 7)), in, length);
        if (more) {
            out.moving(parcel);
        } else {
            parcels[slot] = null;
            out.complete(parcel);
        }
    }

    private int find(Transfer.Way way, String path) {
        for (int i = 0; i < MOST; i++) {
            Parcel parcel = parcels[i];
            if (parcel != null && parcel.way() == way && parcel.name().equals(path)) {
                return i;
            }
        }
        return -1;
    }
}
