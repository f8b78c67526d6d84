// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mms;

import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.protocol.iso.TransportConnection;
import weir.wire.protocol.iso.TransportUser;

/**
 * Manufacturing message specification (ISO 9506), carried by ISO on TCP, session (X.225), presentation (X.226) and, while
 * an association is opened and closed, ACSE (X.227). IEC 61850-8-1 and IEC 60870-6 (ICCP, TASE.2) say what the variables
 * mean.
 *
 * <pre>
 * session      kind u8 | length | parameters                   connect 13, accept 14, finish 9, disconnect 10, abort 25
 *              01 00 01 00                                     give tokens, data: what follows is for presentation
 * presentation 61 { 30 { context 02 | a0 { association 60 to 64, or a message of MMS } } }
 * MMS          a0 { invoke 02 | service [n] }    request       a1 answer, a2 { invoke 80 | error a2 } refusal
 *              a3 { service [n] } unconfirmed, a4 reject, a8 initiate, a9 its answer, 8b conclude, 8c its answer
 * </pre>
 *
 * An operation's target: space the kind of object ("variable", "variable_list", "file"), symbol its name; what belongs to
 * a domain (the logical device of IEC 61850) is {@code domain/item}, what belongs to the association {@code @item}.
 */
public final class Mms implements TransportUser {

    static final String NAME = "mms";

    /** Give tokens and data, both without parameters. */
    private static final long DATA = 0x0100_0100;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean speaks(Cursor in) {
        int first = in.peek(0);
        return switch (first) {
            case Session.CONNECT, Session.ACCEPT, Session.FINISH, Session.DISCONNECT, Session.ABORT ->
                fills(in, 1, 0xff);
            case 0xa0, 0xa1 -> fills(in, 1, 0x82) && in.peek(in.peek(1) == 0x82 ? 4 : 2) == 0x02;
            case 0xa8, 0xa9 -> fills(in, 1, 0x82);
            default -> in.peek32(0) == DATA && in.peek(4) == 0x61;
        };
    }

    /** Whether the length at this place, or the two octets after the word that announces them, is of all the rest. */
    private static boolean fills(Cursor in, int at, int announces) {
        int rest = in.left() - at - 1;
        return in.peek(at) == rest && rest < 0x80
                || in.peek(at) == rest && announces == 0xff
                || in.peek(at) == announces && in.peek16(at + 1) == rest - 2;
    }

    @Override
    public Dialogue open(TransportConnection connection) {
        return new Conversation();
    }
}
