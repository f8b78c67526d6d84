// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mms;

import weir.model.PointValue;
import weir.model.Subject;
import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * What a device tells unasked: variables, reports of IEC 61850, how a control ended (ISO 9506-2 clause 14.10, IEC 61850-8-1
 * clauses 17.2 and 20.8).
 *
 * <pre>
 * specification | a0 { result ... }
 * a report is the list RPT: 8a report | 84 options | [86 sequence] [8c time] [8a data set] [83 overflow] [89 entry]
 *   [86 revision] [86 part, 83 more follow] | 84 which members | [8a reference for each of them] | value for each | ...
 * </pre>
 */
final class Reports {

    private static final int VALUES = 0xa0;
    private static final int FAILURE = 0x80;
    private static final String REPORT = "RPT";
    private static final String LAST_ERROR = "LastApplError";

    /** Optional fields, as bits from the left. */
    private static final int SEQUENCE = 1;

    private static final int TIME = 2;
    private static final int DATA_SET = 4;
    private static final int REFERENCES = 5;
    private static final int OVERFLOW = 6;
    private static final int ENTRY = 7;
    private static final int REVISION = 8;
    private static final int SEGMENTED = 9;

    private final Variables variables;
    private final Specification told;
    private final MmsData data = new MmsData();
    private final Ber ber = new Ber();
    private final Cursor values = new Cursor();
    private final Cursor members = new Cursor();
    private final Cursor references = new Cursor();

    Reports(ObjectNames names, Variables variables) {
        this.variables = variables;
        told = new Specification(names);
    }

    void information(Cursor in, Sink out) {
        told.read(in, out);
        if (!ber.enter(in, VALUES, values)) {
            return;
        }
        if (told.isList() && told.name(0).equals(REPORT)) {
            report(out);
        } else if (told.name(0).equals(LAST_ERROR)) {
            controlError(out);
        } else {
            plain(out);
        }
        if (!values.ok()) {
            in.fail();
        }
    }

    private void plain(Sink out) {
        boolean control = !told.isList() && ControlStep.isControl(told.name(0));
        out.notice(control ? Exchange.COMMAND_TERMINATION : Exchange.INFORMATION_REPORT)
                .range(told.objects(), -1, told.isList() ? 0 : told.count())
                .symbol(told.name(0))
                .tell();
        Subject owner = out.sender();
        for (int i = 0; values.left() > 0; i++) {
            value(owner, told.isList() ? variables.member(told.name(0), i, out) : told.name(i), out);
        }
    }

    private void value(Subject owner, String name, Sink out) {
        if (values.peek(0) == FAILURE && ber.next(values)) {
            values.skip(ber.length());
        } else {
            data.tell(values, owner, ConfirmedService.READ.objects(), name, PointValue.Origin.REPORTED, out);
        }
    }

    /** a2 { 8a object | 85 error | a2 origin | 86 number of the control | 85 cause }. */
    private void controlError(Sink out) {
        if (!ber.next(values, MmsData.STRUCTURE)) {
            return;
        }
        String object = ber.next(values, MmsData.TEXT) ? out.text(values, Math.min(255, ber.length())) : "";
        ber.integer(values, MmsData.INTEGER);
        skip(MmsData.STRUCTURE);
        skip(MmsData.UNSIGNED);
        int cause = Errors.number(Errors.CONTROL, ber.integer(values, MmsData.INTEGER));
        if (values.ok()) {
            out.notice(Exchange.CONTROL_ERROR)
                    .space(told.objects())
                    .symbol(object)
                    .refused(cause, Errors.label(cause))
                    .tell();
        }
    }

    private void report(Sink out) {
        String report = text(out);
        long options = bits();
        skipIf(options, SEQUENCE, MmsData.UNSIGNED);
        skipIf(options, TIME, MmsData.BINARY_TIME);
        String set = has(options, DATA_SET) ? text(out) : "";
        skipIf(options, OVERFLOW, MmsData.BOOLEAN);
        skipIf(options, ENTRY, MmsData.OCTETS);
        skipIf(options, REVISION, MmsData.UNSIGNED);
        skipIf(options, SEGMENTED, MmsData.UNSIGNED);
        skipIf(options, SEGMENTED, MmsData.BOOLEAN);
        if (!ber.next(values, MmsData.BIT_STRING) || ber.length() == 0) {
            values.fail();
            return;
        }
        values.slice(ber.length(), members);
        out.notice(Exchange.INFORMATION_REPORT)
                .space("report")
                .symbol(report)
                .qualifier(set)
                .tell();
        members(set.isEmpty() ? report : set, has(options, REFERENCES), out);
    }

    private void members(String set, boolean referenced, Sink out) {
        int unused = members.u8();
        int count = members.left() * 8 - unused;
        references.wrap(values.bytes(), values.offset(), referenced ? values.left() : 0);
        for (int i = 0; i < count && referenced; i++) {
            if (isIn(i)) {
                skip(MmsData.TEXT);
            }
        }
        Subject owner = out.sender();
        for (int i = 0; i < count && values.left() > 0; i++) {
            if (isIn(i)) {
                value(owner, referenced ? reference(out) : variables.member(set, i, out), out);
            }
        }
    }

    private boolean isIn(int member) {
        return (members.peek(member >> 3) & 0x80 >> (member & 7)) != 0;
    }

    private String reference(Sink out) {
        return ber.next(references, MmsData.TEXT) ? out.text(references, Math.min(255, ber.length())) : "";
    }

    private static boolean has(long options, int bit) {
        return (options & 0x8000 >> bit) != 0;
    }

    /** The first 16 bits of a string of them. */
    private long bits() {
        if (!ber.next(values, MmsData.BIT_STRING) || ber.length() < 2) {
            values.fail();
            return 0;
        }
        int length = ber.length();
        values.skip(1);
        long first = values.u8() << 8;
        long bits = first | (length > 2 ? values.u8() : 0);
        values.skip(Math.max(0, length - 3));
        return bits;
    }

    private String text(Sink out) {
        return ber.next(values, MmsData.TEXT) ? out.text(values, Math.min(255, ber.length())) : "";
    }

    private void skipIf(long options, int bit, int identifier) {
        if (has(options, bit)) {
            skip(identifier);
        }
    }

    private void skip(int identifier) {
        if (ber.next(values, identifier)) {
            values.skip(ber.length());
        }
    }
}
