// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.modbus;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Pending;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * Modbus/TCP: reads and writes the coils and registers of controllers, meters, drives, gateways.
 *
 * <pre>
 *  0         2         4         6      7          8
 *  +---------+---------+---------+------+----------+------------------+
 *  | trans-  | protocol| length  | unit | function | data             |
 *  | action  | 0       | of what |      | or with  | as the function  |
 *  |         |         | follows |      | 0x80 set | says             |
 *  +---------+---------+---------+------+----------+------------------+
 * </pre>
 *
 * All numbers are big-endian. The first seven octets are the MBAP header (MODBUS Messaging on TCP/IP Implementation
 * Guide V1.0b, section 3.1.3), the rest is the PDU (MODBUS Application Protocol Specification V1.1b3, section 4). An
 * answer repeats transaction, unit and function; with 0x80 set in the function it is a refusal and holds the reason.
 * No field says which of the two a message is. Objects are numbered from 0, as on the wire: the "40001" of manuals is
 * {@code holding_register 0}.
 */
public final class Modbus implements Protocol {

    /** Set in the function code of a refusal. */
    static final int REFUSAL = 0x80;

    private static final int HEADER = 6;
    private static final int FUNCTION = 7;

    /** A PDU has at most 253 octets; those of {@link Umas} grow with what both sides agree on. */
    private static final int LONGEST = 254;

    private static final int LONGEST_UMAS = 2048;

    /** Length of the simplest requests, functions 1 to 6. */
    private static final int SIMPLE = 6;

    @Override
    public String name() {
        return "modbus";
    }

    @Override
    public List<Carrier> carriers() {
        return List.of(Carrier.tcp(502), Carrier.udp(502));
    }

    /** Sure where the header's length and the function's layout agree; less than sure only where nothing follows. */
    @Override
    public Likeness probe(Cursor in, Transport over) {
        int size = frame(in);
        if (size == Dialogue.MORE) {
            return Likeness.MORE;
        }
        if (size == Dialogue.LOST || in.peek16(2) != 0) {
            return Likeness.NO;
        }
        int behind = in.left() - size;
        boolean follows = behind > 0 && canFollow(in, size);
        int code = in.peek(FUNCTION);
        in.skip(FUNCTION);
        Likeness likeness = probe(in, code, size - FUNCTION);
        if (behind > 0) {
            return follows && likeness == Likeness.SURE ? Likeness.SURE : Likeness.NO;
        }
        if (behind == 0 || likeness == Likeness.NO) {
            return likeness;
        }
        return over == Transport.TCP ? Likeness.MORE : Likeness.MAYBE;
    }

    /** Whether what is behind so many octets can begin another message. */
    private static boolean canFollow(Cursor in, int size) {
        int length = in.peek16(size + 4);
        return in.peek16(size + 2) <= 0 && (length < 0 || length >= 2 && length <= LONGEST_UMAS);
    }

    private static Likeness probe(Cursor pdu, int code, int length) {
        ModbusFunction function = ModbusFunction.of(code & ~REFUSAL);
        if (function == null) {
            return Likeness.MAYBE;
        }
        if (code >= REFUSAL) {
            return length == 2 && !ModbusAnswer.reason(pdu.peek(1)).isEmpty() ? Likeness.SURE : Likeness.MAYBE;
        }
        if (function.canBeRequest(pdu, length) || function.canBeAnswer(pdu, length)) {
            return Likeness.SURE;
        }
        boolean told = function.request().length(pdu) >= 0 && function.answer().length(pdu) >= 0;
        return told ? Likeness.NO : Likeness.MAYBE;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    /** Octets of the message that begins here, see {@link Dialogue#frame}; decided as soon as enough is there. */
    private static int frame(Cursor in) {
        int protocol = in.peek16(2);
        int length = in.peek16(4);
        int code = in.peek(FUNCTION);
        if (length >= 0 && (length < 2 || length > LONGEST_UMAS)) {
            return Dialogue.LOST;
        }
        if (protocol > 0 && (length >= 0 && length != SIMPLE || code > 6)) {
            return Dialogue.LOST; // another protocol, or a wrong number before what is else a simple request
        }
        if (code < 0) {
            return Dialogue.MORE;
        }
        boolean umas = (code & ~REFUSAL) == ModbusFunction.UNITY.code();
        return length > LONGEST && !umas ? Dialogue.LOST : HEADER + length;
    }

    private static final class Conversation implements Dialogue {

        /** Requests that wait for their answers; servers take 16 at most (Implementation Guide, section 4.2.2). */
        private static final int WAITING = 64;

        private final ModbusMessage message = new ModbusMessage();
        private final ModbusRequest request = new ModbusRequest();
        private final ModbusAnswer answer = new ModbusAnswer();
        private final Pending pending = new Pending(WAITING);
        private @Nullable Umas umas;
        private @Nullable ModbusLog log;

        /** An answer met its request, and no request was missed since: one that meets none is unasked for. */
        private boolean settled;

        @Override
        public int frame(Cursor in, Direction way) {
            return Modbus.frame(in);
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            if (!message.open(in, out)) {
                return;
            }
            message.count(out);
            if (out.wantsRows()) {
                log(way, out);
            }
            if (message.function() == ModbusFunction.UNITY) {
                if (umas == null) {
                    umas = new Umas();
                }
                umas.message(message, way, out.speaking("umas"));
                return;
            }
            if (way == Direction.TO_SERVER) {
                request.read(message, pending, out);
                return;
            }
            boolean met = pending.take(message.key());
            if (!met && settled) {
                out.violation("unsolicited_response", message.code);
            }
            settled |= met;
            answer.read(message, pending, out);
        }

        private void log(Direction way, Sink out) {
            if (log == null) {
                log = new ModbusLog();
            }
            log.tell(message, way == Direction.TO_SERVER, out);
        }

        @Override
        public @Nullable String speaks() {
            return umas == null ? null : "umas";
        }

        @Override
        public void lost(Direction way) {
            if (way == Direction.TO_SERVER) {
                settled = false;
            }
            if (umas != null) {
                umas.lost();
            }
        }

        @Override
        public Direction direction(Cursor in, Direction presumed) {
            int length = in.left() - FUNCTION;
            int code = in.peek(FUNCTION);
            if (code < 0 || code >= REFUSAL) {
                boolean refuses = code >= 0 && length == 2;
                return refuses ? Direction.TO_CLIENT : presumed;
            }
            ModbusFunction function = ModbusFunction.of(code);
            in.skip(FUNCTION);
            boolean asks = function != null && function.canBeRequest(in, length);
            boolean answers = function != null && function.canBeAnswer(in, length);
            if (asks == answers) {
                return presumed;
            }
            return asks ? Direction.TO_SERVER : Direction.TO_CLIENT;
        }
    }
}
