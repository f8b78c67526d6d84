// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iso;

import weir.model.Service;
import weir.model.Verb;

/** What a transport protocol data unit is for (X.224 clause 13); its code is the high half of the second octet. */
enum Tpdu implements Service {
    EXPEDITED_DATA(0x1, 4),
    EXPEDITED_ACKNOWLEDGEMENT(0x2, 4),
    REJECT(0x5, 4),
    ACKNOWLEDGEMENT(0x6, 4),
    ERROR(0x7, 4),
    DISCONNECT_REQUEST(0x8, 6),
    DISCONNECT_CONFIRM(0xc, 5),
    CONNECT_CONFIRM(0xd, 6),
    CONNECT(0xe, 6),
    DATA(0xf, 2);

    private static final Tpdu[] BY_CODE = new Tpdu[16];

    static {
        for (Tpdu tpdu : values()) {
            BY_CODE[tpdu.code] = tpdu;
        }
    }

    private final int code;
    private final int least;

    Tpdu(int code, int least) {
        this.code = code;
        this.least = least;
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public Verb verb() {
        return Verb.SESSION;
    }

    /**
     * Whether a header of this length can be one of kind {@code second >> 4}. Class 0, the only one over TCP, gives
     * data a header of two octets exactly and no credit.
     */
    static boolean fits(int length, int second) {
        Tpdu tpdu = BY_CODE[second >> 4];
        if (tpdu == null || length < tpdu.least || length == 0xff) {
            return false;
        }
        return tpdu == DATA ? length == 2 && second == 0xf0 : (second & 0xf) == 0 || tpdu == CONNECT;
    }

    /** The kind of a header that {@link #fits}. */
    static Tpdu of(int second) {
        return BY_CODE[second >> 4];
    }
}
