// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7plus;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.PointValue;
import weir.model.Service;
import weir.model.Subject;
import weir.model.Transfer;
import weir.model.Verb;
import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.protocol.iso.Outstanding;

/**
 * How requests ended, and the values they asked for.
 *
 * <pre>
 * result v, refused where its lowest 16 bits are negative |
 *   get several: { number v | value } ... 0 | { number v | result v } ... 0      set several: { number v | result v } ... 0
 *   create: count u8 | { object v } ... | object      explore: number u32 | [v] | object      in a stream: u8 | value
 * </pre>
 */
final class Answers {

    private static final int OBJECT = 0xa1;
    /** Variables of one answer. */
    private static final int MOST = 256;

    private final Objects objects = new Objects();
    private final Values values;
    private final Requests requests;
    /** Result of each variable. */
    private final int[] results = new int[MOST];

    Answers(Values values, Requests requests) {
        this.values = values;
        this.requests = requests;
    }

    void read(Function function, Cursor in, Outstanding asked, String unit, Sink out) {
        int length = in.left();
        int result = Results.of(Packed.u64(in));
        if (!in.ok()) {
            out.violation("malformed_answer", length);
            return;
        }
        switch (function) {
            case GET_MULTI_VARIABLES -> several(function, result, true, in, asked, unit, out);
            case SET_MULTI_VARIABLES -> several(function, result, false, in, asked, unit, out);
            default -> {
                Operation request = tell(function, asked, 0, result, unit, out);
                if (function == Function.CREATE_OBJECT && request != null && request.verb() == Verb.PROGRAM) {
                    transferred(request, result, unit, out);
                }
                if (result >= 0) {
                    content(function, request, in, unit, out);
                }
            }
        }
    }

    private void content(Function function, @Nullable Operation request, Cursor in, String unit, Sink out) {
        switch (function) {
            case CREATE_OBJECT -> {
                int count = in.u8();
                for (int i = 0; i < count; i++) {
                    Packed.u32(in);
                }
                objects.read(in, out.sender(unit), true, out);
            }
            case EXPLORE -> {
                in.skip(4);
                if (in.peek(0) != OBJECT) {
                    Packed.u32(in);
                }
                objects.read(in, out.sender(unit), true, out);
            }
            case GET_VAR_SUB_STREAMED -> {
                in.skip(1);
                value(request, in, unit, out);
            }
            default -> {}
        }
    }

    private void transferred(Operation request, int result, String unit, Sink out) {
        out.transfer(
                out.sender(unit),
                request.target().space(),
                request.target().symbol(),
                Transfer.Way.INTO_DEVICE,
                result < 0 ? Transfer.State.BROKEN : Transfer.State.COMPLETE,
                requests.octets());
    }

    private void several(
            Function function, int result, boolean values, Cursor in, Outstanding asked, String unit, Sink out) {
        int begin = in.read();
        int count = Math.min(MOST, asked.count());
        java.util.Arrays.fill(results, 0, count, result < 0 ? result : 0);
        if (result >= 0) {
            if (values) {
                skipValues(in, out);
            }
            errors(in, count);
        }
        for (int i = 0; i < count; i++) {
            tell(function, asked, i, results[i], unit, out);
        }
        if (count == 0) {
            tell(function, asked, 0, result, unit, out);
        }
        if (values && result >= 0) {
            // back to the values: the results that stand behind them had to be known first
            in.seek(begin);
            tellValues(in, asked, unit, out);
        }
    }

    private void skipValues(Cursor in, Sink out) {
        for (long item = Packed.u32(in); item != 0 && in.ok(); item = Packed.u32(in)) {
            values.skip(in, out);
        }
    }

    private void tellValues(Cursor in, Outstanding asked, String unit, Sink out) {
        for (long item = Packed.u32(in); item != 0 && in.ok(); item = Packed.u32(in)) {
            value(asked.operation((int) item - 1), in, unit, out);
        }
    }

    private void value(@Nullable Operation request, Cursor in, String unit, Sink out) {
        if (request == null) {
            values.skip(in, out);
            return;
        }
        Subject owner = out.sender(unit);
        values.tell(in, owner, request.target().space(), request.target().symbol(), PointValue.Origin.READ, out);
    }

    private void errors(Cursor in, int count) {
        for (long item = Packed.u32(in); item != 0 && in.ok(); item = Packed.u32(in)) {
            int result = Results.of(Packed.u64(in));
            if (item <= count) {
                results[(int) item - 1] = result;
            }
        }
    }

    private @Nullable Operation tell(
            Service function, Outstanding asked, int index, int result, String unit, Sink out) {
        Operation request = asked.operation(index);
        begin(request == null ? function : request.service(), asked, index, unit, out);
        if (result < 0) {
            out.refused(result, Results.label(result));
        }
        out.tell();
        return request;
    }

    static Sink begin(Service service, Outstanding asked, int index, String unit, Sink out) {
        out.response(service).unit(unit);
        Operation request = asked.operation(index);
        if (request != null) {
            out.like(request).qualifier(request.qualifier());
        }
        return asked.count() > 0 ? out.since(asked.time()) : out;
    }
}
