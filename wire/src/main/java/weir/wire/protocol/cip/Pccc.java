// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import weir.model.Attribute;
import weir.model.Operation;
import weir.model.PointValue;
import weir.model.Subject;
import weir.model.Transfer;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/**
 * PCCC, what PLC-5, SLC 500 and MicroLogix controllers speak, in a service of CIP class 0x67. Rockwell 1770-6.5.16:
 *
 * <pre>
 * requester: length u8, itself included | vendor u16 | serial u32
 * request:   CMD u8 | STS u8 = 0 | TNS u16 | FNC u8 (commands 6, 7 and 15) | data
 * answer:    CMD u8 with bit 6 | STS u8 | TNS u16 | EXT STS u8 (where STS is 0xf0) | data
 * </pre>
 */
final class Pccc {

    private static final int EXTENDED = 0xf0;
    private static final int DIAGNOSTIC_STATUS = 0x0603;
    private static final int SURE = 5;

    private static final Numbered MODE = new Numbered("mode ");

    private final PcccAddress address = new PcccAddress();

    void request(Cursor in, Exchange asked, Sink out) {
        out.speaking("pccc");
        skipRequester(in);
        int command = in.u8();
        in.skip(3);
        int function = PcccFunctions.hasFunction(command) ? in.u8() : 0;
        PcccFunctions.Function what = PcccFunctions.of(command, function);
        address.read(in, command << 8 | function);
        if (!in.ok()) {
            out.violation("truncated", in.read());
            return;
        }
        asked.fileType = address.fileType;
        asked.offset = command << 8 | function;
        out.request(what).unit(asked.unit).qualifier(mode(in, what));
        if (!address.space.isEmpty()) {
            out.range(address.space, address.element, address.count).symbol(address.symbol(out));
        }
        Operation told = out.tell();
        asked.operation = told;
        if (out.wantsPoints() && address.writes) {
            values(in, asked, told, out.receiver(asked.unit), PointValue.Origin.WRITE, out);
        }
    }

    /** The mode that a controller is sent into: 1770-6.5.16, "change mode" and "set CPU mode". */
    private static String mode(Cursor in, PcccFunctions.Function what) {
        return switch (what.code()) {
            case PcccFunctions.CHANGE_MODE, PcccFunctions.SET_CPU_MODE ->
                switch (in.peek(0)) {
                    case -1 -> "";
                    case 1 -> "remote program";
                    case 6 -> "remote run";
                    case 7 -> "remote test continuous";
                    case 8 -> "remote test single scan";
                    case 9 -> "remote test debug";
                    default -> MODE.of(in.peek(0));
                };
            default -> "";
        };
    }

    void answer(Cursor in, Exchange asked, Operation request, Sink out) {
        out.speaking("pccc");
        skipRequester(in);
        in.skip(1);
        int status = in.u8();
        in.skip(2);
        int extended = status == EXTENDED ? in.u8() : 0;
        if (!in.ok()) {
            out.violation("truncated", in.read());
            return;
        }
        out.response(request.service())
                .like(request)
                .qualifier(request.qualifier())
                .since(asked.asked);
        if (status != 0) {
            int code = status == EXTENDED ? EXTENDED << 8 | extended : status;
            out.refused(code, PcccFunctions.status(status, extended)).tell();
            return;
        }
        out.tell();
        if (asked.offset == DIAGNOSTIC_STATUS) {
            diagnosed(in, out.sender(asked.unit), out);
        } else if (asked.fileType == 0) {
            moved(request, asked.unit, in.left(), out);
        } else if (out.wantsPoints()) {
            values(in, asked, request, out.sender(asked.unit), PointValue.Origin.READ, out);
        }
    }

    private static void skipRequester(Cursor in) {
        int length = in.u8();
        if (length == 0) {
            in.fail();
        }
        in.skip(length - 1);
    }

    /**
     * The status of an SLC 500 or MicroLogix: mode and status u8 | 0xee | interface type u8 | processor type u8 | series
     * and revision u8 | bulletin name 11 | major error u16 | processor mode u8 in bits 0-4. Others answer otherwise.
     */
    private static void diagnosed(Cursor in, Subject controller, Sink out) {
        if (in.peek(1) != 0xee) {
            return;
        }
        in.skip(5);
        String name = out.text(in, 11);
        in.skip(2);
        if (!in.ok()) {
            return;
        }
        out.identity(controller, Attribute.MODEL, name.strip(), "diagnostic status", SURE);
        String mode = switch (in.peek(0) & 31) {
            case 1 -> "remote program";
            case 3, 27 -> "suspend";
            case 6 -> "remote run";
            case 7 -> "remote test continuous";
            case 8 -> "remote test single scan";
            case 17 -> "program";
            case 30 -> "run";
            default -> "";
        };
        out.identity(controller, Attribute.MODE, in.left() > 0 ? mode : "", "diagnostic status", SURE);
    }

    private void values(
            Cursor in, Exchange asked, Operation request, Subject subject, PointValue.Origin origin, Sink out) {
        int size = PcccAddress.size(asked.fileType);
        boolean real = asked.fileType == PcccAddress.FLOAT;
        boolean wide = asked.fileType == PcccAddress.LONG;
        if (!real && !wide && size != 2 || !request.target().symbol().isEmpty()) {
            return;
        }
        long element = request.target().first();
        for (; in.left() >= size; element++) {
            if (real) {
                out.reading().clear().number(in.f32le());
            } else {
                out.reading().clear().integer(wide ? in.i32le() : in.i16le());
            }
            String type = real ? "float" : wide ? "long" : "integer";
            out.point(subject, request.target().space(), element, "", type, origin);
        }
    }

    /** Tells of a program that moves. */
    private static void moved(Operation request, String unit, long bytes, Sink out) {
        switch (request.service().code()) {
            case PcccFunctions.DOWNLOAD_ALL, PcccFunctions.ENTER_DOWNLOAD, PcccFunctions.DOWNLOAD ->
                moved(unit, Transfer.Way.INTO_DEVICE, Transfer.State.STARTED, 0, out);
            case PcccFunctions.DOWNLOAD_COMPLETED ->
                moved(unit, Transfer.Way.INTO_DEVICE, Transfer.State.COMPLETE, 0, out);
            case PcccFunctions.UPLOAD_ALL, PcccFunctions.ENTER_UPLOAD, PcccFunctions.UPLOAD ->
                moved(unit, Transfer.Way.OUT_OF_DEVICE, Transfer.State.STARTED, bytes, out);
            case PcccFunctions.UPLOAD_COMPLETED ->
                moved(unit, Transfer.Way.OUT_OF_DEVICE, Transfer.State.COMPLETE, bytes, out);
            default -> {}
        }
    }

    private static void moved(String unit, Transfer.Way way, Transfer.State state, long bytes, Sink out) {
        out.transfer(out.sender(unit), "program", "", way, state, bytes);
    }
}
