// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.fins;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Operation;
import weir.model.PointValue.Origin;
import weir.model.Service;
import weir.model.Subject;
import weir.model.Transfer;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Pending;
import weir.wire.Sink;

/** Answers: the end code, then what was asked for (OMRON W342 section 5-3). */
final class Answers {

    private static final int MODEL = 20;
    private static final int VERSION = 20;

    /** Octets of the model, version and size of a controller; the answer about its bus units alone is shorter. */
    private static final int CONTROLLER = 92;

    private static final Numbered UNIT = new Numbered("unit ");

    private final Places places;

    Answers(Places places) {
        this.places = places;
    }

    void read(Service service, String unit, @Nullable Pending asked, Cursor in, Sink out) {
        int end = in.u16();
        if (!Conversation.isWhole(in, out)) {
            return;
        }
        Operation request = asked == null ? null : asked.request();
        out.response(service).unit(unit);
        if (asked != null && request != null) {
            out.like(request).since(asked.time());
        }
        if (EndCode.of(end) != 0) {
            out.refused(EndCode.of(end), EndCode.word(end)).tell();
            if (!EndCode.isListed(end)) {
                out.violation("unknown_end_code", end);
            }
            return;
        }
        out.tell();
        Subject device = out.sender(request == null ? unit : request.target().unit());
        switch (service.code()) {
            case 0x0101 -> values(asked, request, device, in, out);
            case 0x0104 -> {
                if (asked != null && asked.note() == places.serial()) {
                    places.tell(in, device, out);
                }
            }
            case 0x0306 -> program(device, in, out);
            case 0x0501 -> controller(device, in, out);
            case 0x0502 -> modules(device, in, out);
            case 0x0601 -> status(device, in, out);
            case 0x2603 -> out.identity(device, Attribute.NAME, out.text(in, in.left()), "name read", 5);
            default -> {}
        }
    }

    private static void values(
            @Nullable Pending asked, @Nullable Operation request, Subject device, Cursor in, Sink out) {
        Area area = asked == null || asked.note() < 0 ? null : Area.of((int) asked.note());
        if (area == null || request == null) {
            return;
        }
        long count = request.target().count();
        if (in.left() != count * area.item().octets) {
            out.violation("length_mismatch", in.left());
            return;
        }
        area.tell(in, request.target().first(), count, device, Origin.READ, out);
    }

    /** Program u16, octet u32, octets u16, then these. */
    private static void program(Subject device, Cursor in, Sink out) {
        int number = in.u16();
        long from = in.u32();
        int octets = in.u16();
        if (Conversation.isWhole(in, out)) {
            Requests.moved(Transfer.Way.OUT_OF_DEVICE, device, number, from, octets, out);
        }
    }

    /** Model of 20 octets, version of 20, then sizes. */
    private static void controller(Subject device, Cursor in, Sink out) {
        if (in.left() < CONTROLLER) {
            return;
        }
        String model = out.text(in, MODEL);
        int behind = in.read() + VERSION;
        while (in.peek(0) == ' ' && in.read() < behind) {
            in.skip(1);
        }
        String version = out.text(in, behind - in.read());
        out.fact("fins", "model", model);
        out.identity(device, Attribute.VENDOR, "OMRON", "controller data read", 5);
        out.identity(device, Attribute.MODEL, model, "controller data read", 5);
        out.identity(device, Attribute.FIRMWARE, version, "controller data read", 5);
    }

    /** Number of units u8, then each: unit u8, model of 20 octets. */
    private static void modules(Subject device, Cursor in, Sink out) {
        int units = in.u8() & 0x7f;
        for (int i = 0; i < units && in.left() > MODEL; i++) {
            Subject module = out.subject(device.address(), UNIT.of(in.u8()));
            out.identity(module, Attribute.MODEL, out.text(in, MODEL), "connection data read", 5);
        }
    }

    /** Status u8 (running or not), mode u8. */
    private static void status(Subject device, Cursor in, Sink out) {
        in.skip(1);
        int number = in.u8();
        String mode = switch (in.ok() ? number : -1) {
            case 0 -> "program";
            case 1 -> "debug";
            case 2 -> "monitor";
            case 4 -> "run";
            default -> "";
        };
        out.identity(device, Attribute.MODE, mode, "controller status read", 5);
    }
}
