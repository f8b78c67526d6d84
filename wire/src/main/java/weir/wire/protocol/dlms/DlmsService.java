// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dlms;

import org.jspecify.annotations.Nullable;
import weir.model.Phase;
import weir.model.Service;
import weir.model.Verb;

/**
 * Services of DLMS/COSEM (IEC 62056-5-3 clause 9), by the tag of the request or notice and that of the answer; -1 for
 * none. Some objects make a set or an action something else: those have a row of their own, and no tags.
 */
enum DlmsService implements Service {
    ASSOCIATE(0x60, 0x61, Verb.AUTHENTICATE, Phase.REQUEST),
    RELEASE(0x62, 0x63, Verb.SESSION, Phase.REQUEST),
    GET(0xc0, 0xc4, Verb.READ, Phase.REQUEST),
    SET(0xc1, 0xc5, Verb.WRITE, Phase.REQUEST),
    EVENT_NOTIFICATION(0xc2, -1, Verb.ALARM, Phase.NOTICE),
    ACTION(0xc3, 0xc7, Verb.CONTROL, Phase.REQUEST),
    READ(0x05, 0x0c, Verb.READ, Phase.REQUEST),
    WRITE(0x06, 0x0d, Verb.WRITE, Phase.REQUEST),
    UNCONFIRMED_WRITE(0x16, -1, Verb.WRITE, Phase.REQUEST),
    INFORMATION_REPORT(0x18, -1, Verb.READ, Phase.NOTICE),
    DATA_NOTIFICATION(0x0f, -1, Verb.READ, Phase.NOTICE),
    INITIATE(0x01, 0x08, Verb.SESSION, Phase.REQUEST),
    ACCESS(0xd9, 0xda, Verb.WRITE, Phase.REQUEST),
    CONFIRMED_SERVICE_ERROR(-1, 0x0e, Verb.OTHER, Phase.RESPONSE),
    EXCEPTION(-1, 0xd8, Verb.OTHER, Phase.RESPONSE),
    /** Encrypted with the key of all, of one, or as the message itself says. */
    CIPHERED_INITIATE(0x21, 0x28, Verb.AUTHENTICATE, Phase.REQUEST),
    CIPHERED_READ(0x25, 0x2c, Verb.READ, Phase.REQUEST),
    CIPHERED_WRITE(0x26, 0x2d, Verb.WRITE, Phase.REQUEST),
    CIPHERED_GET(0xc8, 0xcc, Verb.READ, Phase.REQUEST),
    CIPHERED_SET(0xc9, 0xcd, Verb.WRITE, Phase.REQUEST),
    CIPHERED_EVENT_NOTIFICATION(0xca, -1, Verb.ALARM, Phase.NOTICE),
    CIPHERED_ACTION(0xcb, 0xcf, Verb.CONTROL, Phase.REQUEST),
    DEDICATED_CIPHERED_GET(0xd0, 0xd4, Verb.READ, Phase.REQUEST),
    DEDICATED_CIPHERED_SET(0xd1, 0xd5, Verb.WRITE, Phase.REQUEST),
    DEDICATED_CIPHERED_EVENT_NOTIFICATION(0xd2, -1, Verb.ALARM, Phase.NOTICE),
    DEDICATED_CIPHERED_ACTION(0xd3, 0xd7, Verb.CONTROL, Phase.REQUEST),
    GENERAL_GLOBAL_CIPHERING(0xdb, -1, Verb.OTHER, Phase.NOTICE),
    GENERAL_DEDICATED_CIPHERING(0xdc, -1, Verb.OTHER, Phase.NOTICE),
    GENERAL_CIPHERING(0xdd, -1, Verb.OTHER, Phase.NOTICE),
    GENERAL_SIGNING(0xdf, -1, Verb.OTHER, Phase.NOTICE),
    GENERAL_BLOCK_TRANSFER(0xe0, -1, Verb.OTHER, Phase.NOTICE),
    SET_CLOCK(0xc1, Verb.TIME),
    SET_CONFIGURATION(0xc1, Verb.CONFIGURE),
    CLOCK_ACTION(0xc3, Verb.TIME),
    IMAGE_TRANSFER_ACTION(0xc3, Verb.FIRMWARE),
    CONFIGURATION_ACTION(0xc3, Verb.CONFIGURE),
    AUTHENTICATION_ACTION(0xc3, Verb.AUTHENTICATE),
    /** Of the link: HDLC. */
    HDLC_CONNECT(0x93, Verb.SESSION),
    HDLC_DISCONNECT(0x53, Verb.SESSION),
    HDLC_RECEIVE_READY(0x01, Verb.SESSION);

    private static final int TAGS = 256;
    private static final @Nullable DlmsService[] BY_TAG = new @Nullable DlmsService[TAGS];

    static {
        for (DlmsService service : values()) {
            if (service.tagged) {
                put(service.code, service);
                put(service.answer, service);
            }
        }
    }

    private static void put(int tag, DlmsService service) {
        if (tag >= 0) {
            BY_TAG[tag] = service;
        }
    }

    private final int code;
    private final int answer;
    private final Verb verb;
    private final Phase phase;
    private final boolean tagged;

    DlmsService(int code, int answer, Verb verb, Phase phase) {
        this.code = code;
        this.answer = answer;
        this.verb = verb;
        this.phase = phase;
        this.tagged = true;
    }

    DlmsService(int code, Verb verb) {
        this.code = code;
        this.answer = -1;
        this.verb = verb;
        this.phase = Phase.REQUEST;
        this.tagged = false;
    }

    static @Nullable DlmsService of(int tag) {
        return tag >= 0 && tag < TAGS ? BY_TAG[tag] : null;
    }

    Phase phase(int tag) {
        return tag == answer ? Phase.RESPONSE : phase;
    }

    /** Nothing of what it carries can be read. */
    boolean isCiphered() {
        return ordinal() >= CIPHERED_INITIATE.ordinal() && ordinal() <= GENERAL_SIGNING.ordinal();
    }

    /** What it is to set an attribute of an object of this class. */
    static DlmsService set(int type) {
        return switch (type) {
            case 8 -> SET_CLOCK;
            case 1, 3, 4, 5, 70, 71, 111, 112, 113, 115 -> SET;
            default -> SET_CONFIGURATION;
        };
    }

    /** What it is to invoke a method of an object of this class. */
    static DlmsService action(int type) {
        return switch (type) {
            case 8 -> CLOCK_ACTION;
            case 12, 15 -> AUTHENTICATION_ACTION;
            case 18 -> IMAGE_TRANSFER_ACTION;
            case 9, 68, 70, 71, 111, 112, 113, 115 -> ACTION;
            default -> CONFIGURATION_ACTION;
        };
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
