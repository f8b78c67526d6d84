// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.modbus;

import weir.model.Attribute;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/** What a controller says of itself, and an engineering station of itself, in {@link Umas}. */
final class UmasIdentity {

    private static final String READ_ID = "UMAS Read ID";
    private static final String PROJECT = "UMAS Read Project Info";
    private static final String INFO = "UMAS Read PLC Info";
    private static final String RESERVATION = "UMAS Take PLC Reservation";
    private static final String START = "UMAS Start PLC";
    private static final String STOP = "UMAS Stop PLC";

    /** Project info that holds the name, see {@link #project}. */
    private static final int PROJECT_NAME = 0;

    /** Numbers that PLC info has, where the state behind them is known; where that is, and two of its values. */
    private static final int NUMBERS = 6;

    private static final int STATE = 60;
    private static final int STOPPED = 1;
    private static final int RUNNING = 2;

    private static final Numbered NUMBER = new Numbered("");

    private int version = -1;
    private String versionText = "";

    /** The answer to a request; {@code note} is the first octet of the request's data. */
    void read(UmasFunction function, long note, Cursor in, Subject device, Sink out) {
        if (function == UmasFunction.READ_ID) {
            controller(in, device, out);
        } else if (function == UmasFunction.READ_PROJECT_INFO && note == PROJECT_NAME) {
            project(in, device, out);
        } else if (function == UmasFunction.READ_PLC_INFO) {
            state(in, device, out);
        } else if (function == UmasFunction.START_PLC) {
            out.identity(device, Attribute.MODE, "run", START, 4);
        } else if (function == UmasFunction.STOP_PLC) {
            out.identity(device, Attribute.MODE, "stop", STOP, 4);
        }
    }

    /**
     * Range u16, ident u32, model u16, version u16, patch u16, internal version u16, hardware version u16, crash code
     * u32, unknown u16, length u8, name of the processor module, memory banks. The version is one octet a part, in
     * hexadecimal digits: 0x0270 is 2.70.
     */
    private void controller(Cursor in, Subject device, Sink out) {
        in.skip(8);
        int firmware = in.u16le();
        in.skip(4);
        int hardware = in.u16le();
        in.skip(6);
        String module = out.text(in, in.u8());
        if (!in.ok()) {
            return;
        }
        out.identity(device, Attribute.VENDOR, "Schneider Electric", READ_ID, 4);
        out.identity(device, Attribute.MODEL, module, READ_ID, 5);
        out.identity(device, Attribute.FIRMWARE, dotted(firmware), READ_ID, 4);
        out.identity(device, Attribute.HARDWARE, NUMBER.of(hardware), READ_ID, 3);
    }

    private String dotted(int number) {
        if (number != version) {
            version = number;
            versionText = String.format("%x.%02x", number >> 8, number & 0xff);
        }
        return versionText;
    }

    /** Two identifications of 9 octets, times of creation and change of 8, revision u32, length u8, name. */
    private static void project(Cursor in, Subject device, Sink out) {
        in.skip(38);
        String name = out.text(in, in.u8());
        if (in.ok()) {
            out.identity(device, Attribute.PROJECT, name, PROJECT, 5);
        }
    }

    /** Unknown u8, flags u16, count u8, that many check sums u32, unknown octets, state u8, unknown octets. */
    private static void state(Cursor in, Subject device, Sink out) {
        int state = in.peek(3) == NUMBERS ? in.peek(STATE) : 0;
        if (state == STOPPED || state == RUNNING) {
            out.identity(device, Attribute.MODE, state == RUNNING ? "run" : "stop", INFO, 3);
        }
    }

    /**
     * Who holds the reservation, none when nobody does: longest message u16, version of the firmware u16, unknown u32,
     * number u32, length u8, name, the last three as whoever took it gave them.
     */
    static String holder(Cursor in, Sink out) {
        in.skip(12);
        return out.text(in, in.u8());
    }

    /** Who asks for a reservation: number u32, length u8, name. */
    static String user(Cursor in, Sink out) {
        in.skip(4);
        return out.text(in, in.u8());
    }

    /** The tools give the name of the computer that they run on. */
    static void client(String name, Sink out) {
        out.identity(out.sender(), Attribute.NAME, name, RESERVATION, 4);
    }
}
