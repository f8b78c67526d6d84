// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iso;

import weir.wire.Cursor;
import weir.wire.Sink;

/** The variable part of a connect request or confirm (X.224 clause 13.3.4), or what RDP puts in its place. */
final class Opening {

    private static final int CALLING = 0xc1;
    private static final int CALLED = 0xc2;

    private static final int RDP_RESPONSE = 2;
    private static final int RDP_FAILURE = 3;

    private Opening() {}

    /**
     * RDP writes a routing token or cookie ({@code Cookie: mstshash=}), a negotiation of eight octets (kind 1 to 3,
     * flags, length 8 little-endian, protocols), or both ([MS-RDPBCGR] 2.2.1.1 and 2.2.1.2).
     */
    static boolean isRdp(Cursor in) {
        return in.peek32(0) == 0x436f_6f6b || isNegotiation(in);
    }

    private static boolean isNegotiation(Cursor in) {
        int kind = in.peek(0);
        return kind >= 1 && kind <= RDP_FAILURE && in.peek16le(2) == 8 && in.left() == 8;
    }

    /** Whether a confirm agrees to speak TLS from now on. */
    static boolean isEncrypted(Cursor in) {
        return isNegotiation(in) && in.peek(0) == RDP_RESPONSE && in.peek32le(4) != 0;
    }

    /** Why a confirm refuses after all; 0 where it does not. */
    static int failure(Cursor in) {
        return isNegotiation(in) && in.peek(0) == RDP_FAILURE ? (int) in.peek32le(4) : 0;
    }

    /** Takes the selectors out of the parameters. */
    static void read(Cursor in, TransportConnection connection, Sink out) {
        while (in.left() > 1) {
            int code = in.u8();
            int length = in.u8();
            if (length > in.left()) {
                break;
            }
            switch (code) {
                case CALLING -> connection.calling(in, length, out);
                case CALLED -> connection.called(in, length, out);
                default -> in.skip(length);
            }
        }
        if (in.left() > 0) {
            out.violation("malformed_parameters", in.left());
        }
    }
}
