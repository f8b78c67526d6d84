// SPDX-License-Identifier: Apache-2.0
package weir.wire.designs;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import weir.wire.designs.Message.Malformed;
import weir.wire.designs.Message.ModbusRefusal;
import weir.wire.designs.Message.ModbusRequest;
import weir.wire.designs.Message.ModbusResponse;

/**
 * Modbus/TCP as a push decoder, functions 1 to 6, 15 and 16 and refusals. Header: transaction u16, 0 u16, length u16,
 * unit u8; then function u8 and its data (MODBUS Application Protocol V1.1b3, section 6).
 */
final class ModbusPush implements PushDecoder {

    /** Requests that wait for their answers, by the low bits of the transaction; both directions share them. */
    static final int WAITING = 64;

    private static final int HEADER = 8;
    private static final int LONGEST = 260;
    private static final int REFUSAL = 0x80;

    private final boolean fromClient;
    private final @Nullable ModbusRequest[] waiting;
    private final byte[] buffer = new byte[LONGEST];
    private int filled;
    /** Octets that must be there before the next step: the header's, or the whole message's. */
    private int wanted = HEADER;

    ModbusPush(boolean fromClient, @Nullable ModbusRequest[] waiting) {
        this.fromClient = fromClient;
        this.waiting = waiting;
    }

    @Override
    public void feed(byte[] data, int offset, int length, Consumer<Message> out) {
        int at = offset;
        int end = offset + length;
        while (at < end) {
            int count = Math.min(wanted - filled, end - at);
            System.arraycopy(data, at, buffer, filled, count);
            filled += count;
            at += count;
            advance(out);
        }
    }

    /** Takes the step for which enough is there, if it is. */
    private void advance(Consumer<Message> out) {
        if (filled == wanted && wanted == HEADER) {
            int length = u16(4);
            if (u16(2) != 0 || length < 2 || length > LONGEST - 6) {
                System.arraycopy(buffer, 1, buffer, 0, --filled); // no header: look one octet further on
                return;
            }
            wanted = 6 + length;
        }
        if (filled == wanted) {
            out.accept(fromClient ? request() : response());
            lost();
        }
    }

    @Override
    public void lost() {
        filled = 0;
        wanted = HEADER;
    }

    private Message request() {
        int function = u8(7);
        int data = filled - HEADER;
        switch (function) {
            case 1, 2, 3, 4 -> {
                return data < 4 ? truncated(function) : ask(function, u16(8), u16(10));
            }
            case 5, 6 -> {
                return data < 4 ? truncated(function) : ask(function, u16(8), 1);
            }
            case 15, 16 -> {
                return data < 5 || data < 5 + u8(12) ? truncated(function) : ask(function, u16(8), u16(10));
            }
            default -> {
                return new Malformed("unknown_function", function);
            }
        }
    }

    private Message ask(int function, int address, int count) {
        ModbusRequest request = new ModbusRequest(u16(0), u8(6), function, address, count);
        waiting[u16(0) % WAITING] = request;
        return request;
    }

    private Message response() {
        int function = u8(7) & ~REFUSAL;
        int data = filled - HEADER;
        ModbusRequest request = take(function);
        int address = request == null ? -1 : request.address();
        int count = request == null ? 0 : request.count();
        if (u8(7) >= REFUSAL) {
            return data < 1 ? truncated(function) : new ModbusRefusal(u16(0), u8(6), function, address, count, u8(8));
        }
        switch (function) {
            case 1, 2, 3, 4 -> {
                return data < 1 || data < 1 + u8(8) ? truncated(function) : answer(function, address, count);
            }
            case 5, 6 -> {
                return data < 4 ? truncated(function) : answer(function, u16(8), 1);
            }
            case 15, 16 -> {
                return data < 4 ? truncated(function) : answer(function, u16(8), u16(10));
            }
            default -> {
                return new Malformed("unknown_function", function);
            }
        }
    }

    private Message answer(int function, int address, int count) {
        return new ModbusResponse(u16(0), u8(6), function, address, count);
    }

    private @Nullable ModbusRequest take(int function) {
        int slot = u16(0) % WAITING;
        ModbusRequest request = waiting[slot];
        if (request == null
                || request.transaction() != u16(0)
                || request.unit() != u8(6)
                || request.function() != function) {
            return null;
        }
        waiting[slot] = null;
        return request;
    }

    private static Message truncated(int function) {
        return new Malformed("truncated", function);
    }

    private int u8(int index) {
        return buffer[index] & 0xff;
    }

    private int u16(int index) {
        return u8(index) << 8 | u8(index + 1);
    }
}
