// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Numbered;
import weir.wire.Pending;
import weir.wire.Sink;
import weir.wire.protocol.cip.Connections.Connection;

/** One EtherNet/IP conversation: joins answers to requests, by sender context or by connection and count. */
final class Conversation implements Dialogue {

    /** A message that carries CIP: its mark in {@link Encapsulation#carried}. */
    private static final int ANSWER = 0x80;

    private static final Service CYCLIC_DATA = new Service.Unlisted("IO_DATA", 0, Verb.READ);
    private static final Numbered LENGTH = new Numbered("length ");
    private static final long CONNECTED = 1L << 62;

    private final CommonPacket packet = new CommonPacket();
    private final Connections connections = new Connections();
    private final ConnectionManager manager = new ConnectionManager(connections);
    private final Exchanges exchanges = new Exchanges();
    private final Pending commands = new Pending(16);
    private final IdentityFacts identity = new IdentityFacts();
    private final ProgramTransfers transfers;
    private final Requests requests;
    private final Answers answers;
    private boolean spokeCip;

    Conversation() {
        Tags tags = new Tags();
        Pccc pccc = new Pccc();
        transfers = new ProgramTransfers();
        requests = new Requests(exchanges, manager, tags, pccc, transfers);
        answers = new Answers(exchanges, manager, tags, pccc, transfers);
    }

    @Override
    public int frame(Cursor in, Direction way) {
        return Encapsulation.frame(in);
    }

    @Override
    public @Nullable String speaks() {
        return spokeCip ? "cip" : null;
    }

    @Override
    public void lost(Direction way) {
        transfers.lost();
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        int carried = Encapsulation.carried(in);
        if (carried >= 0) {
            return carried < ANSWER ? Direction.TO_SERVER : Direction.TO_CLIENT;
        }
        EncapsulationCommand command = EncapsulationCommand.of(in.peek16le(0));
        if (command == null || in.left() < Encapsulation.HEADER) {
            return presumed;
        }
        return switch (command) {
            case LIST_SERVICES, LIST_IDENTITY, LIST_INTERFACES, REGISTER_SESSION ->
                isAnswer(command, in) ? Direction.TO_CLIENT : Direction.TO_SERVER;
            case UNREGISTER_SESSION -> Direction.TO_SERVER;
            case NO_OPERATION, SEND_RR_DATA, SEND_UNIT_DATA, INDICATE_STATUS, CANCEL, START_DTLS -> presumed;
        };
    }

    /** Asked at the start of a header: only answers to lists have a body, only those to a registration a session. */
    private static boolean isAnswer(EncapsulationCommand command, Cursor header) {
        return switch (command) {
            case LIST_SERVICES, LIST_IDENTITY, LIST_INTERFACES -> header.peek16le(2) > 0;
            case REGISTER_SESSION -> header.peek32le(4) != 0 || header.peek32le(8) != 0;
            case SEND_RR_DATA, SEND_UNIT_DATA, INDICATE_STATUS, CANCEL, START_DTLS, NO_OPERATION, UNREGISTER_SESSION ->
                header.peek32le(8) != 0;
        };
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        if (Encapsulation.isCyclic(in)) {
            cyclic(in, out);
            return;
        }
        EncapsulationCommand command = EncapsulationCommand.of(in.peek16le(0));
        if (command == null) {
            out.violation("unknown_command", in.peek16le(0));
            return;
        }
        boolean answer = isAnswer(command, in);
        in.skip(2);
        int length = in.u16le();
        long session = in.u32le();
        long status = in.u32le();
        long context = in.u64le();
        in.skip(4);
        if (!in.ok() || length > in.left()) {
            out.violation("truncated", in.left());
            return;
        }
        out.factHex("enip", "command", command.code(), 4);
        out.factHex("enip", "status", status, 8);
        boolean carries = Encapsulation.carriesItems(command) && length > 0;
        if (carries) {
            in.skip(6);
        }
        boolean items = carries || answer && length >= 2 && command != EncapsulationCommand.REGISTER_SESSION;
        if (items && !packet.read(in, out)) {
            return;
        }
        if (carries && packet.hasData) {
            explicit(session, context, out);
        } else {
            tell(command, answer, status, context, out);
        }
    }

    private void tell(EncapsulationCommand command, boolean answer, long status, long context, Sink out) {
        long key = context << 8 ^ command.code();
        if (command == EncapsulationCommand.NO_OPERATION) {
            out.notice(command).tell();
        } else if (!answer) {
            commands.ask(key, out.request(command).tell(), out.time(), 0);
        } else {
            answered(command, status, key, out);
        }
    }

    private void answered(EncapsulationCommand command, long status, long key, Sink out) {
        boolean asked = commands.take(key);
        out.response(command);
        if (asked) {
            out.since(commands.time());
        }
        if (status != 0) {
            out.refused((int) status, Encapsulation.statusLabel((int) status));
        }
        out.tell();
        if (command == EncapsulationCommand.LIST_IDENTITY && packet.hasIdentity) {
            identity.listed(packet.identity, out);
        }
    }

    private void explicit(long session, long context, Sink out) {
        spokeCip = true;
        Cursor data = packet.data;
        Connection connection = null;
        long key = context * 0x9e37_79b9_7f4a_7c15L ^ session;
        key = key & ~CONNECTED;
        if (packet.connection >= 0) {
            int sequence = data.u16le();
            connection = connections.of(packet.connection);
            manager.count(connection, out);
            key = CONNECTED | (connection == null ? 0L : connection.number) << 16 | sequence;
        }
        int service = data.peek(0);
        if (service < 0) {
            out.speaking("cip").violation("truncated", data.read());
            return;
        }
        String unit = connection == null ? "" : connection.unit;
        if (service < ANSWER) {
            requests.read(data, exchanges.ask(key, out.time(), unit), 0, out);
        } else {
            answers.read(data, exchanges.answer(key), unit, 0, out);
        }
    }

    /** Cyclic data of a connection that was opened elsewhere: CIP volume 2, 3-2. */
    private void cyclic(Cursor in, Sink out) {
        if (!packet.read(in, out) || !packet.hasData) {
            return;
        }
        out.speaking("cip")
                .notice(CYCLIC_DATA)
                .object("connection", packet.connection)
                .qualifier(LENGTH.of(packet.data.left()))
                .tell();
    }
}
