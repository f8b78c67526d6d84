// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import weir.model.PointValue;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * Services that read and write properties (ANSI/ASHRAE 135 clause 15), each property an operation.
 *
 * <pre>
 * read, list     [0] object | [1] property | [2] index? | answer, elements: [3]{ value }
 * write          [0] object | [1] property | [2] index? | [3]{ value } | [4] priority?
 * read multiple  each: [0] object | [1]{ each: [0] property | [1] index? }
 *      answer    each: [0] object | [1]{ each: [2] property | [3] index? | [4]{ value } or [5]{ class, code } }
 * write multiple each: [0] object | [1]{ each: [0] property | [1] index? | [2]{ value } | [3] priority? }
 * read range     as read; answer: [0] | [1] | [2]? | [3] flags | [4] count | [5]{ items }
 * </pre>
 */
final class PropertyAccess {

    private final Message message;
    private final Tags tags = new Tags();
    private final Reference reference = new Reference();
    private final PropertyValue value = new PropertyValue();

    PropertyAccess(Message message) {
        this.message = message;
    }

    /** A message that begins with an object and a property of it, and tells of these. */
    void one(Cursor in, Sink out) {
        reference.object(tags.object(in, 0));
        reference.property(in, tags, 1);
        if (in.ok()) {
            message.end(reference.on(message.begin(out)));
        }
    }

    void readAnswer(Cursor in, Sink out) {
        one(in, out);
        if (in.ok() && tags.opens(in, 3)) {
            value.read(in, 3);
            if (in.ok()) {
                value.tell(reference, message, PointValue.Origin.READ, "ReadProperty", out);
            }
        }
    }

    void write(Cursor in, Sink out) {
        reference.object(tags.object(in, 0));
        reference.property(in, tags, 1);
        written(in, 3, out);
    }

    /** A value between tags of this number, then the priority. */
    private void written(Cursor in, int tag, Sink out) {
        if (!tags.opens(in, tag)) {
            in.fail();
            return;
        }
        value.read(in, tag);
        long priority = tags.has(in, tag + 1) ? tags.unsigned(in) : 0;
        if (!in.ok()) {
            return;
        }
        ConfirmedService plain = tag == 3 ? ConfirmedService.WRITE_PROPERTY : ConfirmedService.WRITE_PROPERTY_MULTIPLE;
        message.service(Written.service(reference, plain));
        reference.on(message.begin(out));
        message.end(priority > 0 ? out.qualifier(Names.PRIORITY.of(priority)) : out);
        value.tell(reference, message, PointValue.Origin.WRITE, "", out);
    }

    void writeMultiple(Cursor in, Sink out) {
        while (in.left() > 0) {
            reference.object(tags.object(in, 0));
            if (!tags.opens(in, 1)) {
                in.fail();
                return;
            }
            while (in.ok() && !tags.closes(in, 1)) {
                reference.property(in, tags, 0);
                written(in, 2, out);
            }
        }
    }

    void readMultiple(Cursor in, Sink out) {
        while (in.left() > 0) {
            reference.object(tags.object(in, 0));
            if (!tags.opens(in, 1)) {
                in.fail();
                return;
            }
            while (in.ok() && !tags.closes(in, 1)) {
                reference.property(in, tags, 0);
                if (in.ok()) {
                    message.end(reference.on(message.begin(out)));
                }
            }
        }
    }

    void readMultipleAnswer(Cursor in, Sink out) {
        while (in.left() > 0) {
            reference.object(tags.object(in, 0));
            if (!tags.opens(in, 1)) {
                in.fail();
                return;
            }
            while (in.ok() && !tags.closes(in, 1)) {
                result(in, out);
            }
        }
    }

    private void result(Cursor in, Sink out) {
        reference.property(in, tags, 2);
        if (tags.opens(in, 4)) {
            value.read(in, 4);
            if (in.ok()) {
                message.end(reference.on(message.begin(out)));
                value.tell(reference, message, PointValue.Origin.READ, "ReadPropertyMultiple", out);
            }
        } else if (tags.opens(in, 5)) {
            tags.application(in, Tags.ENUMERATED);
            int code = (int) tags.application(in, Tags.ENUMERATED);
            if (tags.closes(in, 5)) {
                message.end(reference.on(message.begin(out)).refused(code, Names.ERRORS.of(code)));
            } else {
                in.fail();
            }
        } else {
            in.fail();
        }
    }
}
