// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import weir.model.PointValue;
import weir.wire.Cursor;
import weir.wire.Sink;

/** The value of a property, between an opening and a closing tag: one value, a list of them, or a construction. */
final class PropertyValue {

    private static final int PRIORITIES = 16;

    private final Tags tags = new Tags();
    private final Value value = new Value();
    private final DeviceIdentity identity = new DeviceIdentity();
    private final Cursor list = new Cursor();
    /** It is one application value. */
    private boolean single;

    private int start;
    private int end;

    /** Reads up to the closing tag of this number, and that. */
    void read(Cursor in, int closing) {
        start = in.offset();
        single = false;
        if (tags.closes(in, closing)) {
            end = start;
            return;
        }
        int at = in.read();
        if (!tags.next(in)) {
            return;
        }
        if (tags.isApplication()) {
            value.read(in, tags);
            end = in.offset();
            single = value.isKnown() && tags.closes(in, closing);
        }
        if (!single) {
            in.seek(at);
            tags.leave(in);
            end = in.offset() - 1;
        }
        list.wrap(in.bytes(), start, Math.max(0, end - start));
    }

    /** Tells what it says of the device and of the process. */
    void tell(Reference of, Message message, PointValue.Origin origin, String source, Sink out) {
        if (single) {
            one(of, message, origin, source, out);
        } else if (of.property == Reference.PRIORITY_ARRAY && of.index < 0 && out.wantsPoints()) {
            priorities(of, message, origin, out);
        }
    }

    private void one(Reference of, Message message, PointValue.Origin origin, String source, Sink out) {
        boolean written = origin == PointValue.Origin.WRITE;
        if (of.type == Reference.DEVICE && !written) {
            identity.tell(of.property, value, message.device(out), source, out);
            return;
        }
        if (out.wantsPoints() && (value.isScalar() || of.property == Reference.PRESENT_VALUE || written)) {
            point(of, of.index, message, origin, out);
        }
    }

    private void point(Reference of, long index, Message message, PointValue.Origin origin, Sink out) {
        value.to(out.reading(), out);
        out.point(message.device(out), of.space(), of.instance, of.element(index, out), value.typeName(), origin);
    }

    /** Sixteen values, null where nobody commands (clause 19.2). */
    private void priorities(Reference of, Message message, PointValue.Origin origin, Sink out) {
        for (int i = 1; i <= PRIORITIES && list.left() > 0 && tags.next(list); i++) {
            if (!tags.isApplication()) {
                return;
            }
            value.read(list, tags);
            point(of, i, message, origin, out);
        }
    }
}
