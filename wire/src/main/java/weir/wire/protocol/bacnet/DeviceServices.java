// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import weir.model.Outcome;
import weir.model.PointValue;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * Services on a device as a whole, and on objects as such (ANSI/ASHRAE 135 clauses 13.14, 15.3, 15.4 and 16).
 *
 * <pre>
 * communication   [0] minutes? | [1] enable, disable | [2] password?
 * reinitialize    [0] state | [1] password?
 * time            date | time
 * private         [0] vendor | [1] service | [2]{ parameters }?
 * text            [0] device | [1]{ class }? | [2] priority | [3] text
 * life safety     [0] process | [1] who | [2] operation | [3] object?
 * create          [0]{ [0] type or [1] object } | [1]{ values }?        delete   object
 * write group     [0] group | [1] priority | [2]{ values }
 * </pre>
 */
final class DeviceServices {

    private final Message message;
    private final Tags tags = new Tags();
    private final Reference reference = new Reference();
    private final Value value = new Value();

    DeviceServices(Message message) {
        this.message = message;
    }

    void communication(Cursor in, Sink out) {
        in.skip(tags.has(in, 0) ? tags.length() : 0);
        String state = Names.communication(tags.unsigned(in, 1));
        commanded(state, 2, in, out);
    }

    void reinitialize(Cursor in, Sink out) {
        String state = Names.reinitialized(tags.unsigned(in, 0));
        commanded(state, 1, in, out);
    }

    private void commanded(String state, int password, Cursor in, Sink out) {
        boolean secret = tags.has(in, password);
        if (!in.ok()) {
            return;
        }
        message.end(message.begin(out).qualifier(state));
        if (secret && tags.length() > 0) {
            message.password();
            in.skip(1);
            String hash = out.hashed(in, tags.length() - 1);
            out.login(message.device(out), "", hash, Outcome.OPEN);
        }
    }

    void time(Cursor in, Sink out) {
        String time = value.dateTime(in, out);
        if (!in.ok()) {
            return;
        }
        message.end(message.begin(out));
        if (out.wantsPoints()) {
            out.reading().text(time);
            out.point(message.device(out), "clock", -1, "", "date-time", PointValue.Origin.WRITE);
        }
    }

    void privately(Cursor in, Sink out) {
        long vendor = tags.unsigned(in, 0);
        long number = tags.unsigned(in, 1);
        if (in.ok()) {
            out.fact("bacnet", "vendor", vendor);
            message.end(message.begin(out).object("private_service", number).qualifier(Names.VENDORS.of(vendor)));
        }
    }

    void text(Cursor in, Sink out) {
        tags.object(in, 0);
        if (tags.opens(in, 1)) {
            tags.leave(in);
        }
        tags.unsigned(in, 2);
        if (tags.has(in, 3)) {
            String text = value.characters(in, tags, out);
            message.end(message.begin(out).symbol(text));
        } else {
            in.fail();
        }
    }

    void lifeSafety(Cursor in, Sink out) {
        tags.unsigned(in, 0);
        in.skip(tags.has(in, 1) ? tags.length() : 0);
        String what = Names.lifeSafety(tags.unsigned(in, 2));
        boolean one = tags.has(in, 3);
        reference.object(one ? tags.unsigned(in) : 0);
        if (in.ok()) {
            message.begin(out).qualifier(what);
            message.end(one ? reference.on(out) : out);
        }
    }

    void create(Cursor in, Sink out) {
        if (!tags.opens(in, 0)) {
            in.fail();
            return;
        }
        if (tags.has(in, 0)) {
            long type = tags.unsigned(in);
            if (in.ok()) {
                message.end(message.begin(out).space(Names.OBJECT_TYPES.of(type)));
            }
            return;
        }
        reference.object(tags.object(in, 1));
        if (in.ok()) {
            message.end(reference.on(message.begin(out)));
        }
    }

    /** One object, all there is. */
    void object(Cursor in, Sink out) {
        reference.object(tags.application(in, Tags.OBJECT));
        if (in.ok()) {
            message.end(reference.on(message.begin(out)));
        }
    }

    void writeGroup(Cursor in, Sink out) {
        long group = tags.unsigned(in, 0);
        long priority = tags.unsigned(in, 1);
        if (in.ok()) {
            message.end(message.begin(out).object("group", group).qualifier(Names.PRIORITY.of(priority)));
        }
    }
}
