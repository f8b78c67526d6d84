// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.fins;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;
import weir.wire.Vocabulary;

/** The FINS commands, and the services of the TCP connection around them. */
final class Commands {

    private static final Vocabulary TABLE = new Vocabulary("fins/commands", "command_");

    /** Commands of FINS/TCP (OMRON W421 section 7-4). */
    enum OfConnection implements Service {
        NODE_ADDRESS(0, Verb.SESSION),
        FRAME(2, Verb.OTHER),
        FRAME_ERROR(3, Verb.DIAGNOSE),
        CONFIRM_CONNECTION(6, Verb.SESSION);

        private final int code;
        private final Verb verb;

        OfConnection(int code, Verb verb) {
            this.code = code;
            this.verb = verb;
        }

        @Override
        public int code() {
            return code;
        }

        @Override
        public Verb verb() {
            return verb;
        }
    }

    private Commands() {}

    static Vocabulary.@Nullable Listed of(int code) {
        return TABLE.of(code);
    }

    static Service unlisted(int code) {
        return TABLE.unlisted(code);
    }
}
