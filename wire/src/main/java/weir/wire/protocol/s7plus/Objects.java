// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.s7plus;

import weir.model.Attribute;
import weir.model.Subject;
import weir.model.Verb;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * Objects as they stand in messages: what is created, what a controller consists of.
 *
 * <pre>
 * a1 | number u32 | class v | flags v | attribute v | { a3 | attribute v | value } ... | objects in it | a2
 * </pre>
 */
final class Objects {

    private static final int BEGIN = 0xa1;
    private static final int END = 0xa2;
    private static final int ATTRIBUTE = 0xa3;
    private static final int RELATION = 0xa4;

    private static final int SESSION = 287;
    private static final int TEXT = 0x15;
    private static final int STRUCT = 0x17;
    private static final int MOST_ATTRIBUTES = 4096;

    private final Values values = new Values();
    private String name = "";
    private long kind;
    private boolean block;

    /** Name of the object last read, "" where it has none. */
    String name() {
        return name;
    }

    /** What it is: "session", "subscription", "block", or "object". */
    String kind() {
        if (kind == SESSION) {
            return "session";
        }
        if (isSubscription()) {
            return "subscription";
        }
        return block ? "block" : "object";
    }

    /** What creating it does. */
    Verb verb() {
        if (kind == SESSION) {
            return Verb.SESSION;
        }
        if (isSubscription()) {
            return Verb.SUBSCRIBE;
        }
        return block ? Verb.PROGRAM : Verb.CONFIGURE;
    }

    /** Subscription, subscriptions, reference to alarms; some controllers set a high bit in the class. */
    private boolean isSubscription() {
        return kind == 1001 || kind == 255 || kind == 2662 || name.startsWith("Subscription");
    }

    boolean isBlock() {
        return block;
    }

    /**
     * Reads the first object and those in it, as far as their values are of kinds that are known; tells who it speaks of.
     *
     * @param owner the device that the object speaks of
     * @param ofServer whether that is a controller
     */
    void read(Cursor in, Subject owner, boolean ofServer, Sink out) {
        name = "";
        kind = 0;
        block = false;
        int depth = 0;
        for (int i = 0; i < MOST_ATTRIBUTES && in.ok() && in.left() > 0; i++) {
            switch (in.u8()) {
                case BEGIN -> {
                    depth++;
                    in.skip(4);
                    long found = Packed.u32(in);
                    kind = depth == 1 ? found : kind;
                    Packed.u32(in);
                    Packed.u32(in);
                }
                case ATTRIBUTE -> attribute(in, depth, owner, ofServer, out);
                case RELATION -> {
                    Packed.u32(in);
                    in.skip(4);
                }
                case END -> {
                    depth--;
                    if (depth <= 0) {
                        return;
                    }
                }
                default -> {
                    return;
                }
            }
        }
    }

    private void attribute(Cursor in, int depth, Subject owner, boolean ofServer, Sink out) {
        long attribute = Packed.u32(in);
        block |= depth == 1 && Attributes.isOfBlock(attribute);
        if (in.peek(1) == TEXT && depth == 1) {
            text(in, (int) attribute, owner, ofServer, out);
        } else if (attribute == Attributes.SESSION_VERSION && in.peek(1) == STRUCT) {
            version(in, owner, out);
        } else {
            values.skip(in, out);
        }
    }

    private void text(Cursor in, int attribute, Subject owner, boolean ofServer, Sink out) {
        in.skip(2);
        long length = Packed.u32(in);
        if (length > in.left()) {
            in.fail();
            return;
        }
        int end = in.read() + (int) length;
        String text = out.text(in, (int) Math.min(255, length));
        in.seek(end);
        if (attribute == Attributes.NAME) {
            name = text;
        } else if (kind == SESSION && ofServer && attribute == Attributes.COMMENT) {
            out.identity(owner, Attribute.SYSTEM, text, "session", 4);
        } else if (kind == SESSION && !ofServer && attribute == Attributes.HOST) {
            out.identity(owner, Attribute.NAME, text, "session", 4);
        } else if (kind == SESSION && !ofServer && attribute == Attributes.APPLICATION) {
            out.identity(owner, Attribute.SOFTWARE, text, "session", 4);
        }
    }

    /** flags | 0x17 | id u32 | { member v | flags | type | value } ... 0 */
    private void version(Cursor in, Subject owner, Sink out) {
        in.skip(2 + 4);
        for (long member = Packed.u32(in); member != 0 && in.ok(); member = Packed.u32(in)) {
            if (member == Attributes.SYSTEM_VERSION && in.peek(1) == TEXT) {
                in.skip(2);
                system(in, (int) Packed.u32(in), owner, out);
            } else {
                values.skip(in, out);
            }
        }
    }

    /** {@code 1;6ES7 511-1AK00-0AB0;V1.0}: order number and firmware. */
    private static void system(Cursor in, int length, Subject owner, Sink out) {
        if (length < 0 || length > in.left()) {
            in.fail();
            return;
        }
        int end = in.read() + length;
        int order = after(in, 0, length);
        int firmware = after(in, order, length);
        if (order < firmware && in.peek(0) == '1') {
            in.skip(order);
            String number = out.text(in, firmware - order - 1);
            in.skip(1);
            String version = out.text(in, length - firmware);
            out.identity(owner, Attribute.VENDOR, "Siemens", "session version", 4);
            out.identity(owner, Attribute.ORDER_NUMBER, number, "session version", 5);
            out.identity(owner, Attribute.FIRMWARE, version, "session version", 5);
        }
        in.seek(end);
    }

    /** Place behind the next semicolon. */
    private static int after(Cursor in, int from, int length) {
        int at = from;
        while (at < length && in.peek(at) != ';') {
            at++;
        }
        return Math.min(length, at + 1);
    }
}
