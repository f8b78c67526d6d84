// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Numbered;
import weir.wire.Sink;
import weir.wire.protocol.iso.TransportConnection;

/** The reader of one S7comm conversation. Either side may ask: a controller fetches the blocks that are sent to it. */
final class Conversation implements Dialogue {

    private static final Numbered MESSAGE_SIZE = new Numbered("PDU ");

    private final TransportConnection connection;
    private final Jobs[] jobs = {new Jobs(), new Jobs()};
    private final Variables variables;
    private final BlockTransfers transfers;
    private final Invocations invocations;
    private final UserData userData;
    private final Cursor parameter = new Cursor();
    private final Cursor data = new Cursor();

    Conversation(TransportConnection connection) {
        this.connection = connection;
        variables = new Variables(connection);
        transfers = new BlockTransfers(connection);
        invocations = new Invocations(connection);
        userData = new UserData(connection, variables);
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        if (!S7comm.begins(in)) {
            out.violation("not_s7comm", in.peek(0));
            return;
        }
        in.skip(1);
        int kind = in.u8();
        in.skip(2);
        int reference = in.u16();
        int parameterLength = in.u16();
        int dataLength = in.u16();
        int error = S7comm.header(kind) > 10 ? in.u16() : 0;
        in.slice(parameterLength, parameter);
        in.slice(dataLength, data);
        if (!in.ok()) {
            out.violation("truncated", parameterLength + dataLength);
            return;
        }
        if (in.left() > 0) {
            out.violation("trailing_octets", in.left());
        }
        out.fact(S7comm.NAME, "rosctr", kind);
        switch (kind) {
            case S7comm.JOB -> job(reference, way, out);
            case S7comm.ACKNOWLEDGEMENT, S7comm.ACKNOWLEDGEMENT_DATA -> {
                out.factHex(S7comm.NAME, "errcls", error >> 8, 2);
                acknowledgement(reference, error, way, out);
            }
            case S7comm.USER_DATA -> userData.message(reference, parameter, data, way, out);
            default -> {}
        }
    }

    private void job(int reference, Direction way, Sink out) {
        Service service = function(out);
        if (service == null) {
            out.violation("no_function", reference);
            return;
        }
        Job job = jobs[side(way)].ask(reference, out.time());
        if (!(service instanceof Function function)) {
            out.violation("unknown_function", service.code());
            job.add(out.request(service).unit(connection.unit()).tell(), 0);
            return;
        }
        switch (function) {
            case READ_VAR, WRITE_VAR -> variables.request(function, parameter, data, job, out);
            case REQUEST_DOWNLOAD, DOWNLOAD_BLOCK, DOWNLOAD_ENDED, START_UPLOAD, UPLOAD, END_UPLOAD ->
                transfers.request(function, parameter, job, out);
            case PI_SERVICE -> invocations.start(parameter, job, out);
            case PLC_STOP -> invocations.stop(parameter, job, out);
            case SETUP_COMMUNICATION -> setUp(job, out);
        }
    }

    /** Function of the parameters; null where there are none. */
    private @Nullable Service function(Sink out) {
        if (parameter.left() == 0) {
            return null;
        }
        int code = parameter.u8();
        out.factHex(S7comm.NAME, "func", code, 2);
        return Function.of(code);
    }

    /** {@code 0 | jobs at a time u16 | the other way u16 | octets of a message u16}. */
    private void setUp(Job job, Sink out) {
        int octets = messageSize();
        if (octets < 0) {
            out.violation("truncated", Function.SETUP_COMMUNICATION.code());
            return;
        }
        job.add(
                out.request(Function.SETUP_COMMUNICATION)
                        .unit(connection.unit())
                        .qualifier(MESSAGE_SIZE.of(octets))
                        .tell(),
                0);
    }

    private int messageSize() {
        parameter.skip(5);
        int octets = parameter.u16();
        return parameter.ok() ? octets : -1;
    }

    private void acknowledgement(int reference, int error, Direction way, Sink out) {
        Job job = jobs[side(way.back())].take(reference);
        Service service = function(out);
        if (service == null) {
            if (job != null && job.count() > 0) {
                service = job.operation(0).service();
            } else {
                out.violation("unasked_acknowledgement", reference);
                return;
            }
        } else if (job != null && job.count() > 0 && job.operation(0).service().code() != service.code()) {
            job = null;
        }
        if (service instanceof Function function) {
            answer(function, job, error, out);
        } else {
            invocations.response(service, job, error, out);
        }
    }

    private void answer(Function function, @Nullable Job job, int error, Sink out) {
        switch (function) {
            case READ_VAR, WRITE_VAR -> {
                if (error != 0 || parameter.left() == 0) {
                    Exchange.answer(function, job, connection.unit(), error, out);
                } else {
                    variables.response(function, job, parameter, data, out);
                }
            }
            case REQUEST_DOWNLOAD, DOWNLOAD_BLOCK, DOWNLOAD_ENDED, START_UPLOAD, UPLOAD, END_UPLOAD ->
                transfers.response(function, job, parameter, data, error, out);
            case PI_SERVICE, PLC_STOP -> invocations.response(function, job, error, out);
            case SETUP_COMMUNICATION -> setUpAnswer(job, error, out);
        }
    }

    private void setUpAnswer(@Nullable Job job, int error, Sink out) {
        out.response(Function.SETUP_COMMUNICATION).unit(connection.unit());
        int octets = messageSize();
        if (octets >= 0) {
            out.qualifier(MESSAGE_SIZE.of(octets));
        }
        if (job != null) {
            out.since(job.time);
        }
        if (error != 0) {
            out.refused(error, Errors.label(error));
        }
        out.tell();
    }

    @Override
    public void lost(Direction way) {
        jobs[0].clear();
        jobs[1].clear();
        userData.lost(way);
        transfers.lost();
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        int kind = in.peek(1);
        int first = in.peek(S7comm.header(kind));
        boolean serverAsks = in.peek16(6) > 0 && Function.isAskedByServer(first);
        return switch (kind) {
            case S7comm.JOB -> serverAsks ? Direction.TO_CLIENT : Direction.TO_SERVER;
            case S7comm.ACKNOWLEDGEMENT, S7comm.ACKNOWLEDGEMENT_DATA ->
                serverAsks ? Direction.TO_SERVER : Direction.TO_CLIENT;
            case S7comm.USER_DATA ->
                in.peek(S7comm.header(kind) + 5) >> 6 == UserData.REQUEST ? Direction.TO_SERVER : Direction.TO_CLIENT;
            default -> presumed;
        };
    }

    private static int side(Direction way) {
        return way == Direction.TO_SERVER ? 0 : 1;
    }
}
