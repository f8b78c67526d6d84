// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.c1222;

import java.util.List;
import weir.model.Transport;
import weir.wire.Ber;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * ANSI C12.22 over TCP and UDP (ANSI C12.22-2012 clause 5.3; RFC 6142).
 *
 * <pre>
 * 60 length, then in BER
 *   a2 called title | a4 called number | a6 calling title | a8 calling number | ac authentication | be user information:
 *      28 external, 81 octets: flags u8 (security 2 bits at 4) | class of 4 octets where flag 10 is set
 *                              | services, each length and octets; enciphered where security is 2; check of 4 octets
 * </pre>
 *
 * Numbers in services are big-endian. The title of a meter, an object identifier, is the device behind the address.
 */
public final class C1222 implements Protocol {

    static final int MESSAGE = 0x60;
    static final int CALLED_TITLE = 0xa2;
    static final int CALLED_NUMBER = 0xa4;
    static final int CALLING_TITLE = 0xa6;
    static final int CALLING_NUMBER = 0xa8;
    static final int USER_INFORMATION = 0xbe;

    private static final int LONGEST = 1 << 16;
    private static final List<Carrier> CARRIERS = List.of(Carrier.udp(1153), Carrier.tcp(1153));

    @Override
    public String name() {
        return "c1222";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    /** Sure where all elements are of this protocol, fill the message, and user information is the last. */
    @Override
    public Likeness probe(Cursor in, Transport over) {
        int size = frame(in);
        if (size <= 0 || size > in.left()) {
            boolean more = size != Dialogue.LOST && over == Transport.TCP;
            return more ? Likeness.MORE : Likeness.NO;
        }
        Ber ber = new Ber();
        ber.next(in);
        int end = in.read() + ber.length();
        int last = 0;
        while (in.read() < end && ber.next(in)) {
            last = ber.identifier();
            if (last < 0xa0 || last > USER_INFORMATION) {
                return Likeness.NO;
            }
            in.skip(ber.length());
        }
        return in.ok() && last == USER_INFORMATION ? Likeness.SURE : Likeness.NO;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    static int frame(Cursor in) {
        if (in.peek(0) >= 0 && in.peek(0) != MESSAGE) {
            return Dialogue.LOST;
        }
        int length = in.peek(1);
        int octets = length > 0x80 ? length - 0x80 : 0;
        if (length == 0x80 || octets > 3) {
            return Dialogue.LOST;
        }
        int first = length < 0 ? -1 : in.peek(2 + octets);
        if (first < 0) {
            return Dialogue.MORE;
        }
        if (octets > 0) {
            length = 0;
            for (int i = 0; i < octets; i++) {
                length = length << 8 | in.peek(2 + i);
            }
        }
        boolean begins =
                first == CALLED_TITLE || first == CALLED_NUMBER || first == CALLING_TITLE || first == CALLING_NUMBER;
        return begins && length >= 6 && length <= LONGEST ? 2 + octets + length : Dialogue.LOST;
    }
}
