// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.rdp;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** The messages of RDP that are told apart: its own in the opening, those of T.125, and what channels carry. */
enum Message implements Service {
    NEGOTIATE(-1, Verb.SESSION),
    CONNECT(-1, Verb.SESSION),
    ERECT_DOMAIN(1, Verb.SESSION),
    DISCONNECT(8, Verb.SESSION),
    ATTACH_USER(10, Verb.SESSION),
    ATTACH_USER_CONFIRM(11, Verb.SESSION),
    JOIN_CHANNEL(14, Verb.SESSION),
    JOIN_CHANNEL_CONFIRM(15, Verb.SESSION),
    SEND_DATA(25, Verb.OTHER),
    SEND_DATA_INDICATION(26, Verb.OTHER),
    /** The client's part of the keys. */
    SECURITY_EXCHANGE(-1, Verb.SESSION),
    /** User and password, and what to begin with. */
    CLIENT_INFO(-1, Verb.AUTHENTICATE),
    LICENSE(-1, Verb.SESSION),
    ENCRYPTED(-1, Verb.OTHER);

    private static final Message[] ALL = values();

    private final int code;
    private final Verb verb;

    Message(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    /** By the number of the choice among the units of T.125. */
    static @Nullable Message of(int choice) {
        for (Message message : ALL) {
            if (message.code == choice && choice >= 0) {
                return message;
            }
        }
        return null;
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
