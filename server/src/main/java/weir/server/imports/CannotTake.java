// SPDX-License-Identifier: Apache-2.0
package weir.server.imports;

/** Why a capture is not taken; the message may be shown to who gave it. */
public final class CannotTake extends Exception {

    private static final long serialVersionUID = 1;

    /** What stands in the way. */
    public enum Why {
        TOO_LARGE,
        TOO_MANY,
        NO_ROOM
    }

    private final Why why;

    CannotTake(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
