// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ldap;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * LDAP version 3 (RFC 4511) over TCP, and over UDP as Windows looks for its domain (MS-ADTS 6.3.3): the directory of
 * users, computers and their rights. The layout stands with {@link Envelope}.
 */
public final class Ldap implements Protocol {

    private static final List<Carrier> CARRIERS =
            List.of(Carrier.tcp(389), Carrier.tcp(3268), Carrier.tcp(636), Carrier.udp(389));

    @Override
    public String name() {
        return "ldap";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        if (in.peek(0) == 0) {
            return over == Transport.TCP ? Envelope.isKerberos(in) : Likeness.NO;
        }
        int length = Envelope.frame(in);
        if (length == Dialogue.LOST) {
            return Likeness.NO;
        }
        if (length == Dialogue.MORE) {
            return over == Transport.UDP ? Likeness.NO : Likeness.MORE;
        }
        if (over == Transport.UDP && length > in.left()) {
            return Likeness.NO;
        }
        return Envelope.isSure(in) ? Likeness.SURE : Likeness.MAYBE;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }
}
