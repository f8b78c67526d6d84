// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.PointValue;
import weir.model.Service;
import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.protocol.iso.TransportConnection;

/** Reading and writing of variables: one operation for each, in request and in answer. */
final class Variables {

    private static final int SPECIFICATION = 0x12;

    private final TransportConnection connection;
    private final Variable variable = new Variable();
    private final DataItem item = new DataItem();
    private final Cursor address = new Cursor();

    Variables(TransportConnection connection) {
        this.connection = connection;
    }

    /** {@code count u8 | addresses}, and for a write the values as data. */
    void request(Service service, Cursor parameter, Cursor data, Job job, Sink out) {
        int count = parameter.u8();
        addresses(service, parameter, count, job, out);
        if (service != Function.WRITE_VAR) {
            return;
        }
        int next = 0;
        for (int i = 0; i < count && data.ok(); i++) {
            item.read(data, i == count - 1);
            for (; next < job.count() && job.note(next) >> Values.ITEM == i; next++) {
                Values.tell(job.operation(next), job.note(next), item.value, PointValue.Origin.WRITE, out);
            }
        }
        if (!data.ok()) {
            out.violation("truncated", count);
        }
    }

    /** Tells what each address asks for, and remembers it. */
    void addresses(Service service, Cursor in, int count, Job job, Sink out) {
        for (int i = 0; i < count; i++) {
            boolean specified = in.u8() == SPECIFICATION;
            int length = in.u8();
            in.slice(length, address);
            if ((length & 1) != 0 && i < count - 1) {
                in.skip(1);
            }
            int syntax = address.u8();
            if (!specified || !in.ok() || !address.ok()) {
                out.violation("malformed_address", i);
                return;
            }
            if (syntax == Variable.DATA_BLOCKS) {
                pieces(service, i, job, out);
                continue;
            }
            variable.read(syntax, address);
            tell(service, i, job, out);
        }
    }

    private void pieces(Service service, int index, Job job, Sink out) {
        for (int left = address.u8(); left > 0 && address.ok(); left--) {
            variable.piece(address);
            tell(service, index, job, out);
        }
    }

    private void tell(Service service, int index, Job job, Sink out) {
        if (!address.ok()) {
            out.violation("malformed_address", index);
            return;
        }
        Operation told = out.request(service)
                .unit(connection.unit())
                .range(variable.space, variable.first, variable.count)
                .symbol(variable.symbol)
                .qualifier(variable.qualifier)
                .tell();
        job.add(told, variable.note | index << Values.ITEM);
    }

    /** {@code count u8}, and the values as data, or for a write a return code each. */
    void response(Service service, @Nullable Job job, Cursor parameter, Cursor data, Sink out) {
        int count = parameter.u8();
        if (job == null) {
            unasked(service, count, data, out);
            return;
        }
        answers(job, service == Function.WRITE_VAR, count, data, out);
    }

    private void answers(Job job, boolean written, int count, Cursor data, Sink out) {
        int next = 0;
        for (int i = 0; i < count; i++) {
            int code = next(written, data, i == count - 1);
            if (!data.ok()) {
                out.violation("truncated", i);
                return;
            }
            for (; next < job.count() && job.note(next) >> Values.ITEM == i; next++) {
                Operation asked = job.operation(next);
                answer(asked, job, code, out);
                Values.tell(asked, job.note(next), item.value, PointValue.Origin.READ, out);
            }
        }
        if (next < job.count()) {
            out.violation("unanswered_variables", job.count() - next);
        }
    }

    /** Moves over one answer; its return code. */
    private int next(boolean written, Cursor data, boolean last) {
        if (written) {
            data.slice(0, item.value);
            return data.u8();
        }
        item.read(data, last);
        return item.returnCode();
    }

    private static void answer(Operation asked, Job job, int code, Sink out) {
        out.response(asked.service()).like(asked).qualifier(asked.qualifier()).since(job.time);
        if (code != ReturnCode.DONE) {
            out.refused(code, ReturnCode.label(code));
        }
        out.tell();
    }

    /** An answer whose job was not seen: nothing is known of what was asked, but whether it was refused. */
    private void unasked(Service service, int count, Cursor data, Sink out) {
        int refused = ReturnCode.DONE;
        for (int i = 0; i < count && data.ok(); i++) {
            int code = next(service == Function.WRITE_VAR, data, i == count - 1);
            refused = refused == ReturnCode.DONE ? code : refused;
        }
        if (!data.ok()) {
            out.violation("truncated", count);
            return;
        }
        out.response(service).unit(connection.unit());
        if (refused != ReturnCode.DONE) {
            out.refused(refused, ReturnCode.label(refused));
        }
        out.tell();
    }

    /**
     * {@code count u16 | values}: of what was subscribed to.
     *
     * @param unasked whether this is no answer, so that it is told as a notice
     */
    void reported(Service service, @Nullable Job subscribed, Cursor in, boolean unasked, Sink out) {
        int count = in.u16();
        if (subscribed == null) {
            notice(service, unasked, out);
            return;
        }
        int next = 0;
        for (int i = 0; i < count; i++) {
            item.read(in, false);
            if (!in.ok()) {
                out.violation("truncated", i);
                return;
            }
            for (; next < subscribed.count() && subscribed.note(next) >> Values.ITEM == i; next++) {
                Operation asked = subscribed.operation(next);
                if (unasked) {
                    out.notice(service).like(asked).qualifier(asked.qualifier()).tell();
                }
                Values.tell(asked, subscribed.note(next), item.value, PointValue.Origin.REPORTED, out);
            }
        }
    }

    private void notice(Service service, boolean unasked, Sink out) {
        if (unasked) {
            out.notice(service).unit(connection.unit()).tell();
        }
    }
}
