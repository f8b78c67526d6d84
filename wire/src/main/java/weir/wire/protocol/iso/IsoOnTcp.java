// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iso;

import java.util.ArrayList;
import java.util.List;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * ISO transport service on TCP (RFC 1006): a TPKT around each transport protocol data unit of X.224 class 0 (COTP).
 *
 * <pre>
 * version 3 | 0 | length u16, all of it | header length u8, itself not counted | kind &lt;&lt; 4 | ...
 *   connect    0xe0, confirm 0xd0   destination u16 | source u16 | class u8 | { code u8 | length u8 | value }
 *   disconnect 0x80                 destination u16 | source u16 | reason u8
 *   error      0x70                 destination u16 | cause u8 | ...
 *   data       0xf0                 last 0x80 or 0x00 | user data
 * </pre>
 *
 * It is one of the {@link TransportUser}s that gives the user data a meaning; which, its content decides.
 */
public final class IsoOnTcp implements Protocol {

    static final int TPKT = 4;

    private final TransportUser[] users;

    /** @param read the protocols that are read; others are told apart but not read */
    public IsoOnTcp(TransportUser... read) {
        List<TransportUser> all = new ArrayList<>(List.of(read));
        for (TransportUser unread : Unread.ALL) {
            if (all.stream().noneMatch(user -> user.name().equals(unread.name()))) {
                all.add(unread);
            }
        }
        users = all.toArray(TransportUser[]::new);
    }

    @Override
    public String name() {
        return "cotp";
    }

    @Override
    public List<Carrier> carriers() {
        return List.of(Carrier.tcp(102), Carrier.tcp(3389));
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        int length = length(in);
        if (length == Dialogue.LOST) {
            return Likeness.NO;
        }
        if (length == Dialogue.MORE) {
            return Likeness.MORE;
        }
        int header = in.peek(TPKT);
        Tpdu kind = Tpdu.of(in.peek(TPKT + 1));
        boolean sure = switch (kind) {
            case DATA -> isKnown(in, length);
            case CONNECT, CONNECT_CONFIRM -> in.left() >= length && isOpening(in, header);
            case EXPEDITED_DATA,
                    EXPEDITED_ACKNOWLEDGEMENT,
                    REJECT,
                    ACKNOWLEDGEMENT,
                    ERROR,
                    DISCONNECT_REQUEST,
                    DISCONNECT_CONFIRM -> false;
        };
        return sure ? Likeness.SURE : Likeness.MAYBE;
    }

    private boolean isKnown(Cursor in, int length) {
        in.skip(TPKT + 3);
        Cursor data = in.slice(Math.min(in.left(), length - TPKT - 3), new Cursor());
        for (TransportUser user : users) {
            if (user.speaks(data)) {
                return true;
            }
        }
        return false;
    }

    /** Class 0, and parameters that fill the header; or RDP's own words instead of them. */
    private static boolean isOpening(Cursor in, int header) {
        in.skip(TPKT + 6);
        boolean classZero = in.u8() == 0;
        Cursor parameters = in.slice(header - 6, new Cursor());
        if (Opening.isRdp(parameters)) {
            return true;
        }
        while (parameters.left() > 0) {
            parameters.skip(1);
            parameters.skip(parameters.u8());
        }
        return classZero && parameters.ok();
    }

    /** Length of the TPKT that begins here, {@link Dialogue#MORE} or {@link Dialogue#LOST}. */
    static int length(Cursor in) {
        if ((in.left() > 0 && in.peek(0) != 3) || (in.left() > 1 && in.peek(1) != 0)) {
            return Dialogue.LOST;
        }
        int length = in.peek16(2);
        if (length >= 0 && length < TPKT + 3) {
            return Dialogue.LOST;
        }
        int header = in.peek(TPKT);
        int second = in.peek(TPKT + 1);
        if (second < 0) {
            return Dialogue.MORE;
        }
        if (!Tpdu.fits(header, second) || header + TPKT + 1 > length) {
            return Dialogue.LOST;
        }
        if (second != 0xf0) {
            return length;
        }
        int last = in.peek(TPKT + 2);
        if (last < 0) {
            return Dialogue.MORE;
        }
        return (last & 0x7f) == 0 ? length : Dialogue.LOST;
    }

    @Override
    public Dialogue open() {
        return new Connection(users);
    }
}
