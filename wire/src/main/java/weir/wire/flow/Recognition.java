// SPDX-License-Identifier: Apache-2.0
package weir.wire.flow;

import org.jspecify.annotations.Nullable;
import weir.wire.Protocol;

/** What is known of a conversation whose protocol is not: how often it was looked at, and what it might be. */
final class Recognition {

    /** Looks at the first messages, then ever more rarely. */
    private static final int EAGER = 8;

    private int looks;
    private @Nullable Protocol suspect;
    private @Nullable Protocol wrong;

    boolean worthALook() {
        looks++;
        return looks <= EAGER || Integer.bitCount(looks) == 1;
    }

    /** It could be this one; true when it could have been the time before too. */
    boolean suspectAgain(Protocol candidate) {
        boolean again = suspect == candidate;
        suspect = candidate;
        return again;
    }

    boolean suspicious() {
        return suspect != null;
    }

    /** It was taken for this one, and nothing of it could be read. */
    void rule(@Nullable Protocol mistaken) {
        wrong = mistaken;
        suspect = null;
    }

    boolean ruledOut(Protocol candidate) {
        return wrong == candidate;
    }
}
