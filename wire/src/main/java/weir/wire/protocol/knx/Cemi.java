// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.knx;

import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Pending;
import weir.wire.Sink;

/**
 * Frames of the bus in the common external message interface (KNX 03_06_03 clause 4).
 *
 * <pre>
 * L_Data      code u8 | length u8, information | control, control u8 | source u16 | destination u16 | length u8 | TPDU
 *             control, second: 80 for a group; first: 01 not acknowledged, in confirmations
 *   TPDU      80 connect, 81 disconnect, c2 acknowledged, c3 not; else two bits of the service, eight of them and data
 * M_Prop      code u8 | object type u16 | instance u8 | property u8 | count, 4 bits, start, 12 bits | data
 *             count 0 in an answer: refused, data is the reason
 * </pre>
 */
final class Cemi {

    private static final int DATA_REQUEST = 0x11;
    private static final int DATA_CONFIRMATION = 0x2e;
    private static final int DATA_INDICATION = 0x29;

    /** Questions that wait for their answer, by address and service. */
    private static final int WAITING = 64;

    private static final long CONFIRMATION = 1L << 40;

    private final BusAddress addresses;
    private final BusContent content;
    private final InterfaceObjects objects;
    private final Pending pending = new Pending(WAITING);
    private final Cursor user = new Cursor();

    Cemi(Descriptions descriptions, BusAddress addresses) {
        this.addresses = addresses;
        content = new BusContent(descriptions);
        objects = new InterfaceObjects(descriptions, pending);
    }

    /** Whether a frame of this code goes from client to interface. */
    static boolean isAsked(int code) {
        return switch (code) {
            case DATA_REQUEST, 0x10, 0x13, 0x41, 0x4a, 0xfc, 0xf6, 0xf8, 0xf9, 0xf1 -> true;
            default -> false;
        };
    }

    void read(Cursor in, boolean routed, Sink out) {
        int code = in.u8();
        if (!in.ok()) {
            return;
        }
        if (code == DATA_REQUEST || code == DATA_CONFIRMATION || code == DATA_INDICATION) {
            data(code, in, routed, out);
        } else {
            objects.read(code, in, out);
        }
    }

    private void data(int code, Cursor in, boolean routed, Sink out) {
        in.skip(in.u8());
        boolean failed = (in.u8() & 1) != 0 && code == DATA_CONFIRMATION;
        boolean group = (in.u8() & 0x80) != 0;
        int source = in.u16();
        int destination = in.u16();
        int length = in.u8();
        int first = in.u8();
        if (!in.ok() || in.left() < length) {
            in.fail();
            return;
        }
        content.begin(source, destination, group);
        if (length == 0) {
            transport(first, code, routed, out);
            return;
        }
        in.slice(length, user);
        int bits = (first & 3) << 8 | user.u8();
        BusService asked = BusService.asked(bits);
        BusService answered = asked == null ? BusService.answered(bits) : null;
        if (answered != null) {
            answer(answered, code, bits, user, out);
        } else {
            request(asked == null ? BusService.OTHER_BUS_SERVICE : asked, code, bits, failed, routed, user, out);
        }
    }

    private void transport(int control, int code, boolean routed, Sink out) {
        BusService service = switch (control & 0xc3) {
            case 0x80 -> BusService.DEVICE_CONNECT;
            case 0x81 -> BusService.DEVICE_DISCONNECT;
            default -> BusService.DEVICE_ACKNOWLEDGE;
        };
        target(begin(service, code, routed, out), out).tell();
    }

    /** A request of a client, its confirmation by the interface, or what somebody else asks on the bus. */
    private static Sink begin(BusService service, int code, boolean routed, Sink out) {
        return switch (code) {
            case DATA_REQUEST -> out.request(service);
            case DATA_CONFIRMATION -> out.response(service).qualifier("confirmed");
            default -> routed ? out.request(service) : out.notice(service);
        };
    }

    private Sink target(Sink said, Sink out) {
        if (content.isGroup()) {
            return said.range("group", -1, 1).symbol(addresses.group(content.destination(), out));
        }
        return said.unit(addresses.device(content.destination(), out));
    }

    private void request(BusService service, int code, int bits, boolean failed, boolean routed, Cursor in, Sink out) {
        long key = key(service, content.destination());
        target(begin(service, code, routed, out), out);
        if (code == DATA_CONFIRMATION) {
            if (pending.take(CONFIRMATION | key)) {
                out.since(pending.time());
            }
            if (failed) {
                out.refused(1, "not_acknowledged");
            }
        }
        if (!content.isGroup()) {
            content.about(service, bits, in, out);
        }
        Operation told = out.tell();
        if (code == DATA_REQUEST) {
            pending.ask(CONFIRMATION | key, told, out.time(), 0);
        }
        if (code != DATA_CONFIRMATION) {
            pending.ask(key, told, out.time(), 0);
            content.asked(service, bits, in, addresses, code == DATA_INDICATION && !routed, out);
        }
    }

    /** An answer is of the group that was asked, or of the device that sends it. */
    private void answer(BusService service, int code, int bits, Cursor in, Sink out) {
        int of = content.isGroup() ? content.destination() : content.source();
        out.response(service);
        if (code == DATA_CONFIRMATION) {
            out.qualifier("confirmed");
        } else if (pending.take(key(service, of))) {
            out.since(pending.time());
        }
        if (content.isGroup()) {
            target(out, out);
        } else {
            out.unit(addresses.device(content.source(), out));
            content.about(service, bits, in, out);
        }
        out.tell();
        if (code != DATA_CONFIRMATION) {
            content.answered(service, bits, in, addresses, out);
        }
    }

    private long key(BusService service, int address) {
        return (long) service.ordinal() << 20 | (content.isGroup() ? 1 << 16 : 0) | address;
    }
}
