// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.evtx;

/** The values that one record puts into the places of a template. */
final class EventValues {

    static final EventValues NONE = new EventValues(0);
    private static final int MOST = 1024;

    private final int[] types;
    private final ChunkCursor[] places;

    private EventValues(int count) {
        types = new int[count];
        places = new ChunkCursor[count];
    }

    /** Sizes and types of all of them stand first, then the values. */
    static EventValues read(ChunkCursor in) throws DamagedRecord {
        long count = in.u32();
        if (count > MOST) {
            throw new DamagedRecord(EvtxDamage.LONG);
        }
        ChunkCursor kinds = in.take(4 * count);
        EventValues values = new EventValues((int) count);
        for (int i = 0; i < count; i++) {
            values.places[i] = in.take(kinds.u16());
            values.types[i] = kinds.u8();
            kinds.skip(1);
        }
        return values;
    }

    /** A place without a value is as one with nothing in it. */
    int type(int number) {
        return number < types.length ? types[number] : EventValue.NOTHING;
    }

    boolean isNothing(int number) {
        return type(number) == EventValue.NOTHING;
    }

    /** The octets of a value, from their start. */
    ChunkCursor value(int number) throws DamagedRecord {
        ChunkCursor place = places[number];
        return place.chunk(place.at()).take(place.left());
    }
}
