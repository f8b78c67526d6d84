// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import weir.model.PointValue;
import weir.wire.Cursor;
import weir.wire.Phrase;
import weir.wire.Sink;

/**
 * Changes of value, alarms and events (ANSI/ASHRAE 135 clause 13).
 *
 * <pre>
 * subscribe      [0] process | [1] object | [2] confirmed? | [3] lifetime? | of a property also [4]{ [0] | [1]? }
 * notification   [0] process | [1] device | [2] object | [3] seconds left | [4]{ each: [0] property | [1] index?
 *                | [2]{ value } | [3] priority? }
 * multiple       [0] process | [1] device | [2] seconds left | [3]{ time }? | [4]{ each: [0] object | [1]{ each: as
 *                above, [3] time? } }
 * event          [0] process | [1] device | [2] object | [3]{ time } | [4] class | [5] priority | [6] type
 *                | [7] text? | [8] kind | [9] answer wanted? | [10] from state? | [11] to state | [12]{ values }?
 * acknowledge    [0] process | [1] object | [2] state | [3]{ time } | [4] who | [5]{ time }
 * </pre>
 */
final class Notifications {

    private static final String COV = "COVNotification";

    private final Message message;
    private final Tags tags = new Tags();
    private final Reference reference = new Reference();
    private final PropertyValue value = new PropertyValue();
    private final Value text = new Value();
    private final Phrase phrase = new Phrase();

    Notifications(Message message) {
        this.message = message;
    }

    void subscribe(Cursor in, Sink out) {
        tags.unsigned(in, 0);
        reference.object(tags.object(in, 1));
        boolean confirmed = tags.has(in, 2);
        in.skip(confirmed ? tags.length() : 0);
        boolean lasts = tags.has(in, 3);
        in.skip(lasts ? tags.length() : 0);
        if (tags.opens(in, 4)) {
            reference.property(in, tags, 0);
            tags.leave(in);
        }
        if (in.ok()) {
            reference.on(message.begin(out));
            message.end(confirmed || lasts ? out : out.qualifier("cancel"));
        }
    }

    /** [0] process | [1] confirmed? | [2] lifetime? | [3] delay? | [4]{ each: [0] object | [1]{ properties } } */
    void subscribeMultiple(Cursor in, Sink out) {
        tags.unsigned(in, 0);
        for (int tag = 1; tag <= 3; tag++) {
            in.skip(tags.has(in, tag) ? tags.length() : 0);
        }
        if (!tags.opens(in, 4)) {
            in.fail();
        }
        while (in.ok() && !tags.closes(in, 4)) {
            reference.object(tags.object(in, 0));
            if (!tags.opens(in, 1)) {
                in.fail();
                return;
            }
            tags.leave(in);
            if (in.ok()) {
                message.end(reference.on(message.begin(out)));
            }
        }
    }

    void changed(Cursor in, Sink out) {
        tags.unsigned(in, 0);
        tags.object(in, 1);
        reference.object(tags.object(in, 2));
        tags.unsigned(in, 3);
        if (!tags.opens(in, 4)) {
            in.fail();
            return;
        }
        message.end(reference.on(message.begin(out)));
        values(in, 4, out);
    }

    void changedMultiple(Cursor in, Sink out) {
        tags.unsigned(in, 0);
        tags.object(in, 1);
        tags.unsigned(in, 2);
        if (tags.opens(in, 3)) {
            tags.leave(in);
        }
        if (!tags.opens(in, 4)) {
            in.fail();
        }
        while (in.ok() && !tags.closes(in, 4)) {
            reference.object(tags.object(in, 0));
            if (!tags.opens(in, 1)) {
                in.fail();
                return;
            }
            message.end(reference.on(message.begin(out)));
            values(in, 1, out);
        }
    }

    private void values(Cursor in, int closing, Sink out) {
        while (in.ok() && !tags.closes(in, closing)) {
            reference.property(in, tags, 0);
            if (!tags.opens(in, 2)) {
                in.fail();
                return;
            }
            value.read(in, 2);
            in.skip(tags.has(in, 3) ? tags.length() : 0);
            if (in.ok()) {
                value.tell(reference, message, PointValue.Origin.REPORTED, COV, out);
            }
        }
    }

    void event(Cursor in, Sink out) {
        tags.unsigned(in, 0);
        tags.object(in, 1);
        reference.object(tags.object(in, 2));
        stamp(in, 3);
        tags.unsigned(in, 4);
        tags.unsigned(in, 5);
        long type = tags.unsigned(in, 6);
        in.skip(tags.has(in, 7) ? tags.length() : 0);
        tags.unsigned(in, 8);
        in.skip(tags.has(in, 9) ? tags.length() : 0);
        phrase.begin().add(Names.eventType(type)).add(": ");
        if (tags.has(in, 10)) {
            phrase.add(Names.eventState(tags.unsigned(in))).add(" to ");
        }
        phrase.add(Names.eventState(tags.unsigned(in, 11)));
        if (in.ok()) {
            String what = phrase.take(out);
            message.end(reference.on(message.begin(out)).qualifier(what));
        }
    }

    private void stamp(Cursor in, int tag) {
        if (tags.opens(in, tag)) {
            tags.leave(in);
        } else {
            in.fail();
        }
    }

    void acknowledge(Cursor in, Sink out) {
        tags.unsigned(in, 0);
        reference.object(tags.object(in, 1));
        long state = tags.unsigned(in, 2);
        stamp(in, 3);
        String who = tags.has(in, 4) ? text.characters(in, tags, out) : "";
        if (in.ok()) {
            reference.on(message.begin(out)).symbol(who);
            message.end(out.qualifier(Names.eventState(state)));
        }
    }
}
