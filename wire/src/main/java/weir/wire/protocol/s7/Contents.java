// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Service;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;
import weir.wire.protocol.iso.TransportConnection;

/** What user data carries, group by group; a request tells its operations, an answer the facts and values in it. */
final class Contents {

    private static final Numbered MODE = new Numbered("mode ");
    private static final int TIME_STAMP = 8;
    private static final int ALARM_QUERY = 0x1a;
    private static final int BY_EVENT = 3;

    private final TransportConnection connection;
    private final Variables variables;
    private final TestFunctions tests;
    private final StatusLists lists;
    private final Password password;

    Contents(TransportConnection connection, Variables variables) {
        this.connection = connection;
        this.variables = variables;
        tests = new TestFunctions(connection, variables);
        lists = new StatusLists(connection);
        password = new Password(connection);
    }

    /** What it tells is added to the job; where that is nothing, the caller tells the service alone. */
    void request(Service service, Cursor in, Job job, Sink out) {
        if (!(service instanceof Subfunction subfunction) || in.left() == 0) {
            return;
        }
        switch (subfunction.form()) {
            case STATUS_LIST -> lists.request(in, job, out);
            case CYCLIC -> {
                int count = in.u16();
                in.skip(2);
                variables.addresses(service, in, count, job, out);
            }
            case RECORD -> {
                in.skip(1);
                variables.addresses(service, in, in.u8(), job, out);
            }
            case TEST_VARIABLES -> tests.variables(service, in, job, out);
            case TEST_JOB -> tests.job(subfunction, in, job, out);
            case BLOCK_KIND, BLOCK_NAME -> block(subfunction, in, job, out);
            case BLOCK_SEND -> {
                in.skip(4);
                object("R_ID", out.request(service), in, job);
            }
            case MESSAGES -> {
                in.skip(2);
                String user = out.text(in, TIME_STAMP);
                add(out.request(service).unit(connection.unit()).symbol(user), in, job);
            }
            case ALARM, SCAN -> alarm(out.request(service), in, job);
            case PASSWORD -> password.asked(in, out);
            case EVENT, OPAQUE -> {}
        }
    }

    private void block(Subfunction subfunction, Cursor in, Job job, Sink out) {
        boolean named = subfunction.form() == Subfunction.Form.BLOCK_NAME;
        String name = named ? Blocks.name(in) : Blocks.kind(in.u16() & 0xff);
        String place = named ? Blocks.place(in.u8()) : "";
        out.request(subfunction)
                .unit(connection.unit())
                .space("block")
                .symbol(name)
                .qualifier(place);
        add(out, in, job);
    }

    private void object(String space, Sink out, Cursor in, @Nullable Job job) {
        add(out.unit(connection.unit()).object(space, in.u32()), in, job);
    }

    /**
     * {@code function u8 | objects u8}, then {@code 0x12 | length u8 | syntax u8 | values u8 | event u32 | ...} for
     * each, or with syntax 0x1a {@code 0x12 | 8 | 0x1a | 0 | 1 by kind, 3 by event | 0x34 | kind or event u32}.
     */
    private void alarm(Sink out, Cursor in, @Nullable Job job) {
        in.skip(1);
        int objects = in.u8();
        out.unit(connection.unit());
        if (objects > 0) {
            in.skip(2);
            boolean query = in.u8() == ALARM_QUERY;
            in.skip(1);
            boolean byKind = query && in.u8() != BY_EVENT;
            in.skip(query ? 1 : 0);
            out.range(byKind ? "alarm_kind" : "event", in.u32(), objects);
        }
        add(out, in, job);
    }

    /** Ends the sentence where the content was all there. */
    private static void add(Sink out, Cursor in, @Nullable Job job) {
        if (!in.ok()) {
            out.violation("truncated", in.read());
        } else if (job == null) {
            out.tell();
        } else {
            job.add(out.tell(), 0);
        }
    }

    /** What a whole answer says beyond that it is done. */
    void response(Service service, Cursor in, @Nullable Job reported, Sink out) {
        if (!(service instanceof Subfunction subfunction) || in.left() == 0) {
            return;
        }
        switch (subfunction.form()) {
            case STATUS_LIST -> lists.response(in, out);
            case CYCLIC -> variables.reported(service, reported, in, false, out);
            case TEST_VARIABLES,
                    TEST_JOB,
                    RECORD,
                    BLOCK_KIND,
                    BLOCK_NAME,
                    BLOCK_SEND,
                    MESSAGES,
                    ALARM,
                    SCAN,
                    EVENT,
                    PASSWORD,
                    OPAQUE -> {}
        }
    }

    void outcome(Service service, int code, String label, Sink out) {
        if (service == Subfunction.PASSWORD) {
            password.answered(code, label, out);
        }
    }

    /** What the controller tells by itself. */
    void unasked(Service service, Cursor in, @Nullable Job reported, Sink out) {
        Subfunction.Form form = service instanceof Subfunction known ? known.form() : Subfunction.Form.OPAQUE;
        if (in.left() == 0) {
            form = Subfunction.Form.OPAQUE;
        }
        switch (form) {
            case CYCLIC -> variables.reported(service, reported, in, true, out);
            case TEST_VARIABLES -> tests.reported(service, reported, in, out);
            case ALARM -> {
                in.skip(TIME_STAMP);
                alarm(out.notice(service), in, null);
            }
            case SCAN -> {
                in.skip(2 + TIME_STAMP + 2);
                alarm(out.notice(service), in, null);
            }
            case EVENT -> add(out.notice(service).unit(connection.unit()).object("event", in.u16()), in, null);
            case BLOCK_SEND -> {
                in.skip(4);
                object("R_ID", out.notice(service), in, null);
            }
            case TEST_JOB, STATUS_LIST, RECORD, BLOCK_KIND, BLOCK_NAME, MESSAGES, PASSWORD, OPAQUE ->
                out.notice(service).unit(connection.unit()).tell();
        }
    }

    void modeChanged(int mode, Sink out) {
        String name = switch (mode) {
            case 0 -> "STOP";
            case 1 -> "WARM_RESTART";
            case 2 -> "RUN";
            case 3 -> "HOT_RESTART";
            case 4 -> "HOLD";
            case 6 -> "COLD_RESTART";
            case 9 -> "RUN_REDUNDANT";
            case 11 -> "LINK_UP";
            case 12 -> "UPDATE";
            default -> MODE.of(mode);
        };
        out.notice(Subfunction.MODE_TRANSITION)
                .unit(connection.unit())
                .qualifier(name)
                .tell();
        out.identity(out.sender(connection.unit()), Attribute.MODE, name, "mode transition", 5);
    }
}
