// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.trdp;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** Message types (IEC 61375-2-3 annex A), two letters each; and the telegrams that change how the train network works. */
enum TrdpService implements Service {
    PROCESS_DATA(0x5064, Verb.READ),
    PROCESS_DATA_PULL(0x5072, Verb.READ),
    PROCESS_DATA_REPLY(0x5070, Verb.READ),
    PROCESS_DATA_ERROR(0x5065, Verb.READ),
    NOTIFY(0x4d6e, Verb.OTHER),
    CALL(0x4d72, Verb.OTHER),
    REPLY(0x4d70, Verb.OTHER),
    REPLY_TO_CONFIRM(0x4d71, Verb.OTHER),
    CONFIRM(0x4d63, Verb.SESSION),
    ERROR(0x4d65, Verb.OTHER),
    /** A call that changes the inauguration or the backbone of the train. */
    CONTROL_TRAIN_NETWORK(130, Verb.CONTROL);

    private static final TrdpService[] TYPES = {
        PROCESS_DATA,
        PROCESS_DATA_PULL,
        PROCESS_DATA_REPLY,
        PROCESS_DATA_ERROR,
        NOTIFY,
        CALL,
        REPLY,
        REPLY_TO_CONFIRM,
        CONFIRM,
        ERROR
    };

    private final int code;
    private final Verb verb;

    TrdpService(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    /** Null for letters that are no message type. */
    static @Nullable TrdpService ofType(int letters) {
        for (TrdpService service : TYPES) {
            if (service.code == letters) {
                return service;
            }
        }
        return null;
    }

    /** Process data, which has the shorter header. */
    boolean isProcessData() {
        return code >>> 8 == 'P';
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
