// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Service;
import weir.model.Transport;
import weir.model.Verb;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Pending;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * WireGuard (Donenfeld, WireGuard: Next Generation Kernel Network Tunnel, 5.4). Who speaks is encrypted; what can be seen
 * is that a tunnel is opened, and by what index each side calls it.
 *
 * <pre>
 * initiation  1 | 3 zeros | sender u32 | key 32 | identity 48 | time 28 | checks 16, 16           148 octets
 * response    2 | 3 zeros | sender u32 | receiver u32 | key 32 | nothing 16 | checks 16, 16        92 octets
 * cookie      3 | 3 zeros | receiver u32 | nonce 24 | cookie 32                                    64 octets
 * data        4 | 3 zeros | receiver u32 | counter u64 | packet, padded to 16, and a check of 16
 * numbers have their lowest octet first
 * </pre>
 */
public final class WireGuard implements Protocol {

    private static final List<Carrier> CARRIERS = List.of(Carrier.udp(51_820));
    private static final int HEAD = 16;
    private static final int SHORTEST_DATA = 32;
    /** A tunnel gets other keys long before. */
    private static final int MOST_COUNTED = 1 << 30;

    @Override
    public String name() {
        return "wireguard";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        Kind kind = Kind.of(in.peek32le(0));
        if (kind == null || !kind.fits(in.left())) {
            return Likeness.NO;
        }
        return switch (kind) {
            case HANDSHAKE_INITIATION, HANDSHAKE_RESPONSE -> Likeness.SURE;
            case COOKIE_REPLY -> Likeness.MAYBE;
            case TRANSPORT_DATA ->
                in.peek32le(12) == 0 && in.peek32le(8) < MOST_COUNTED && in.peek32le(4) > 0xffff
                        ? Likeness.MAYBE
                        : Likeness.NO;
        };
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    private enum Kind implements Service {
        HANDSHAKE_INITIATION(1, 148, Verb.SESSION),
        HANDSHAKE_RESPONSE(2, 92, Verb.SESSION),
        COOKIE_REPLY(3, 64, Verb.SESSION),
        TRANSPORT_DATA(4, 0, Verb.OTHER);

        private static final Kind[] ALL = values();

        private final int code;
        private final int size;
        private final Verb verb;

        Kind(int code, int size, Verb verb) {
            this.code = code;
            this.size = size;
            this.verb = verb;
        }

        @Override
        public int code() {
            return code;
        }

        @Override
        public Verb verb() {
            return verb;
        }

        static @Nullable Kind of(long code) {
            return code >= 1 && code <= ALL.length ? ALL[(int) code - 1] : null;
        }

        boolean fits(int length) {
            return size > 0 ? length == size : length >= SHORTEST_DATA && length % HEAD == 0;
        }
    }

    /** Either side may open; each is told by the index that it gave itself. */
    private static final class Conversation implements Dialogue {

        private final Pending pending = new Pending(8);
        private final boolean[] encrypted = new boolean[2];

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            Kind kind = Kind.of(in.peek32le(0));
            if (kind == null) {
                out.violation("unknown_type", in.peek(0));
                return;
            }
            if (!kind.fits(in.left())) {
                out.violation("truncated", in.left());
                return;
            }
            in.skip(4);
            long index = in.u32le();
            switch (kind) {
                case HANDSHAKE_INITIATION -> {
                    Operation told = out.request(kind).object("tunnel", index).tell();
                    pending.ask(index, told, out.time(), 0);
                    encrypted[0] = false;
                    encrypted[1] = false;
                }
                case HANDSHAKE_RESPONSE -> answer(kind, index, in.u32le(), out);
                case COOKIE_REPLY -> out.notice(kind).object("tunnel", index).tell();
                case TRANSPORT_DATA -> data(kind, way, out);
            }
        }

        private void answer(Kind kind, long sender, long receiver, Sink out) {
            out.response(kind).object("tunnel", sender);
            if (pending.take(receiver)) {
                out.since(pending.time());
            }
            out.tell();
        }

        /** Only the first of each direction is told: all the others say the same. */
        private void data(Kind kind, Direction way, Sink out) {
            if (!encrypted[way.ordinal()]) {
                encrypted[way.ordinal()] = true;
                out.notice(kind).qualifier("encrypted").tell();
            }
        }
    }
}
