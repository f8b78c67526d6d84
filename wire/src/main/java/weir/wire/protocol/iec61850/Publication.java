// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iec61850;

/** The numbers that one control block last published. */
final class Publication {

    private boolean known;
    private long state;
    private long repetition;
    private long revision;
    private long content;
    private long live;

    void is(long newState, long newRepetition, long newRevision, long newContent, long newLive) {
        known = true;
        state = newState;
        repetition = newRepetition;
        revision = newRevision;
        content = newContent;
        live = newLive;
    }

    void forget() {
        known = false;
    }

    boolean known() {
        return known;
    }

    long state() {
        return state;
    }

    long repetition() {
        return repetition;
    }

    long revision() {
        return revision;
    }

    /** A number that changes with the values. */
    long content() {
        return content;
    }

    long live() {
        return live;
    }
}
