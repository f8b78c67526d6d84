// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import weir.model.Attribute;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * Who is there and what they have (ANSI/ASHRAE 135 clauses 16.9 to 16.11).
 *
 * <pre>
 * who is       ([0] lowest | [1] highest)?
 * i am         device | largest message | segmentation | vendor
 * who has      ([0] lowest | [1] highest)? | [2] object or [3] name
 * i have       device | object | name
 * who am i     vendor | model | serial         you are   vendor | model | serial | device? | address?
 * </pre>
 */
final class Discovery {

    private static final int EVERY = 0x3f_ffff;

    private final Message message;
    private final Tags tags = new Tags();
    private final Reference reference = new Reference();
    private final Value value = new Value();
    private final DeviceIdentity identity = new DeviceIdentity();

    Discovery(Message message) {
        this.message = message;
    }

    void whoIs(Cursor in, Sink out) {
        range(in, out);
        if (in.ok()) {
            message.end(out);
        }
    }

    private void range(Cursor in, Sink out) {
        message.begin(out).space("device");
        if (tags.has(in, 0)) {
            long low = tags.unsigned(in);
            long high = tags.unsigned(in, 1);
            if (in.ok() && high >= low && !(low == 0 && high == EVERY)) {
                out.range("device", low, high - low + 1);
            }
        }
    }

    void iAm(Cursor in, Sink out) {
        reference.object(tags.application(in, Tags.OBJECT));
        tags.application(in, Tags.UNSIGNED);
        tags.application(in, Tags.ENUMERATED);
        long vendor = tags.application(in, Tags.UNSIGNED);
        if (!in.ok()) {
            return;
        }
        message.end(reference.on(message.begin(out)));
        out.fact("bacnet", "vendor", vendor);
        Subject device = message.device(out);
        identity.instance(device, reference.instance, "I-Am", out);
        DeviceIdentity.vendor(device, vendor, "I-Am", out);
    }

    void whoHas(Cursor in, Sink out) {
        range(in, out);
        if (tags.has(in, 2)) {
            reference.object(tags.unsigned(in));
            reference.on(out);
        } else if (tags.has(in, 3)) {
            out.symbol(value.characters(in, tags, out));
        } else {
            in.fail();
        }
        if (in.ok()) {
            message.end(out);
        }
    }

    void iHave(Cursor in, Sink out) {
        reference.object(tags.application(in, Tags.OBJECT));
        long device = reference.instance;
        reference.object(tags.application(in, Tags.OBJECT));
        String name = text(in, out);
        if (!in.ok()) {
            return;
        }
        message.end(
                message.begin(out).object(reference.space(), reference.instance).symbol(name));
        identity.instance(message.device(out), device, "I-Have", out);
        if (reference.type == Reference.DEVICE) {
            out.identity(message.device(out), Attribute.NAME, name, "I-Have", DeviceIdentity.SURE);
        }
    }

    private String text(Cursor in, Sink out) {
        if (!tags.next(in) || !tags.isApplication() || tags.number() != Tags.CHARACTER_STRING) {
            in.fail();
            return "";
        }
        return value.characters(in, tags, out);
    }

    void whoAmI(Cursor in, Sink out) {
        long vendor = tags.application(in, Tags.UNSIGNED);
        String model = text(in, out);
        String serial = text(in, out);
        if (!in.ok()) {
            return;
        }
        message.end(message.begin(out).symbol(serial));
        Subject device = message.device(out);
        DeviceIdentity.vendor(device, vendor, "Who-Am-I", out);
        out.identity(device, Attribute.MODEL, model, "Who-Am-I", DeviceIdentity.SURE);
        out.identity(device, Attribute.SERIAL, serial, "Who-Am-I", DeviceIdentity.SURE);
    }

    void youAre(Cursor in, Sink out) {
        tags.application(in, Tags.UNSIGNED);
        text(in, out);
        String serial = text(in, out);
        reference.object((long) Reference.DEVICE << 22 | EVERY);
        if (in.left() > 0 && in.peek(0) >> 4 == Tags.OBJECT) {
            reference.object(tags.application(in, Tags.OBJECT));
        }
        if (in.ok()) {
            message.end(message.begin(out).object("device", reference.instance).symbol(serial));
        }
    }
}
