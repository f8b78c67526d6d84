// SPDX-License-Identifier: Apache-2.0
package weir.server.identity;

import java.io.IOException;

/**
 * What was asked for is not done, for a reason that the person who asked may read. It is an I/O exception so that it
 * undoes the change of the store in which it is thrown.
 */
public final class Refusal extends IOException {

    /** Of what sort the reason is. */
    public enum Sort {
        /** What was asked for is not well-formed. */
        WRONG,
        /** There is no such thing. */
        ABSENT,
        /** It would break what has to hold. */
        CONFLICT,
        /** There is too much of it. */
        TOO_MANY,
        /** Whoever asks did not prove that they may. */
        UNPROVEN,
        /** Another server is needed for it, and does not answer. */
        AWAY
    }

    private final Sort sort;

    public Refusal(Sort sort, String message) {
        super(message);
        this.sort = sort;
    }

    public Sort sort() {
        return sort;
    }
}
