// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.coap;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * CoAP over UDP (RFC 7252; observation RFC 7641, blocks RFC 7959). Under DTLS (port 5684) nothing of it is seen.
 *
 * <pre>
 * version 1, 2 bits | type, 2 bits | length of token, 4 bits | code u8: class 3 bits, detail 5 bits | message id u16
 * | token 0 to 8 | options | ff payload
 * type: 0 confirmable, 1 not, 2 acknowledgement, 3 reset
 * </pre>
 *
 * The resource is the symbol of the target. A short payload of plain text is a value of it.
 */
public final class Coap implements Protocol {

    static final int HEADER = 4;
    static final int LONGEST_TOKEN = 8;
    private static final int PORT = 5683;

    @Override
    public String name() {
        return "coap";
    }

    @Override
    public List<Carrier> carriers() {
        return List.of(Carrier.udp(PORT));
    }

    /** There is no magic number: a readable path is what makes it sure. */
    @Override
    public Likeness probe(Cursor in, Transport over) {
        int first = in.peek(0);
        if (over != Transport.UDP || first >= 0 && (first >> 6 != 1 || (first & 15) > LONGEST_TOKEN)) {
            return Likeness.NO;
        }
        if (in.left() < HEADER) {
            return Likeness.MORE;
        }
        int code = in.peek(1);
        int type = first >> 4 & 3;
        boolean request = code >= 1 && CoapMethod.of(code) != null;
        boolean known = request ? type <= 1 : code == 0 || ResponseCode.isKnown(code) && type <= 2;
        int token = first & 15;
        if (!known || in.left() < HEADER + token || code == 0 && in.left() != HEADER) {
            return Likeness.NO;
        }
        int options = Options.plausible(in, HEADER + token);
        if (options == 0) {
            return Likeness.NO;
        }
        return options == 2 && request ? Likeness.SURE : Likeness.MAYBE;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }
}
