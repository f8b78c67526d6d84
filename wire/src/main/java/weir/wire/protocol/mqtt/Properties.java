// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mqtt;

import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * Properties of a packet of version 5 (MQTT 5.0, 2.2.2): their length, 7 bits an octet, then number u8 and value of
 * each.
 */
final class Properties {

    private static final int ASSIGNED_CLIENT = 0x12;
    private static final int TOPIC_ALIAS = 0x23;
    private static final int AUTHENTICATION_METHOD = 0x15;

    private final Cursor all = new Cursor();

    /** Alias that stands for the topic; 0 for none. */
    int topicAlias;

    /** Name that the broker gave to a client that had none. */
    String assignedClient = "";

    String authenticationMethod = "";

    /** Reads the properties that begin here and moves behind them; fails where they break the rules. */
    void read(Cursor in, Sink out) {
        topicAlias = 0;
        assignedClient = "";
        authenticationMethod = "";
        int length = length(in);
        in.slice(length, all);
        while (in.ok() && all.left() > 0) {
            property(out);
        }
        if (!all.ok()) {
            in.fail();
        }
    }

    private void property(Sink out) {
        int number = all.u8();
        switch (number) {
            case TOPIC_ALIAS -> topicAlias = all.u16();
            case ASSIGNED_CLIENT -> assignedClient = out.text(all, all.u16());
            case AUTHENTICATION_METHOD -> authenticationMethod = out.text(all, all.u16());
            default -> skip(number, all);
        }
    }

    /** Passes over a value; fails for a number that no property has. */
    private static void skip(int number, Cursor in) {
        switch (number) {
            case 0x01, 0x17, 0x19, 0x24, 0x25, 0x28, 0x29, 0x2a -> in.skip(1);
            case 0x13, 0x21, 0x22, 0x23 -> in.skip(2);
            case 0x02, 0x11, 0x18, 0x27 -> in.skip(4);
            case 0x0b -> length(in);
            case 0x03, 0x08, 0x09, 0x12, 0x15, 0x16, 0x1a, 0x1c, 0x1f -> in.skip(in.u16());
            case 0x26 -> {
                in.skip(in.u16());
                in.skip(in.u16());
            }
            default -> in.fail();
        }
    }

    /** A number of at most 28 bits, 7 an octet, lowest first. */
    static int length(Cursor in) {
        int length = 0;
        for (int shift = 0; shift < 28; shift += 7) {
            int octet = in.u8();
            length |= (octet & 0x7f) << shift;
            if (octet < 0x80) {
                return length;
            }
        }
        in.fail();
        return 0;
    }

    /** Whether what begins here can be the properties of a PUBLISH, and not the payload of an earlier version's. */
    boolean areOfPublish(Cursor in) {
        if (in.left() < 2) {
            return false;
        }
        int length = length(in);
        in.slice(length, all);
        while (in.ok() && all.left() > 0) {
            int number = all.u8();
            if (number > 0x0b && number != 0x23 && number != 0x26) {
                return false;
            }
            skip(number, all);
        }
        return in.ok() && all.ok() && (length > 0 || in.left() > 0);
    }
}
