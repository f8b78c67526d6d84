// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iec104;

import org.jspecify.annotations.Nullable;
import weir.model.Subject;
import weir.model.Transfer;
import weir.wire.Parcel;
import weir.wire.Sink;

/** Files on their way in one conversation: {@value #MOST} at a time; a further one takes the place of the one begun first. */
final class FileTransfers {

    private static final int MOST = 8;
    private static final int READY = 120;
    private static final int LAST = 123;
    private static final int ACKNOWLEDGE = 124;
    private static final int SEGMENT = 125;

    private final long[] keys = new long[MOST];
    private final @Nullable Parcel[] parcels = new @Nullable Parcel[MOST];
    private int next;

    /** A file object was read. */
    void moved(AsduType type, InformationObject object, int station, Subject subject, boolean fromStation, Sink out) {
        Transfer.Way way = fromStation ? Transfer.Way.OUT_OF_DEVICE : Transfer.Way.INTO_DEVICE;
        switch (type.code()) {
            case READY -> {
                if (!object.declined) {
                    begin(key(station, object, fromStation), object, subject, way, out);
                }
            }
            case SEGMENT -> {
                Parcel parcel = seen(key(station, object, fromStation), object, subject, way, out);
                out.part(parcel, object.segment, object.segment.left());
                out.moving(parcel);
            }
            case LAST -> {
                if (object.ending == 1 || object.ending == 2) {
                    ended(key(station, object, fromStation), object, subject, way, out);
                }
            }
            case ACKNOWLEDGE -> {
                // a section that is not accepted is sent again, so its octets are there twice
                int slot = find(key(station, object, !fromStation));
                if (slot >= 0 && object.declined) {
                    missed(slot);
                }
            }
            default -> {}
        }
    }

    /** Something of everything that moves may be missing. */
    void lost() {
        for (int i = 0; i < MOST; i++) {
            missed(i);
        }
    }

    private void missed(int slot) {
        Parcel parcel = parcels[slot];
        if (parcel != null) {
            parcel.missed();
        }
    }

    /** 0 stands for none, so one bit is always set. */
    private static long key(int station, InformationObject object, boolean fromStation) {
        return 1L << 62 | (long) station << 17 | (long) object.file << 1 | (fromStation ? 1 : 0);
    }

    private void ended(long key, InformationObject object, Subject subject, Transfer.Way way, Sink out) {
        Parcel parcel = seen(key, object, subject, way, out);
        if (object.ending == 1) {
            out.complete(parcel);
        } else {
            out.broken(parcel);
        }
        int slot = find(key);
        keys[slot] = 0;
        parcels[slot] = null;
    }

    /** The one begun, or one whose beginning was not seen. */
    private Parcel seen(long key, InformationObject object, Subject subject, Transfer.Way way, Sink out) {
        int slot = find(key);
        Parcel known = slot < 0 ? null : parcels[slot];
        if (known != null) {
            return known;
        }
        Parcel parcel = begin(key, object, subject, way, out);
        parcel.missed();
        return parcel;
    }

    private Parcel begin(long key, InformationObject object, Subject subject, Transfer.Way way, Sink out) {
        int slot = find(key);
        if (slot < 0) {
            slot = next;
            next = (next + 1) % MOST;
            keys[slot] = key;
        }
        Parcel parcel = out.parcel(subject, "file", object.symbol, way);
        parcels[slot] = parcel;
        return parcel;
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
