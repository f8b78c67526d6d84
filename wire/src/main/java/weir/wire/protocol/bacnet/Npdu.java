// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import weir.wire.Cursor;
import weir.wire.Phrase;
import weir.wire.Sink;

/**
 * The header of the network layer (ANSI/ASHRAE 135 clause 6.2): which devices behind routers speak to which.
 *
 * <pre>
 * 01 | control | network u16, length, address to | network u16, length, address from | hop count | message type
 * </pre>
 */
final class Npdu {

    private static final int VERSION = 1;
    private static final int NETWORK_MESSAGE = 0x80;
    private static final int DESTINATION = 0x20;
    private static final int SOURCE = 0x08;
    private static final int RESERVED = 0x50;
    private static final int EVERY_NETWORK = 0xffff;
    /** The usual port and the fifteen after it: an address that ends in one is one of BACnet/IP. */
    private static final int PORTS = 0xbac;

    private final Phrase phrase = new Phrase();
    private int control;
    private String destination = "";
    private String source = "";

    /** Whether a header that makes sense begins here, and a message that does after it. */
    static boolean plausible(Cursor in, boolean whole) {
        int at = length(in);
        if (at <= 0) {
            return false;
        }
        if ((in.peek(1) & NETWORK_MESSAGE) != 0) {
            return NetworkMessage.of(in.peek(at)) != null;
        }
        return Apdu.plausible(in, at, whole);
    }

    /** How long the header that begins here is; -1 where it is none. */
    private static int length(Cursor in) {
        int control = in.peek(1);
        if (in.peek(0) != VERSION || control < 0 || (control & RESERVED) != 0) {
            return -1;
        }
        int at = 2;
        if ((control & DESTINATION) != 0) {
            at += 3 + Math.max(0, in.peek(at + 2));
        }
        if ((control & SOURCE) != 0) {
            int address = in.peek(at + 2);
            if (address == 0) {
                return -1;
            }
            at += 3 + Math.max(0, address);
        }
        return at + ((control & DESTINATION) != 0 ? 1 : 0);
    }

    /** Passes over a header; false where it is none. */
    static boolean skip(Cursor in) {
        int length = length(in);
        in.skip(length);
        return length > 0 && in.ok();
    }

    /** Reads the header; false where it is none. */
    boolean read(Cursor in, Sink out) {
        destination = "";
        source = "";
        int version = in.u8();
        control = in.u8();
        if (version != VERSION || !in.ok()) {
            out.violation("unknown_version", version);
            return false;
        }
        if ((control & DESTINATION) != 0) {
            destination = behind(in, out);
        }
        if ((control & SOURCE) != 0) {
            source = behind(in, out);
        }
        if ((control & DESTINATION) != 0) {
            in.skip(1);
        }
        if (!in.ok()) {
            out.violation("malformed", in.read());
        }
        return in.ok();
    }

    private String behind(Cursor in, Sink out) {
        int network = in.u16();
        int length = in.u8();
        if (!in.ok() || network == EVERY_NETWORK) {
            in.skip(length);
            return "";
        }
        phrase.begin().add("network ").decimal(network);
        if (length > 0) {
            phrase.add(" station ");
            station(in, length);
        }
        return in.ok() ? phrase.take(out) : "";
    }

    private void station(Cursor in, int length) {
        if (length == 1) {
            phrase.decimal(in.u8());
        } else if (length == 6 && in.peek16(4) >> 4 == PORTS) {
            phrase.ip(in.u32()).add(':').decimal(in.u16());
        } else {
            for (int i = 0; i < length && in.ok(); i++) {
                phrase.hex(in.u8(), 2);
            }
        }
    }

    boolean isNetworkMessage() {
        return (control & NETWORK_MESSAGE) != 0;
    }

    /** The device behind a router that it goes to, or "". */
    String destination() {
        return destination;
    }

    /** The device behind a router that it comes from, or "". */
    String source() {
        return source;
    }
}
