// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.evtx;

/**
 * How much may still be read: tokens and letters count one each. Templates that hold templates, and values that are
 * named often, would otherwise make hours of work of a few octets.
 */
final class Allowance {

    private static final int EVENT = 1 << 18;
    private static final int CHUNK = 1 << 20; // 800 usual events, of which some 170 fit

    private int event;
    private int chunk = CHUNK;

    void nextEvent() {
        event = EVENT;
    }

    void spend(int count) throws DamagedRecord {
        event -= count;
        chunk -= count;
        if (chunk < 0) {
            chunk = 0;
            throw new DamagedRecord(EvtxDamage.MUCH);
        }
        if (event < 0) {
            throw new DamagedRecord(EvtxDamage.LONG);
        }
    }
}
