// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import org.jspecify.annotations.Nullable;
import weir.model.Address;
import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Numbered;
import weir.wire.Phrase;
import weir.wire.Sink;

/** The reader of one BACnet/IP conversation: the virtual link (annex J.2), and what it carries. */
final class Conversation implements Dialogue {

    private static final int ENTRY = 10;
    private static final Numbered LIVES = new Numbered("time to live ");

    private final Npdu npdu = new Npdu();
    private final Phrase phrase = new Phrase();
    private final Message message = new Message();
    private final Apdu apdu = new Apdu(message);
    private final RouterTalk routers = new RouterTalk();
    private final @Nullable Operation[] asked = new @Nullable Operation[2];
    private final long[] when = new long[2];
    private long forwardedFor = -1;
    private Address originator = Address.NONE;

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        BvlcFunction function = BvlcFunction.of(in.peek(1));
        if (in.peek(0) != Bacnet.TYPE || function == null) {
            return presumed;
        }
        if (!function.carriesNpdu()) {
            return function.answers() ? Direction.TO_CLIENT : Direction.TO_SERVER;
        }
        in.skip(function == BvlcFunction.FORWARDED_NPDU ? ENTRY : BvlcFunction.HEADER);
        boolean applies = (in.peek(1) & 0x80) == 0 && Npdu.skip(in);
        return applies ? Apdu.direction(in, presumed) : presumed;
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        int size = in.left();
        int type = in.u8();
        int code = in.u8();
        int length = in.u16();
        if (!in.ok() || length > size) {
            out.violation("truncated", size);
            return;
        }
        BvlcFunction function = BvlcFunction.of(code);
        if (type != Bacnet.TYPE || function == null) {
            out.violation("unknown_bvlc_function", (long) type << 8 | code);
            return;
        }
        out.factHex("bacnet", "bvlc", code, 2);
        if (length != size || !function.fits(length)) {
            out.violation("wrong_length", length);
            return;
        }
        if (function.carriesNpdu()) {
            network(function, in, way, out);
        } else {
            link(function, in, way, out);
        }
    }

    private void network(BvlcFunction function, Cursor in, Direction way, Sink out) {
        String forwarded = "";
        Address sender = out.at().source();
        if (function == BvlcFunction.FORWARDED_NPDU) {
            long address = in.u32();
            phrase.begin().add("forwarded for ").ip(address).add(':').decimal(in.u16());
            forwarded = phrase.take(out);
            sender = originator(address);
        }
        if (!npdu.read(in, out)) {
            return;
        }
        message.from(sender, forwarded, npdu, way);
        if (npdu.isNetworkMessage()) {
            routers.read(in, message, out);
        } else {
            apdu.read(in, out);
        }
    }

    private Address originator(long address) {
        if (address != forwardedFor) {
            forwardedFor = address;
            originator = Address.ipv4((int) address);
        }
        return originator;
    }

    /** What the members of the link say to each other; an answer is to the last question. */
    private void link(BvlcFunction function, Cursor in, Direction way, Sink out) {
        int entries = in.left() / ENTRY;
        switch (function) {
            case BVLC_RESULT -> result(in.u16(), way, out);
            case READ_BROADCAST_DISTRIBUTION_TABLE_ACK ->
                answer(BvlcFunction.READ_BROADCAST_DISTRIBUTION_TABLE, way, out)
                        .range("broadcast_distribution_table", -1, entries)
                        .symbol(first(in, entries, out))
                        .tell();
            case READ_FOREIGN_DEVICE_TABLE_ACK ->
                answer(BvlcFunction.READ_FOREIGN_DEVICE_TABLE, way, out)
                        .range("foreign_device_table", -1, entries)
                        .symbol(first(in, entries, out))
                        .tell();
            case READ_BROADCAST_DISTRIBUTION_TABLE ->
                ask(out.request(function).space("broadcast_distribution_table"), way, out);
            case WRITE_BROADCAST_DISTRIBUTION_TABLE ->
                ask(
                        out.request(function)
                                .range("broadcast_distribution_table", -1, entries)
                                .symbol(first(in, entries, out)),
                        way,
                        out);
            case READ_FOREIGN_DEVICE_TABLE -> ask(out.request(function).space("foreign_device_table"), way, out);
            case REGISTER_FOREIGN_DEVICE ->
                ask(out.request(function).space("foreign_device_table").qualifier(LIVES.of(in.u16())), way, out);
            case DELETE_FOREIGN_DEVICE_TABLE_ENTRY ->
                ask(out.request(function).space("foreign_device_table").symbol(first(in, 1, out)), way, out);
            case SECURED_BVLL -> out.notice(function).qualifier("encrypted").tell();
            case FORWARDED_NPDU, DISTRIBUTE_BROADCAST_TO_NETWORK, ORIGINAL_UNICAST_NPDU, ORIGINAL_BROADCAST_NPDU -> {}
        }
    }

    /** The first address of a table: address 4, port u16, then a mask or times. */
    private String first(Cursor in, int entries, Sink out) {
        return entries == 0 && in.left() < 6
                ? ""
                : phrase.begin().ip(in.u32()).add(':').decimal(in.u16()).take(out);
    }

    private void ask(Sink said, Direction way, Sink out) {
        asked[way.ordinal()] = said.tell();
        when[way.ordinal()] = out.time();
    }

    private Sink answer(BvlcFunction expected, Direction way, Sink out) {
        int question = way.back().ordinal();
        Operation request = asked[question];
        out.response(expected);
        if (request != null && request.service() == expected) {
            out.like(request).since(when[question]);
            asked[question] = null;
        }
        return out;
    }

    /** Code u16; its upper digits are the function that is refused. */
    private void result(int code, Direction way, Sink out) {
        int question = way.back().ordinal();
        Operation request = asked[question];
        BvlcFunction of = refusal(code);
        boolean known = request != null && (code == 0 || of == request.service());
        if (known && request != null) {
            out.response(request.service()).like(request).since(when[question]);
            asked[question] = null;
        } else {
            out.response(of == null ? BvlcFunction.BVLC_RESULT : of);
        }
        if (code != 0) {
            out.refused(code, "nak");
        }
        out.tell();
    }

    /** The function that a result code refuses; null for none. */
    private static @Nullable BvlcFunction refusal(int code) {
        return switch (code) {
            case 0x10 -> BvlcFunction.WRITE_BROADCAST_DISTRIBUTION_TABLE;
            case 0x20 -> BvlcFunction.READ_BROADCAST_DISTRIBUTION_TABLE;
            case 0x30 -> BvlcFunction.REGISTER_FOREIGN_DEVICE;
            case 0x40 -> BvlcFunction.READ_FOREIGN_DEVICE_TABLE;
            case 0x50 -> BvlcFunction.DELETE_FOREIGN_DEVICE_TABLE_ENTRY;
            case 0x60 -> BvlcFunction.DISTRIBUTE_BROADCAST_TO_NETWORK;
            default -> null;
        };
    }
}
