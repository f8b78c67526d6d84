// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iso;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Numbered;
import weir.wire.Sink;

/** The reader of one transport connection: tells how it opens and closes, and hands what it carries to its user. */
final class Connection implements Dialogue {

    private static final Numbered REASON = new Numbered("reason ");
    private static final Numbered CAUSE = new Numbered("cause ");

    private final TransportUser[] users;
    private final @Nullable Dialogue[] readers;
    private final TransportConnection selectors = new TransportConnection();
    private final Assembly[] assemblies = {new Assembly(), new Assembly()};
    /** The rest of a piece of user data whose beginning is gone. */
    private final boolean[] headless = new boolean[2];

    private final Cursor part = new Cursor();
    private int speaking = -1;
    /** RDP went over to TLS. */
    private boolean encrypted;

    private @Nullable Operation asked;
    private long askedAt;

    Connection(TransportUser[] users) {
        this.users = users;
        this.readers = new @Nullable Dialogue[users.length];
    }

    @Override
    public @Nullable String speaks() {
        return speaking < 0 ? null : users[speaking].name();
    }

    @Override
    public int frame(Cursor in, Direction way) {
        if (encrypted) {
            return DONE;
        }
        if (in.left() > 0
                && in.peek(0) != 3
                && speaking >= 0
                && users[speaking].name().equals("rdp")) {
            return fastPath(in);
        }
        return IsoOnTcp.length(in);
    }

    /**
     * RDP outside of TPKT: two low bits 0, then the length in one octet, or in two when the first has its high bit set
     * ([MS-RDPBCGR] 2.2.8.1.2). TLS begins with its handshake.
     */
    private static int fastPath(Cursor in) {
        int first = in.peek(0);
        if (first == 0x16 || first == 0x17) {
            return DONE;
        }
        int length = in.peek(1);
        if (length >= 0x80) {
            int second = in.peek(2);
            length = second < 0 ? -1 : (length & 0x7f) << 8 | second;
        }
        if (length < 0) {
            return MORE;
        }
        return (first & 3) == 0 && length > 2 ? Dialogue.skip(length) : LOST;
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        if (in.peek16(2) != in.left()) {
            out.violation("truncated", in.left());
            return;
        }
        in.skip(IsoOnTcp.TPKT);
        int length = in.u8();
        in.slice(length, part);
        int code = part.u8();
        if (!part.ok() || !Tpdu.fits(length, code)) {
            out.violation("malformed_header", length);
            return;
        }
        out.factHex("s7comm", "cotp.type", code >> 4, 2);
        switch (Tpdu.of(code)) {
            case DATA -> data(part.u8() != 0, in, way, out);
            case CONNECT -> request(way, out);
            case CONNECT_CONFIRM -> confirm(way, out);
            case DISCONNECT_REQUEST -> disconnect(way, out);
            case DISCONNECT_CONFIRM ->
                out.response(Tpdu.DISCONNECT_REQUEST).unit(selectors.unit()).tell();
            case ERROR -> {
                part.skip(2);
                out.notice(Tpdu.ERROR)
                        .unit(selectors.unit())
                        .qualifier(CAUSE.of(part.u8()))
                        .tell();
            }
            case EXPEDITED_DATA, EXPEDITED_ACKNOWLEDGEMENT, REJECT, ACKNOWLEDGEMENT ->
                out.violation("not_in_class_0", code >> 4);
        }
    }

    private void request(Direction way, Sink out) {
        part.skip(5);
        selectors.clear();
        if (Opening.isRdp(part)) {
            speak("rdp");
        } else {
            Opening.read(part, selectors, out);
        }
        asked = describe(out.request(Tpdu.CONNECT)).tell();
        askedAt = out.time();
        opening(way, out);
    }

    /** Who puts words of its own into the opening reads them. */
    private void opening(Direction way, Sink out) {
        if (speaking >= 0 && readers[speaking] instanceof OpeningReader reader) {
            out.speaking(users[speaking].name());
            reader.opening(part, way, out);
        }
    }

    private void confirm(Direction way, Sink out) {
        part.skip(5);
        int failure = Opening.failure(part);
        encrypted = Opening.isEncrypted(part);
        if (Opening.isRdp(part)) {
            speak("rdp");
        } else if (asked == null) {
            Opening.read(part, selectors, out);
        }
        describe(out.response(Tpdu.CONNECT));
        if (failure != 0) {
            out.refused(failure, "rdp_negotiation_failure");
        }
        answer(out);
        opening(way, out);
    }

