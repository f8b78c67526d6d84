// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.modbus;

import org.jspecify.annotations.Nullable;
import weir.model.Subject;
import weir.model.Transfer.Way;
import weir.wire.Cursor;
import weir.wire.Parcel;
import weir.wire.Sink;

/**
 * Files of which records move. No message says where a file ends, so none is ever complete; the first record begins it
 * anew. {@value #MOST} files at a time, a further one takes the place of the one begun first.
 */
final class MovedRecords {

    private static final int MOST = 8;

    private final @Nullable Parcel[] parcels = new @Nullable Parcel[MOST];
    private int next;

    void moved(Subject device, String file, Way way, long first, Cursor in, int octets, Sink out) {
        int slot = find(device, file, way);
        Parcel parcel = slot < 0 ? null : parcels[slot];
        if (parcel == null || first == 0) {
            parcel = out.parcel(device, "file", file, way);
            if (slot < 0) {
                slot = next;
                next = (next + 1) % MOST;
            }
            parcels[slot] = parcel;
        }
        out.part(parcel, 2 * first, in, octets);
        out.moving(parcel);
    }

    private int find(Subject device, String file, Way way) {
        for (int i = 0; i < MOST; i++) {
            Parcel parcel = parcels[i];
            if (parcel != null
                    && parcel.way() == way
                    && parcel.name().equals(file)
                    && parcel.holder().equals(device)) {
                return i;
            }
        }
        return -1;
    }
}
