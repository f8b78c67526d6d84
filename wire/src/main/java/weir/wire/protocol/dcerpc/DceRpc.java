// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * DCE/RPC (C706, MS-RPCE): Windows is administered with it, OPC Classic and WMI are DCOM on it, and PROFINET sets up its
 * connections with it. The layouts stand with their readers: {@link Connected} over TCP, {@link Datagrams} over UDP; what
 * crosses a named pipe is read by {@link RpcPipe}.
 */
public final class DceRpc implements Protocol {

    static final String NAME = "dcerpc";
    private static final int ENDPOINT_MAPPER = 135;
    private static final int PROFINET = 34964;
    private static final int CONNECTED = 5;
    private static final int CONNECTIONLESS = 4;

    private final RpcUser[] users;

    /** @param users protocols with interfaces of their own */
    public DceRpc(RpcUser... users) {
        this.users = users;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Carrier> carriers() {
        return List.of(Carrier.tcp(ENDPOINT_MAPPER), Carrier.udp(PROFINET), Carrier.udp(ENDPOINT_MAPPER));
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        if (over == Transport.UDP) {
            return Datagrams.probe(in, users);
        }
        int length = Unit.frame(in);
        if (length == Dialogue.LOST) {
            return Likeness.NO;
        }
        if (length == Dialogue.MORE) {
            return Likeness.MORE;
        }
        return length <= in.left() ? Likeness.SURE : Likeness.MAYBE;
    }

    @Override
    public Dialogue open() {
        return new Conversation(users);
    }

    /** The version, the first octet of every message, says which of the two it is. */
    private static final class Conversation implements Dialogue {

        private final RpcUser[] users;
        private @Nullable Connected connected;
        private @Nullable Datagrams datagrams;

        Conversation(RpcUser[] users) {
            this.users = users;
        }

        @Override
        public @Nullable String speaks() {
            Datagrams calls = datagrams;
            return calls == null ? null : calls.speaks();
        }

        @Override
        public int frame(Cursor in, Direction way) {
            return Unit.frame(in);
        }

        @Override
        public Direction direction(Cursor in, Direction presumed) {
            return in.peek(0) == CONNECTIONLESS ? Datagrams.direction(in, presumed) : Unit.direction(in, presumed);
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            switch (in.peek(0)) {
                case CONNECTED -> connected().message(in, way, out);
                case CONNECTIONLESS -> datagrams().message(in, way, out);
                default -> out.violation("unknown_version", Math.max(0, in.peek(0)));
            }
        }

        private Connected connected() {
            Connected calls = connected;
            if (calls == null) {
                calls = new Connected();
                connected = calls;
            }
            return calls;
        }

        private Datagrams datagrams() {
            Datagrams calls = datagrams;
            if (calls == null) {
                calls = new Datagrams(users);
                datagrams = calls;
            }
            return calls;
        }

        @Override
        public void lost(Direction way) {
            if (connected != null) {
                connected.lost(way);
            }
            if (datagrams != null) {
                datagrams.lost(way);
            }
        }
    }
}
