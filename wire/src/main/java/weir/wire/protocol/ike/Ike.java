// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ike;

import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * IKE, versions 1 and 2, over UDP: messages, see {@link Header} and {@link Payloads}. Where addresses are translated they
 * have four zero octets before them, and what has others is ESP, which is passed over (RFC 3948, 2).
 *
 * <p>An exchange is told with what is proposed or why not, as far as it is not encrypted.
 */
public final class Ike implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.udp(500), Carrier.udp(4500));

    @Override
    public String name() {
        return "ike";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        passMarker(in);
        int size = in.left();
        Header header = new Header();
        boolean right = size > Header.SIZE && header.read(in) && header.length == size;
        return right && isPayload(header.next, header.version) ? Likeness.SURE : Likeness.NO;
    }

    private static boolean isPayload(int type, int version) {
        return version == 1 ? type >= 1 && type <= 23 || type >= 128 && type <= 133 : type >= 33 && type <= 54;
    }

    /** An initiator has an id that is not zero, so zeros are the marker. */
    static boolean passMarker(Cursor in) {
        boolean marked = in.peek32(0) == 0;
        in.skip(marked ? 4 : 0);
        return marked;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }
}
