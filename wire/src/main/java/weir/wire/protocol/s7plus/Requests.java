// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7plus;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.PointValue;
import weir.model.Service;
import weir.model.Subject;
import weir.model.Transfer;
import weir.model.Verb;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;
import weir.wire.protocol.iso.Outstanding;

/**
 * What requests ask for. Each variable that one names is an operation of its own.
 *
 * <pre>
 * get, set several  object u32, 0 for variables | count v | numbers v | ways, or attributes v | set: { number v | value } 0
 * set one           object u32 | count v | attribute v | value
 * get in a stream   object u32 | 0x20 | 4 | count u8 | attribute v
 * create            in object u32 | value | 0 u32 | object
 * delete, explore   object u32
 * invoke            object u32 | method u32
 * </pre>
 */
final class Requests {

    /** Variables told of one request. */
    private static final int MOST = 256;

    private static final int STOP = 1;
    private static final int RESET_RETENTIVE = 2;
    private static final int RUN = 3;
    private static final int RUN_REDUNDANT = 4;
    private static final Numbered METHOD = new Numbered("method ");
    private static final Numbered STATE = new Numbered("state ");

    private final Places places = new Places();
    private final Objects objects = new Objects();
    private final Values values;
    private String unit = "";
    private long session;
    private int octets;

    Requests(Values values) {
        this.values = values;
    }

    void read(Function function, Cursor in, long ofSession, String behind, Outstanding asked, Sink out) {
        unit = behind;
        session = ofSession;
        int length = in.left();
        switch (function) {
            case GET_MULTI_VARIABLES -> variables(function, in, asked, out);
            case SET_MULTI_VARIABLES -> {
                variables(function, in, asked, out);
                written(in, asked, out);
            }
            case SET_VARIABLE -> one(function, in, asked, out);
            case GET_VAR_SUB_STREAMED -> {
                long object = in.u32();
                in.skip(3);
                attribute(function, object, Packed.u32(in), in, asked, out);
            }
            case GET_VARIABLE -> attribute(function, in.u32(), Packed.u32(in), in, asked, out);
            case CREATE_OBJECT -> create(in, asked, out);
            case DELETE_OBJECT -> delete(in, asked, out);
            case EXPLORE, GET_LINK -> {
                long object = in.u32();
                tell(out.request(function).space(Places.object(object, session)), in, asked);
            }
            case INVOKE -> invoke(in, asked, out);
            default -> tell(out.request(function), in, asked);
        }
        if (!in.ok()) {
            out.violation("malformed_request", length);
        }
    }

    private void tell(Sink begun, Cursor in, Outstanding asked) {
        if (in.ok()) {
            asked.add(begun.unit(unit).tell());
        }
    }

    private void variables(Function function, Cursor in, Outstanding asked, Sink out) {
        long object = in.u32();
        long count = Packed.u32(in);
        Packed.u32(in);
        for (long i = 0; i < count && i < MOST && in.ok(); i++) {
            if (object == 0) {
                places.read(in, out);
                Service service = service(function, places.attribute());
                tell(out.request(service).space(places.space()).symbol(places.symbol()), in, asked);
            } else {
                attribute(function, object, Packed.u32(in), in, asked, out);
            }
        }
        if (count > MOST) {
            in.fail();
        }
    }

    private void attribute(Function function, long object, long attribute, Cursor in, Outstanding asked, Sink out) {
        tell(
                out.request(service(function, attribute))
                        .space(Places.object(object, session))
                        .symbol(Attributes.name(attribute)),
                in,
                asked);
    }

    /** Setting does what the attribute is for; getting always gets. */
    private static Service service(Function function, long attribute) {
        return function.verb() == Verb.WRITE ? function.with(Attributes.verb(attribute)) : function;
    }

    /** { number v | value } ... 0 */
    private void written(Cursor in, Outstanding asked, Sink out) {
        Subject owner = out.receiver(unit);
        for (long item = Packed.u32(in); item != 0 && in.ok(); item = Packed.u32(in)) {
            Operation operation = asked.added((int) item - 1);
            value(operation, owner, in, out);
        }
        login(asked, out);
    }

