// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.openvpn;

import weir.wire.Cursor;
import weir.wire.Likeness;

/** How much an octet or a packet looks like one of OpenVPN. */
final class Packet {

    static final int LONGEST = 1 << 14;

    /** Opcode and session. */
    static final int HEAD = 9;

    private static final int MOST_ACKNOWLEDGED = 8;
    private static final int TLS_HANDSHAKE = 0x16;

    private Packet() {}

    static boolean isReset(int first) {
        Opcode opcode = Opcode.of(first);
        return opcode != null && (opcode.isClientReset() || opcode.isServerReset() || opcode == Opcode.CONTROL);
    }

    static Likeness likeness(Cursor in) {
        Opcode opcode = Opcode.of(in.peek(0));
        if (opcode == null || in.left() < HEAD + 5 || in.peek32(1) == 0 || (in.peek(0) & 7) != 0) {
            return Likeness.NO;
        }
        if (opcode.isClientReset()) {
            return Protection.ofReset(in) == Protection.UNKNOWN ? Likeness.NO : Likeness.SURE;
        }
        return opcode.isServerReset() && acknowledges(in)
                ? Likeness.SURE
                : opcode == Opcode.CONTROL && carriesTls(in) ? Likeness.SURE : Likeness.NO;
    }

    /** A plain reset of the server acknowledges that of the client: number 0, then its own number 0. */
    private static boolean acknowledges(Cursor in) {
        return in.left() == HEAD + 1 + 4 + 8 + 4
                && in.peek(HEAD) == 1
                && in.peek32(HEAD + 1) == 0
                && in.peek32(HEAD + 13) == 0;
    }

    private static boolean carriesTls(Cursor in) {
        int count = in.peek(HEAD);
        int tls = HEAD + 1 + 4 * count + (count > 0 ? 8 : 0) + 4;
        return count <= MOST_ACKNOWLEDGED && in.peek(tls) == TLS_HANDSHAKE && in.peek(tls + 1) == 3;
    }
}
