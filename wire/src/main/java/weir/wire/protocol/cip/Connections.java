// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The CIP connections that were opened in one conversation; the oldest makes room when there are too many. */
final class Connections {

    private static final int MOST = 64;

    /** Few conversations open any, so the list is short as long as it is empty. */
    private final List<Connection> open = new ArrayList<>(0);

    /** The one that was closed last, for the next that is opened. */
    private @Nullable Connection spare;

    private int opened;

    /** One connection: the two numbers that its messages carry, and where it leads. */
    static final class Connection {
        private static final byte[] NO_PATH = {};

        /** From 1 in the order of opening. */
        int number;

        long toTarget;
        long toOriginator;
        /** Serial number, vendor and originator in one number: what opening and closing have in common. */
        long triad;

        String unit = "";
        byte[] path = NO_PATH;
    }

    Connection open(long triad, long toTarget, long toOriginator, String unit) {
        Connection slot = byTriad(triad);
        if (slot == null) {
            slot = open.size() < MOST ? another() : oldest();
        }
        slot.number = ++opened;
        slot.triad = triad;
        slot.toTarget = toTarget;
        slot.toOriginator = toOriginator;
        slot.unit = unit;
        return slot;
    }

    /** The connection that a message belongs to, whichever way it goes; null for one whose opening was not seen. */
    @Nullable
    Connection of(long id) {
        for (int i = 0; i < open.size(); i++) {
            Connection connection = open.get(i);
            if (connection.toTarget == id || connection.toOriginator == id) {
                return connection;
            }
        }
        return null;
    }

    @Nullable
    Connection byTriad(long triad) {
        int index = index(triad);
        return index < 0 ? null : open.get(index);
    }

    private int index(long triad) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).triad == triad) {
                return i;
            }
        }
        return -1;
    }

    void close(long triad) {
        int index = index(triad);
        if (index >= 0) {
            Connection last = open.removeLast();
            spare = index < open.size() ? open.set(index, last) : last;
        }
    }

    private Connection another() {
        Connection made = spare == null ? new Connection() : spare;
        spare = null;
        open.add(made);
        return made;
    }

    private Connection oldest() {
        Connection oldest = open.getFirst();
        for (Connection connection : open) {
            if (connection.number < oldest.number) {
                oldest = connection;
            }
        }
        return oldest;
    }
}
