// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.PointValue;
import weir.model.Service;
import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.protocol.iso.TransportConnection;

/**
 * Programmer commands on variables: watch, modify, force.
 *
 * <pre>
 * parameter length u16 | data length u16 | parameters | data
 * data      count u16 | { area and width u8 | repetition or bit u8 | data block u16 | address u16 } | values
 * of a job  function u8 | sequence u8, after two octets more where it is deleted or replaced
 * </pre>
 *
 * Values have their fill octet even at the end.
 */
final class TestFunctions {

    private static final int TEST_GROUP = 1;

    private final TransportConnection connection;
    private final Variables variables;
    private final Variable variable = new Variable();
    private final DataItem item = new DataItem();
    private final Cursor data = new Cursor();

    TestFunctions(TransportConnection connection, Variables variables) {
        this.connection = connection;
        this.variables = variables;
    }

    private boolean open(Cursor in, Sink out) {
        int parameters = in.u16();
        int length = in.u16();
        in.skip(parameters);
        in.slice(length, data);
        if (!in.ok()) {
            out.violation("truncated", parameters + length);
        }
        return in.ok();
    }

    void variables(Service service, Cursor in, Job job, Sink out) {
        if (!open(in, out) || data.left() == 0) {
            return;
        }
        int count = data.u16();
        for (int i = 0; i < count; i++) {
            address();
            if (!data.ok()) {
                out.violation("truncated", i);
                return;
            }
            job.add(
                    out.request(service)
                            .unit(connection.unit())
                            .range(variable.space, variable.first, variable.count)
                            .symbol(variable.symbol)
                            .qualifier(variable.qualifier)
                            .tell(),
                    variable.note | i << Values.ITEM);
        }
        values(job, out);
    }

    private void values(Job job, Sink out) {
        for (int i = 0; i < job.count() && data.left() > 0; i++) {
            item.read(data, false);
            Values.tell(job.operation(i), job.note(i), item.value, PointValue.Origin.WRITE, out);
        }
    }

    /** High half: memory, inputs, outputs, peripheral inputs, timers, counters, data blocks; low half: the width. */
    private void address() {
        int kind = data.u8();
        int repetition = data.u8();
        int block = data.u16();
        int address = data.u16();
        int area = switch (kind >> 4) {
            case 0 -> 0x83;
            case 1 -> 0x81;
            case 2 -> 0x82;
            case 3 -> 0x80;
            case 5 -> Area.TIMERS;
            case 6 -> Area.COUNTERS;
            case 7 -> Area.DATA_BLOCK;
            default -> kind;
        };
        TransportSize size = switch (kind & 0xf) {
            case 0 -> TransportSize.BIT;
            case 2 -> TransportSize.WORD;
            case 3 -> TransportSize.DWORD;
            case 4 -> area == Area.TIMERS ? TransportSize.TIMER : TransportSize.COUNTER;
            default -> TransportSize.BYTE;
        };
        boolean bit = size == TransportSize.BIT;
        int place = Area.isNumbered(area) ? address : address << 3 | (bit ? repetition & 7 : 0);
        variable.memory(area, block, size.code(), place, bit ? 1 : repetition);
    }

    void job(Subfunction subfunction, Cursor in, Job job, Sink out) {
        if (!open(in, out)) {
            return;
        }
        if (subfunction == Subfunction.DELETE_JOB || subfunction == Subfunction.REPLACE_JOB) {
            data.skip(2);
        }
        int function = data.u8();
        int sequence = data.u8();
        if (!data.ok()) {
            out.violation("truncated", subfunction.code());
            return;
        }
        job.add(
                out.request(subfunction)
                        .unit(connection.unit())
                        .object("job", sequence)
                        .qualifier(Subfunction.of(TEST_GROUP, function).label())
                        .tell(),
                0);
    }

    /** Watched values, or a return code for each that was modified or forced. */
    void reported(Service service, @Nullable Job asked, Cursor in, Sink out) {
        if (!open(in, out)) {
            return;
        }
        if (service == Subfunction.VARIABLE_STATUS || asked == null || data.left() == 0) {
            variables.reported(service, asked, data, true, out);
            return;
        }
        int count = Math.min(data.u16(), asked.count());
        for (int i = 0; i < count; i++) {
            int code = data.u8();
            Operation what = asked.operation(i);
            if (!data.ok()) {
                out.violation("truncated", i);
                return;
            }
            out.notice(service).like(what).qualifier(what.qualifier());
            if (code != ReturnCode.DONE) {
                out.refused(code, ReturnCode.label(code));
            }
            out.tell();
        }
    }
}
