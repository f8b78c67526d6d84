// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.evtx;

/** Ends the reading of one record; it never leaves the chunk. */
final class DamagedRecord extends Exception {

    private static final long serialVersionUID = 1;

    private final EvtxDamage damage;

    DamagedRecord(EvtxDamage damage) {
        super(damage.text(), null, false, false);
        this.damage = damage;
    }

    EvtxDamage damage() {
        return damage;
    }
}