    /** Refuses the connection while it is being asked for, else ends it. */
    private void disconnect(Direction way, Sink out) {
        part.skip(4);
        int reason = part.u8();
        if (asked != null && way == Direction.TO_CLIENT) {
            describe(out.response(Tpdu.CONNECT)).refused(reason, reasonLabel(reason));
            answer(out);
            return;
        }
        out.request(Tpdu.DISCONNECT_REQUEST)
                .unit(selectors.unit())
                .qualifier(reasonLabel(reason))
                .tell();
    }

    private Sink describe(Sink out) {
        out.unit(selectors.unit()).qualifier(selectors.purpose());
        return selectors.called().isEmpty() ? out : out.space("tsap").symbol(selectors.called());
    }

    private void answer(Sink out) {
        if (asked != null) {
            out.since(askedAt);
            asked = null;
        }
        out.tell();
    }

    /** X.224 clause 13.5.3. */
    private static String reasonLabel(int reason) {
        return switch (reason) {
            case 0 -> "not_specified";
            case 1, 0x81 -> "congestion";
            case 2 -> "session_not_attached";
            case 3 -> "address_unknown";
            case 0x80 -> "normal_disconnect";
            case 0x82 -> "negotiation_failed";
            case 0x83 -> "duplicate_source_reference";
            case 0x84 -> "mismatched_references";
            case 0x85 -> "protocol_error";
            case 0x87 -> "reference_overflow";
            case 0x88 -> "request_refused";
            case 0x8a -> "invalid_length";
            default -> REASON.of(reason);
        };
    }

    private void data(boolean last, Cursor in, Direction way, Sink out) {
        Assembly assembly = assemblies[side(way)];
        if (headless[side(way)]) {
            headless[side(way)] = !last;
        } else if (last && assembly.isEmpty()) {
            user(in, way, out);
        } else if (!assembly.add(in)) {
            headless[side(way)] = !last;
            out.violation("user_data_too_long", in.left());
        } else if (last) {
            user(assembly.take(), way, out);
        }
    }

    private void user(Cursor in, Direction way, Sink out) {
        if (in.left() == 0) {
            return;
        }
        Dialogue reader = reader(in);
        if (reader != null) {
            out.speaking(users[speaking].name());
            reader.message(in, way, out);
        }
    }

    /** Whoever speaks goes on, unless what comes is plainly another's. */
    private @Nullable Dialogue reader(Cursor in) {
        if (speaking >= 0 && users[speaking].speaks(in)) {
            return readers[speaking];
        }
        for (int i = 0; i < users.length; i++) {
            if (i != speaking && users[i].speaks(in)) {
                speak(i);
                break;
            }
        }
        return speaking < 0 ? null : readers[speaking];
    }

    private void speak(String name) {
        for (int i = 0; i < users.length; i++) {
            if (users[i].name().equals(name)) {
                speak(i);
            }
        }
    }

    private void speak(int user) {
        speaking = user;
        open(user);
    }

    private Dialogue open(int user) {
        Dialogue reader = readers[user];
        if (reader == null) {
            reader = users[user].open(selectors);
            readers[user] = reader;
        }
        return reader;
    }

    @Override
    public void lost(Direction way) {
        assemblies[side(way)].clear();
        headless[side(way)] = false;
        for (Dialogue reader : readers) {
            if (reader != null) {
                reader.lost(way);
            }
        }
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        if (IsoOnTcp.length(in) <= 0) {
            return presumed;
        }
        return switch (Tpdu.of(in.peek(IsoOnTcp.TPKT + 1))) {
            case CONNECT -> Direction.TO_SERVER;
            case CONNECT_CONFIRM -> Direction.TO_CLIENT;
            case DATA -> dataDirection(in, presumed);
            case EXPEDITED_DATA,
                    EXPEDITED_ACKNOWLEDGEMENT,
                    REJECT,
                    ACKNOWLEDGEMENT,
                    ERROR,
                    DISCONNECT_REQUEST,
                    DISCONNECT_CONFIRM -> presumed;
        };
    }

    private Direction dataDirection(Cursor in, Direction presumed) {
        in.skip(IsoOnTcp.TPKT + 3);
        for (int i = 0; i < users.length; i++) {
            if (users[i].speaks(in)) {
                return open(i).direction(in, presumed);
            }
        }
        return presumed;
    }

    private static int side(Direction way) {
        return way == Direction.TO_SERVER ? 0 : 1;
    }
}
