// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7plus;

import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.protocol.iso.TransportConnection;
import weir.wire.protocol.iso.TransportUser;

/**
 * S7comm-plus, carried by ISO on TCP. Siemens never published it; the layout is as open readers of it and the captures
 * agree on it. Numbers marked v are of seven bits an octet, highest first, all but the last with the high bit set.
 *
 * <pre>
 * 0x72 | version u8: 1 connect, 2, 3 | length u16 | part of a message ... | 0x72 | version | 0 u16, after its last part
 * 0x72 | 0xfe or 0xff | ...                       an event, a keep-alive
 * version 3: each part begins with 32, and as many octets of digest
 * message 0x31 | 0 u16 | {@link Function} u16 | 0 u16 | sequence u16 | session u32 | flags u8 | ...        request
 *         0x32 | 0 u16 | function u16 | 0 u16 | sequence u16 | flags u8 | result v | ...                  answer
 *         0x33 | subscription u32 | ...                                                       values subscribed to
 * </pre>
 *
 * An operation's target: space the area ("DB5", "M") or object ("cpu_exec_unit"), symbol the way to the variable in it as
 * engineers' tools write it ("8A0E0005.A.1"), or the attribute's name.
 */
public final class S7commPlus implements TransportUser {

    static final int IDENTIFIER = 0x72;
    static final int LAST_VERSION = 3;
    static final int EVENT = 0xfe;
    static final int KEEP_ALIVE = 0xff;

    static final int REQUEST = 0x31;
    static final int RESPONSE = 0x32;
    static final int NOTIFICATION = 0x33;
    /** Answers to requests whose flags have 0x40. */
    static final int SHORT_RESPONSE = 0x02;

    @Override
    public String name() {
        return "s7comm_plus";
    }

    @Override
    public boolean speaks(Cursor in) {
        int version = in.peek(1);
        return in.peek(0) == IDENTIFIER
                && ((version >= 1 && version <= LAST_VERSION) || version == EVENT || version == KEEP_ALIVE);
    }

    @Override
    public Dialogue open(TransportConnection connection) {
        return new Conversation(connection);
    }
}
