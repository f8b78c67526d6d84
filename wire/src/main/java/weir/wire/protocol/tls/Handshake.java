// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tls;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** Handshake messages (IANA, TLS HandshakeType), and the alert, which is none but a message as well. */
enum Handshake implements Service {
    HELLO_REQUEST(0, Verb.SESSION),
    CLIENT_HELLO(1, Verb.SESSION),
    SERVER_HELLO(2, Verb.SESSION),
    HELLO_VERIFY_REQUEST(3, Verb.SESSION),
    NEW_SESSION_TICKET(4, Verb.SESSION),
    END_OF_EARLY_DATA(5, Verb.SESSION),
    ENCRYPTED_EXTENSIONS(8, Verb.SESSION),
    CERTIFICATE(11, Verb.IDENTIFY),
    SERVER_KEY_EXCHANGE(12, Verb.SESSION),
    CERTIFICATE_REQUEST(13, Verb.SESSION),
    SERVER_HELLO_DONE(14, Verb.SESSION),
    CERTIFICATE_VERIFY(15, Verb.AUTHENTICATE),
    CLIENT_KEY_EXCHANGE(16, Verb.SESSION),
    FINISHED(20, Verb.SESSION),
    CERTIFICATE_URL(21, Verb.SESSION),
    CERTIFICATE_STATUS(22, Verb.SESSION),
    SUPPLEMENTAL_DATA(23, Verb.SESSION),
    KEY_UPDATE(24, Verb.SESSION),
    ALERT(0x100, Verb.SESSION);

    private static final @Nullable Handshake[] BY_CODE = new @Nullable Handshake[32];

    static {
        for (Handshake handshake : values()) {
            if (handshake.code < BY_CODE.length) {
                BY_CODE[handshake.code] = handshake;
            }
        }
    }

    private final int code;
    private final Verb verb;

    Handshake(int code, Verb verb) {
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

    static @Nullable Handshake of(int code) {
        return code < BY_CODE.length ? BY_CODE[code] : null;
    }
}
