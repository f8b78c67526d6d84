// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.modbus;

import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/** The Modbus message being read: its header, and a cursor on its data. */
final class ModbusMessage {

    private static final int PORT = 502;
    private static final int NO_UNIT = 255;
    private static final Numbered UNIT = new Numbered("unit ");

    /** The data, behind the function code. */
    final Cursor data = new Cursor();

    int transaction;

    /** As on the wire. */
    int unitNumber;

    /** Function code without the bit that refuses. */
    int code;

    boolean refuses;

    /** Reads the header; false where there is none, or what it announces is not all there. */
    boolean open(Cursor in, Sink out) {
        transaction = in.u16();
        int protocol = in.u16();
        int length = in.u16();
        unitNumber = in.u8();
        if (!in.ok() || length - 1 > in.left()) {
            out.violation("truncated", length);
            return false;
        }
        if (protocol != 0) {
            out.violation("protocol_id", protocol);
            return false;
        }
        if (length < 2) {
            out.violation("length_mismatch", length);
            return false;
        }
        if (length - 1 < in.left()) {
            out.violation("length_mismatch", length);
        }
        in.slice(length - 1, data);
        int function = data.u8();
        code = function & ~Modbus.REFUSAL;
        refuses = function >= Modbus.REFUSAL;
        return true;
    }

    /** The fields as tshark counts them: the port alone says which way a message goes. */
    void count(Sink out) {
        if (!out.counting()) {
            return;
        }
        if (out.at().destinationPort() == PORT) {
            out.fact("modbus", "fc.request", code);
        } else {
            out.fact("modbus", out.at().sourcePort() == PORT ? "fc.response" : "fc.other", code);
        }
        out.fact("modbus", "unit", unitNumber);
        if (refuses && data.left() > 0) {
            out.fact("modbus", "exception", data.peek(0));
        } else if (code == ModbusFunction.DIAGNOSTICS.code() && data.left() > 1) {
            out.fact("modbus", "diag", data.peek16(0));
        }
    }

    @Nullable
    ModbusFunction function() {
        return ModbusFunction.of(code);
    }

    /** Joins a request and its answer. */
    long key() {
        return (long) unitNumber << 24 | (long) code << 16 | transaction;
    }

    /**
     * The device behind the address, as a text. A server that is no gateway is addressed by its IP address alone: 255
     * is the unit then, and 0 is accepted too (Implementation Guide V1.0b, on the unit identifier), so both mean the
     * device itself. At a gateway 0 is a broadcast to all devices behind it, see {@link #mayBeBroadcast}.
     */
    String unit() {
        return unitNumber == 0 || unitNumber == NO_UNIT ? "" : UNIT.of(unitNumber);
    }

    boolean mayBeBroadcast() {
        return unitNumber == 0;
    }

    /** Whether the data ended before what was read of it, which is then told. */
    boolean isCut(Sink out) {
        if (data.ok()) {
            return false;
        }
        out.violation("truncated", code);
        return true;
    }

    /** All was read that the layout knows: tells of what is left. */
    void end(Sink out) {
        if (data.left() > 0) {
            out.violation("length_mismatch", data.left());
        }
    }
}
