// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import org.jspecify.annotations.Nullable;

/** The CIP connections that were opened in one conversation; the oldest makes room when there are too many. */
final class Connections {

    private static final int MOST = 64;

    /** Those that are open come first. */
    private final Connection[] slots = new Connection[MOST];

    private int used;
    private int opened;

    Connections() {
        for (int i = 0; i < MOST; i++) {
            slots[i] = new Connection();
        }
    }

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
            slot = used < MOST ? slots[used++] : oldest();
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
        for (int i = 0; i < used; i++) {
            if (slots[i].toTarget == id || slots[i].toOriginator == id) {
                return slots[i];
            }
        }
        return null;
    }

    @Nullable
    Connection byTriad(long triad) {
        for (int i = 0; i < used; i++) {
            if (slots[i].triad == triad) {
                return slots[i];
            }
        }
        return null;
    }

    void close(long triad) {
        for (int i = 0; i < used; i++) {
            if (slots[i].triad == triad) {
                Connection gone = slots[i];
                slots[i] = slots[--used];
                slots[used] = gone;
                return;
            }
        }
    }

    private Connection oldest() {
        Connection oldest = slots[0];
        for (int i = 1; i < used; i++) {
            if (slots[i].number < oldest.number) {
                oldest = slots[i];
            }
        }
        return oldest;
    }
}
