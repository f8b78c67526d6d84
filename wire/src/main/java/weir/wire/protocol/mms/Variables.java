// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mms;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.PointValue;
import weir.model.Service;
import weir.model.Subject;
import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.protocol.iso.Outstanding;

/**
 * Reading and writing of variables (ISO 9506-2 clause 14). Each variable that a request names is an operation of its own; a
 * named list is one.
 *
 * <pre>
 * read          [80 with specification] a1 { specification }        answer [a0 specification] a1 { result ... }
 * write         specification | a0 { data ... }                     answer { 80 error, or 81 ... }
 * result        80 error, or data
 * </pre>
 */
final class Variables {

    private static final int FAILURE = 0x80;
    private static final int SUCCESS = 0x81;
    private static final int SPECIFICATION = 0xa1;
    private static final int RESULTS = 0xa1;
    private static final int VALUES = 0xa0;

    private static final int SELECT_FAILED = Errors.number(Errors.CONTROL, 3);

    private final ObjectNames names;
    private final DataSets sets;
    private final Specification asked;
    private final MmsData data = new MmsData();
    private final Nameplate nameplate = new Nameplate();
    private final Origin origin = new Origin();
    private final Ber ber = new Ber();
    private final Cursor values = new Cursor();

    Variables(ObjectNames names, DataSets sets) {
        this.names = names;
        this.sets = sets;
        asked = new Specification(names);
    }

    void readRequest(Cursor in, Outstanding waiting, Sink out) {
        if (in.peek(0) == FAILURE && ber.next(in)) {
            in.skip(ber.length());
        }
        if (ber.enter(in, SPECIFICATION, values)) {
            asked.read(values, out);
        }
        if (!in.ok() || !values.ok()) {
            in.fail();
            return;
        }
        for (int i = 0; i < asked.count(); i++) {
            Service service = asked.isList() ? ConfirmedService.READ : ControlStep.ofRead(asked.name(i));
            waiting.add(out.request(service)
                    .space(asked.objects())
                    .symbol(asked.name(i))
                    .tell());
        }
    }

    void writeRequest(Cursor in, Outstanding waiting, Sink out) {
        asked.read(in, out);
        if (!ber.enter(in, VALUES, values)) {
            return;
        }
        Subject owner = out.receiver("");
        int i = 0;
        for (; values.left() > 0; i++) {
            String name = asked.name(asked.isList() ? 0 : i);
            if (i < asked.count()) {
                waiting.add(written(name, out));
            }
            point(owner, name, i, asked.isList(), PointValue.Origin.WRITE, out);
        }
        if (!values.ok()) {
            in.fail();
        } else if (!asked.isList() && i != asked.count()) {
            out.violation("data_count", i);
        }
    }

    private Operation written(String name, Sink out) {
        Service service = asked.isList() ? ConfirmedService.WRITE : ControlStep.ofWrite(name);
        String qualifier = ControlStep.isStep(service) ? origin.read(values) : "";
        return out.request(service)
                .space(asked.objects())
                .symbol(name)
                .qualifier(qualifier)
                .tell();
    }

    void readAnswer(Cursor in, Outstanding waiting, Sink out) {
        if (in.peek(0) == VALUES && ber.next(in)) {
            in.skip(ber.length());
        }
        if (!ber.enter(in, RESULTS, values)) {
            return;
        }
        Operation first = waiting.operation(0);
        boolean list = isList(first);
        int i = 0;
        for (; values.left() > 0 && values.ok(); i++) {
            Operation request = list ? first : waiting.operation(i);
            if (!list || i == 0) {
                readResult(request, waiting, out);
            }
            value(request == null ? "" : request.target().symbol(), i, list, out);
        }
        if (!values.ok()) {
            in.fail();
        }
        expect(i, list, waiting, out);
    }

    /** Tells how one read ended, by its result, which begins next; moves nothing. */
    private void readResult(@Nullable Operation request, Outstanding waiting, Sink out) {
        int at = values.read();
        if (!ber.next(values)) {
            return;
        }
        Service service = request == null ? ConfirmedService.READ : request.service();
        answer(service, request, waiting, out);
        if (ber.identifier() == FAILURE) {
            refuse(Errors.number(Errors.DATA_ACCESS, ber.integer(values)), out);
        } else if (service == ControlStep.SELECT && ber.length() == 0) {
            refuse(SELECT_FAILED, out);
        }
        out.tell();
        values.seek(at);
    }

    private void value(String name, int index, boolean list, Sink out) {
        if (values.peek(0) == FAILURE) {
            ber.next(values);
            values.skip(ber.length());
            return;
        }
        if (!list && name.contains("$DC$")) {
            nameplate.read(name, values, out);
        }
        point(out.sender(), name, index, list, PointValue.Origin.READ, out);
    }

    private void point(Subject owner, String name, int index, boolean list, PointValue.Origin why, Sink out) {
        data.tell(values, owner, ConfirmedService.READ.objects(), list ? member(name, index, out) : name, why, out);
    }

    /** Name of a member of a list: its own where the list's definition was seen, else {@code list[3]}. */
    String member(String list, int index, Sink out) {
        String name = sets.member(list, index);
        return name.isEmpty() && !list.isEmpty() ? names.member(list, index, out) : name;
    }

    void writeAnswer(Cursor in, Outstanding waiting, Sink out) {
        boolean list = isList(waiting.operation(0));
        int i = 0;
        for (; in.left() > 0 && ber.next(in); i++) {
            Operation request = waiting.operation(list ? 0 : i);
            if (list && i > 0) {
                in.skip(ber.length());
                continue;
            }
            answer(request == null ? ConfirmedService.WRITE : request.service(), request, waiting, out);
            if (ber.identifier() == FAILURE) {
                refuse(Errors.number(Errors.DATA_ACCESS, ber.integer(in)), out);
            } else if (ber.identifier() != SUCCESS) {
                in.fail();
                return;
            } else {
                in.skip(ber.length());
            }
            out.tell();
        }
        expect(i, list, waiting, out);
    }

    private static void answer(Service service, @Nullable Operation request, Outstanding waiting, Sink out) {
        out.response(service);
        if (request != null) {
            out.like(request).qualifier(request.qualifier());
        }
        if (waiting.count() > 0) {
            out.since(waiting.time());
        }
    }

    private static void refuse(int error, Sink out) {
        out.refused(error, Errors.label(error));
    }

    private static boolean isList(@Nullable Operation request) {
        return request != null
                && request.target().space().equals(ConfirmedService.DEFINE_NAMED_VARIABLE_LIST.objects());
    }

    private static void expect(int results, boolean list, Outstanding waiting, Sink out) {
        if (!list && waiting.count() > 0 && results != waiting.count()) {
            out.violation("result_count", results);
        }
    }
}
