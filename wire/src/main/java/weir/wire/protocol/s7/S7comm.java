// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.protocol.iso.TransportConnection;
import weir.wire.protocol.iso.TransportUser;

/**
 * S7comm, carried by ISO on TCP. Siemens never published it; the layout is as open decoders and the captures agree on
 * it.
 *
 * <pre>
 * 0x32 | kind u8 | 0 u16 | reference u16 | parameter length u16 | data length u16 | kinds 2, 3: error class u8, code u8
 *      | parameters | data
 * kind 1 job, 2 acknowledgement, 3 acknowledgement with data: parameters begin with the {@link Function}
 * kind 7 user data: see {@link UserData}
 * </pre>
 *
 * An operation's target: space the memory area ("DB5", "M"), first the octet's address, count in elements of the type
 * that is the qualifier ("WORD"); a bit in the octet is the symbol "bit 3"; timers and counters go by number. The
 * unit is the module that the connection was opened to ("rack 0 slot 2").
 */
public final class S7comm implements TransportUser {

    static final String NAME = "s7comm";

    static final int JOB = 1;
    static final int ACKNOWLEDGEMENT = 2;
    static final int ACKNOWLEDGEMENT_DATA = 3;
    static final int USER_DATA = 7;

    private static final int HEADER = 10;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean speaks(Cursor in) {
        return begins(in);
    }

    static boolean begins(Cursor in) {
        return in.peek(0) == 0x32 && isKind(in.peek(1)) && in.peek16(2) == 0;
    }

    private static boolean isKind(int kind) {
        return (kind >= JOB && kind <= ACKNOWLEDGEMENT_DATA) || kind == USER_DATA;
    }

    /** Octets before the parameters. */
    static int header(int kind) {
        return kind == ACKNOWLEDGEMENT || kind == ACKNOWLEDGEMENT_DATA ? HEADER + 2 : HEADER;
    }

    @Override
    public Dialogue open(TransportConnection connection) {
        return new Conversation(connection);
    }
}
