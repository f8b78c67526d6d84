// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Service;
import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.protocol.iso.TransportConnection;

/**
 * Program invocation services: start, stop, delete, link and whatever else a controller does when called by name.
 *
 * <pre>
 * 0x28  7 octets | parameters: length u16, ... | name: length u8, text
 *       _INSE, _INS2, _DELE   count u8 | 0 | { 0A 00001 P }
 *       _N_...                { length u8 | text | fill octet if the length is even }
 *       P_PROGRAM             text: "" warm restart, "C " cold restart
 * 0x29  5 octets | name: length u8, text
 * </pre>
 */
final class Invocations {

    private final TransportConnection connection;
    private final Cursor parameters = new Cursor();
    private String secret = "";

    Invocations(TransportConnection connection) {
        this.connection = connection;
    }

    void stop(Cursor in, Job job, Sink out) {
        in.skip(5);
        String name = out.text(in, in.u8());
        if (in.ok()) {
            job.add(begin(Function.PLC_STOP, name, out).tell(), 0);
        } else {
            out.violation("truncated", Function.PLC_STOP.code());
        }
    }

    void start(Cursor in, Job job, Sink out) {
        in.skip(7);
        in.slice(in.u16(), parameters);
        String name = out.text(in, in.u8());
        if (!in.ok()) {
            out.violation("truncated", Function.PI_SERVICE.code());
            return;
        }
        ProgramInvocation invocation = ProgramInvocation.of(name);
        Service service = invocation == null ? Function.PI_SERVICE : invocation.service();
        if (invocation != null && invocation.takesBlocks()) {
            blocks(service, name, job, out);
            return;
        }
        begin(service, name, out);
        if (invocation != null && invocation.object() > 0) {
            out.symbol(object(invocation.object(), out));
        } else if (invocation != null && !name.startsWith("_N_")) {
            out.symbol(out.text(parameters, parameters.left()));
        }
        job.add(out.tell(), 0);
        if (invocation != null && invocation.isLogin()) {
            secret = secret(out);
        }
    }

    private Sink begin(Service service, String name, Sink out) {
        return out.request(service).unit(connection.unit()).qualifier(name);
    }

    private void blocks(Service service, String name, Job job, Sink out) {
        int count = parameters.u8();
        parameters.skip(1);
        for (int i = 0; i < count; i++) {
            String block = Blocks.name(parameters);
            parameters.skip(1);
            if (!parameters.ok()) {
                out.violation("truncated", count);
                break;
            }
            job.add(begin(service, name, out).space("block").symbol(block).tell(), 0);
        }
        if (count == 0) {
            job.add(begin(service, name, out).tell(), 0);
        }
    }

    /** Moves to the text parameter with this number, from 1, and gives its length. */
    private int seek(int number) {
        for (int i = 1; i < number; i++) {
            int length = parameters.u8();
            parameters.skip(length + 1 - length % 2);
        }
        return parameters.u8();
    }

    private String object(int number, Sink out) {
        return out.text(parameters, seek(number));
    }

    private String secret(Sink out) {
        return out.hashed(parameters, seek(2));
    }

    void response(Service service, @Nullable Job job, int error, Sink out) {
        Exchange.answer(service, job, connection.unit(), error, out);
        if (secret.isEmpty() || job == null || job.count() == 0) {
            return;
        }
        Operation asked = job.operation(0);
        if (asked.qualifier().equals("_N_LOGIN_")) {
            Outcome outcome = error == 0 ? Outcome.DONE : new Outcome(Outcome.Kind.REFUSED, error, Errors.label(error));
            out.login(out.server(connection.unit()), "", secret, outcome);
            secret = "";
        }
    }
}