    private void value(@Nullable Operation operation, Subject owner, Cursor in, Sink out) {
        if (operation == null || !isOfProcess(operation.verb())) {
            values.skip(in, out);
        } else {
            String space = operation.target().space();
            String symbol = operation.target().symbol();
            values.tell(in, owner, space, symbol, PointValue.Origin.WRITE, out);
        }
    }

    /** Whether what such an operation writes is a value of the process or of the controller, not of the connection. */
    private static boolean isOfProcess(Verb verb) {
        return verb == Verb.WRITE || verb == Verb.CONTROL || verb == Verb.TIME;
    }

    /** The answer to a challenge crosses, not the password. */
    private void login(Outstanding asked, Sink out) {
        for (int i = 0; i < asked.added(); i++) {
            Operation operation = asked.added(i);
            if (operation != null && operation.verb() == Verb.AUTHENTICATE) {
                out.login(out.receiver(unit), "", "", Outcome.OPEN);
                return;
            }
        }
    }

    private void one(Function function, Cursor in, Outstanding asked, Sink out) {
        long object = in.u32();
        Packed.u32(in);
        long attribute = Packed.u32(in);
        String state = attribute == Attributes.OPERATING_STATE_REQUEST ? state(in) : "";
        tell(
                out.request(service(function, attribute))
                        .space(Places.object(object, session))
                        .symbol(Attributes.name(attribute))
                        .qualifier(state),
                in,
                asked);
        if (in.ok()) {
            value(asked.added(0), out.receiver(unit), in, out);
        }
        login(asked, out);
    }

    /** Which operating state is asked for, by the value that begins next. */
    private static String state(Cursor in) {
        int state = in.peek(2);
        return switch (state) {
            case STOP -> "stop";
            case RESET_RETENTIVE -> "reset_retentive";
            case RUN -> "run";
            case RUN_REDUNDANT -> "run_redundant";
            default -> STATE.of(state);
        };
    }

    private void create(Cursor in, Outstanding asked, Sink out) {
        in.skip(4);
        values.skip(in, out);
        in.skip(4);
        if (!in.ok()) {
            return;
        }
        octets = in.left();
        objects.read(in, out.sender(), false, out);
        Service service = Function.CREATE_OBJECT.with(objects.verb());
        asked.add(out.request(service)
                .unit(unit)
                .space(objects.kind())
                .symbol(objects.kind().equals("session") ? "" : objects.name())
                .tell());
        if (objects.isBlock()) {
            out.transfer(
                    out.receiver(unit),
                    objects.kind(),
                    objects.name(),
                    Transfer.Way.INTO_DEVICE,
                    Transfer.State.STARTED,
                    octets);
        }
    }

    /** Octets of the object that was last to be created. */
    int octets() {
        return octets;
    }

    private void delete(Cursor in, Outstanding asked, Sink out) {
        long object = in.u32();
        String space = Places.object(object, session);
        Verb verb = space.equals("session") ? Verb.SESSION : space.startsWith("DB") ? Verb.PROGRAM : Verb.CONFIGURE;
        tell(out.request(Function.DELETE_OBJECT.with(verb)).space(space), in, asked);
    }

    private void invoke(Cursor in, Outstanding asked, Sink out) {
        long object = in.u32();
        long method = in.u32();
        Verb verb = verb(method);
        tell(
                out.request(Function.INVOKE.with(verb))
                        .space(Places.object(object, session))
                        .symbol(METHOD.of(method)),
                in,
                asked);
    }

    /** Methods with numbers of their own: updates of the runtime, downloads of a project. */
    private static Verb verb(long method) {
        if (method >= 18827 && method <= 18878) {
            return Verb.FIRMWARE;
        }
        return method >= 15_000_009 && method <= 15_000_019 ? Verb.PROGRAM : Verb.OTHER;
    }
}
