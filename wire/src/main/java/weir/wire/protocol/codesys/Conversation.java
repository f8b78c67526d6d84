// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.codesys;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.NamedCodes;
import weir.wire.Pending;
import weir.wire.Sink;

/** Two nodes, and the channels between them. */
final class Conversation implements Dialogue {

    private static final int ASKS = 0x80;
    private static final int FIRST = 0x01;
    private static final int NAME_REQUEST = 3;
    private static final int NAME_ANSWER = 4;

    /** In the kind of what opens and closes channels: asks. */
    private static final int CHANNEL_ASKS = 0x40;

    private static final NamedCodes REASONS = new NamedCodes("codesys/results", "reason_");

    private final Pending pending = new Pending(64);
    private final Pending names = new Pending(16);
    private final Pending opening = new Pending(16);
    private final NameService nameService = new NameService();
    private final Services services = new Services();
    private final Blocks asked = new Blocks();
    private final Blocks answered = new Blocks();
    private final Cursor body = new Cursor();
    private final Cursor content = new Cursor();

    @Override
    public int frame(Cursor in, Direction way) {
        return Codesys.frame(in);
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        int from = in.peek(0) == 0 ? Codesys.BLOCK : 0;
        int at = Codesys.body(in, from);
        int service = in.peek(from + 3);
        if (service == NAME_REQUEST || service == NAME_ANSWER) {
            return service == NAME_REQUEST ? Direction.TO_SERVER : Direction.TO_CLIENT;
        }
        if (at < 0 || service != Codesys.CHANNELS) {
            return presumed;
        }
        int kind = in.peek(at);
        boolean asks = kind >= ASKS ? (kind & CHANNEL_ASKS) != 0 : (in.peek(at + 1) & ASKS) != 0;
        return kind == 1 || kind >= ASKS ? asks ? Direction.TO_SERVER : Direction.TO_CLIENT : presumed;
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        int left = in.left();
        if (out.at().transport() == Transport.TCP) {
            int size = Codesys.frame(in);
            if (size <= 0 || size > left) {
                out.violation(size == LOST ? "not_a_block" : "truncated", left);
                return;
            }
            in.skip(Codesys.BLOCK);
        }
        int at = Codesys.body(in, 0);
        if (at < 0 || at > in.left()) {
            out.violation("bad_datagram", left);
            return;
        }
        int service = in.peek(3);
        in.skip(at);
        in.slice(in.left(), body);
        switch (service) {
            case 1, 2 -> out.notice(NodeService.ANNOUNCE_ADDRESS).tell();
            case NAME_REQUEST, NAME_ANSWER -> nameService.read(service == NAME_REQUEST, body, names, out);
            case Codesys.CHANNELS -> channel(out);
            default -> out.violation("unknown_service", service);
        }
    }

    private void channel(Sink out) {
        int kind = body.peek(0);
        NodeService service = NodeService.ofChannel(kind);
        if (service == null) {
            out.violation(kind < 0 ? "truncated" : "unknown_channel_kind", kind);
            return;
        }
        switch (service) {
            case MESSAGE -> block(out);
            case ACKNOWLEDGE, KEEP_ALIVE -> {
                body.skip(2);
                int number = body.u16le();
                body.skip(service == NodeService.ACKNOWLEDGE ? 4 : 0);
                if (isWhole(out)) {
                    out.notice(service).range("channel", number, 1).tell();
                }
            }
            default -> opening(service, (kind & CHANNEL_ASKS) != 0, out);
        }
    }

    /** Kind, flags, version u16, check u32, then: asks: number u32, ...; answer: number u32, reason u16, channel u16, ... */
    private void opening(NodeService service, boolean asks, Sink out) {
        body.skip(8);
        boolean closes = service == NodeService.CLOSE_CHANNEL;
        boolean opens = service == NodeService.OPEN_CHANNEL;
        long number = closes ? body.u16le() : opens ? body.u32le() : 0;
        int reason = closes || opens && !asks ? body.u16le() : 0;
        int channel = closes ? (int) number : opens && !asks ? body.u16le() : -1;
        if (!isWhole(out)) {
            return;
        }
        if (asks) {
            Sink sentence = out.request(service);
            if (closes) {
                sentence.range("channel", channel, 1).qualifier(reason == 0 ? "" : REASONS.of(reason));
            }
            opening.ask(number, sentence.tell(), out.time(), 0);
            return;
        }
        @Nullable Operation request = opening.take(number) ? opening.request() : null;
        out.response(service);
        if (request != null) {
            out.since(opening.time());
        }
        if (opens && reason == 0) {
            out.range("channel", channel, 1);
        }
        if (reason != 0) {
            out.refused(reason, REASONS.of(reason));
        }
        out.tell();
    }

    private void block(Sink out) {
        body.skip(1);
        int flags = body.u8();
        int channel = body.u16le();
        long number = body.u32le();
        body.skip(4);
        boolean first = (flags & FIRST) != 0;
        long length = first ? body.u32le() : 0;
        long check = first ? body.u32le() : 0;
        if (!isWhole(out)) {
            return;
        }
        Blocks blocks = (flags & ASKS) != 0 ? asked : answered;
        if (first) {
            if (blocks.isOpen() && !blocks.isAgain(channel, number)) {
                unfinished(channel, blocks, out);
            }
            blocks.begin(channel, number, length, check, body);
        } else if (blocks.isNext(channel, number)) {
            blocks.next(body);
        } else if (!blocks.isAgain(channel, number)) {
            if (blocks.isOpen()) {
                unfinished(channel, blocks, out);
            }
            out.notice(NodeService.MESSAGE)
                    .range("channel", channel, 1)
                    .qualifier("continued")
                    .tell();
            return;
        } else {
            return;
        }
        if (blocks.isOpen()) {
            return;
        }
        if (blocks.isGood()) {
            services.read(channel, blocks.isKept(), blocks.content(content), pending, out);
        } else {
            out.violation("bad_checksum", length);
        }
    }

    /** Some of the message was not seen: what its beginning says is told. */
    private void unfinished(int channel, Blocks blocks, Sink out) {
        out.violation("block_missing", channel);
        services.missed();
        services.read(channel, false, blocks.content(content), pending, out);
        blocks.abandon();
    }

    private boolean isWhole(Sink out) {
        if (!body.ok()) {
            out.violation("truncated", body.read());
        }
        return body.ok();
    }

    @Override
    public void lost(Direction way) {
        (way == Direction.TO_SERVER ? asked : answered).abandon();
    }
}
