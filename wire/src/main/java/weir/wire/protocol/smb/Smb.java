// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * SMB 1, 2 and 3 (MS-CIFS, MS-SMB, MS-SMB2): files, printers and named pipes that Windows shares, over TCP directly or
 * as NetBIOS sessions (RFC 1002, 4.3), and its announcements in NetBIOS datagrams. The layouts stand with their readers:
 * {@link Framing}, {@link Smb2Messages}, {@link Smb1Messages}.
 */
public final class Smb implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.tcp(445), Carrier.tcp(139), Carrier.udp(138));

    @Override
    public String name() {
        return "smb";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        if (over == Transport.UDP) {
            return NetbiosDatagram.holdsSmb(in) ? Likeness.SURE : Likeness.NO;
        }
        int length = Framing.frame(in);
        if (length == Dialogue.LOST) {
            return Likeness.NO;
        }
        if (length == Dialogue.MORE) {
            return Likeness.MORE;
        }
        return in.peek(0) == 0 || length > Framing.HEADER ? Likeness.SURE : Likeness.MAYBE;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }
}
