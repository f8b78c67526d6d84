// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import org.jspecify.annotations.Nullable;

/** What a controller and a device agreed on when they connected (an AR). */
final class ApplicationRelation {

    /** Cyclic exchanges of one relation; usually two. */
    private static final int MOST = 8;

    final long high;
    final long low;
    /** Hardware addresses; 0 while not known. */
    final long controller;

    long device;

    private final @Nullable IoRelationship[] relationships = new @Nullable IoRelationship[MOST];
    private int count;

    ApplicationRelation(long high, long low, long controller) {
        this.high = high;
        this.low = low;
        this.controller = controller;
    }

    void add(IoRelationship relationship) {
        if (count < MOST) {
            relationships[count++] = relationship;
        }
    }

    /** The device chose the frame id of one exchange. */
    void settle(int reference, int frame) {
        for (IoRelationship each : relationships) {
            if (each != null && each.reference == reference) {
                each.frame = frame;
            }
        }
    }

    /** How many octets a submodule has, {@code kind} says in which direction. */
    void measure(int kind, int slot, int subslot, int octets) {
        for (IoRelationship each : relationships) {
            if (each != null && each.kind == kind) {
                each.measure(slot, subslot, octets);
            }
        }
    }

    /** The exchange that a frame belongs to; null if none of these. */
    @Nullable
    IoRelationship of(long source, long destination, int frame) {
        for (IoRelationship each : relationships) {
            if (each != null && each.frame == frame && fits(each.kind, source, destination)) {
                return each;
            }
        }
        return null;
    }

    private boolean fits(int kind, long source, long destination) {
        long from = kind == IoRelationship.INPUT ? device : controller;
        long to = kind == IoRelationship.INPUT ? controller : device;
        return (from == 0 || from == source) && (to == 0 || to == destination);
    }
}
