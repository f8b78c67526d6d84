// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ads;

import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * Names and types of variables, as far as they were seen to be asked for: by handle, by place, by notification. Holds
 * {@value #MOST}; a further one takes the place of one of them.
 */
final class Symbols {

    private static final int MOST = 1 << 10;

    /** A variable; {@code type} is the number of its ADS data type, or 0. */
    record Symbol(long key, long place, String name, int type) {}

    private final @Nullable Symbol[] symbols = new @Nullable Symbol[MOST];

    /** @param key tells apart what is in the table, see {@link #key} */
    void put(long key, long place, String name, int type) {
        Symbol known = symbols[slot(key)];
        if (known == null
                || known.key != key
                || known.place != place
                || known.type != type
                || !known.name.equals(name)) {
            symbols[slot(key)] = new Symbol(key, place, name, type);
        }
    }

    @Nullable
    Symbol get(long key) {
        Symbol symbol = symbols[slot(key)];
        return symbol != null && symbol.key == key ? symbol : null;
    }

    private static int slot(long key) {
        return (int) (key * 0x9e37_79b9_7f4a_7c15L >>> 54);
    }

    /** What a number means: a handle, a place, a notification, a name. */
    enum Kind {
        HANDLE,
        PLACE,
        NOTIFICATION,
        NAME
    }

    static long key(Kind kind, int port, long number) {
        return (number * 4 + kind.ordinal()) * 0x1_0001L + port;
    }

    /**
     * A symbol entry: its length u32, group u32, offset u32, size u32, data type u32, flags u32, lengths u16 of name, type
     * and comment, then these, each ended by a NUL.
     */
    void entries(Cursor in, Cursor entry, int port, Sink out) {
        while (in.left() >= 30) {
            long length = in.peek32le(0);
            if (length < 30 || length > in.left()) {
                return;
            }
            in.slice((int) length, entry);
            entry.skip(4);
            long group = entry.u32le();
            long offset = entry.u32le();
            entry.skip(4);
            int type = (int) Math.min(entry.u32le(), 255);
            entry.skip(4);
            int named = entry.u16le();
            entry.skip(4);
            String name = out.text(entry, named);
            if (entry.ok()) {
                put(key(Kind.PLACE, port, place(group, offset)), place(group, offset), name, type);
                put(key(Kind.NAME, port, name.hashCode()), place(group, offset), name, type);
            }
        }
    }

    static long place(long group, long offset) {
        return group << 32 | offset;
    }

    /** The data type of a variable whose name was seen with it, or 0. */
    int type(String name, int port) {
        Symbol symbol = get(key(Kind.NAME, port, name.hashCode()));
        return symbol != null && symbol.name.equals(name) ? symbol.type : 0;
    }
}
