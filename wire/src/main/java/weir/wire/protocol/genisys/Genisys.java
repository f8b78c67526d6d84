// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.genisys;

import java.util.List;
import weir.model.Operation;
import weir.model.PointValue.Origin;
import weir.model.Subject;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Crc16;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Likeness;
import weir.wire.Numbered;
import weir.wire.Pending;
import weir.wire.Protocol;
import weir.wire.Sink;

/**
 * GENISYS over TCP (Union Switch and Signal, "Genisys protocol"; ICSNPP-Genisys).
 *
 * <pre>
 * kind f1 to fe | station | pairs of number and value | check u16 | f6
 * </pre>
 *
 * An octet of f0 or higher inside is sent as f0 and its low four bits; some do not do so with the check. The check
 * (polynomial a001, begun with all ones, lowest octet first) is over what is before it, unescaped; an acknowledgement of
 * the client has none, a poll may have none. A station is a device behind the address ({@code station 1}).
 */
public final class Genisys implements Protocol {

    private static final int END = 0xf6;
    private static final int ESCAPE = 0xf0;

    /** Octets of a message with all 256 pairs escaped, and some more. */
    private static final int LONGEST = 1100;

    private static final Crc16 CHECK = new Crc16(0xa001, 0xffff);
    private static final List<Carrier> CARRIERS = List.of(Carrier.tcp(10001));

    @Override
    public String name() {
        return "genisys";
    }

    @Override
    public List<Carrier> carriers() {
        return CARRIERS;
    }

    @Override
    public Likeness probe(Cursor in, Transport over) {
        int size = frame(in);
        if (size <= 0) {
            return size == Dialogue.MORE ? Likeness.MORE : Likeness.NO;
        }
        Message message = new Message();
        if (in.left() > size && Kind.of(in.peek(size)) == null) {
            return Likeness.NO;
        }
        message.read(in, size);
        return message.checked && message.good ? Likeness.SURE : message.checked ? Likeness.NO : Likeness.MAYBE;
    }

    @Override
    public Dialogue open() {
        return new Conversation();
    }

    static int frame(Cursor in) {
        if (in.left() > 0 && Kind.of(in.peek(0)) == null) {
            return Dialogue.LOST;
        }
        for (int at = 1; at < in.left(); at++) {
            int octet = in.peek(at);
            if (octet == END) {
                return at < 2 ? Dialogue.LOST : at + 1;
            }
            boolean afterEscape = in.peek(at - 1) == ESCAPE && at > 1;
            boolean high = octet > ESCAPE || afterEscape && octet > 0x0f;
            if (high && !mayBeCheck(in, at) || at > LONGEST) {
                return Dialogue.LOST;
            }
        }
        return Dialogue.MORE;
    }

    /** Whether the end follows an octet at once, or after one more, as far as that can be told. */
    private static boolean mayBeCheck(Cursor in, int at) {
        int next = in.peek(at + 1);
        int second = in.peek(at + 2);
        return at > 1 && (next < 0 || next == END || second < 0 || second == END);
    }

    /** A message without its escapes. */
    private static final class Message {
        final byte[] octets = new byte[LONGEST];
        final Cursor data = new Cursor();
        boolean checked;
        boolean good;

        /** Check as sent, -1 where there is none, and as it should be. */
        int sent;

        int right;

        void read(Cursor in, int size) {
            int count = unescape(in, size - 1);
            checked = count >= 4;
            if (!checked) {
                sent = -1;
                data.wrap(octets, 0, count);
                return;
            }
            sent = octets[count - 2] & 0xff | (octets[count - 1] & 0xff) << 8;
            count -= 2;
            right = CHECK.of(octets, 0, count);
            good = right == sent;
            if (!good && size > 5) {
                count = unescape(in, size - 3);
                sent = in.peek16le(size - 3);
                right = CHECK.of(octets, 0, count);
                good = right == sent;
            }
            data.wrap(octets, 0, count);
        }

        /** Takes the escapes out of so many octets; gives how many are left. */
        private int unescape(Cursor in, int size) {
            int count = 0;
            for (int at = 0; at < size && count < octets.length; at++) {
                int octet = in.peek(at);
                if (octet == ESCAPE && at + 1 < size) {
                    octet |= in.peek(++at) & 0x0f;
                }
                octets[count++] = (byte) octet;
            }
            return count;
        }
    }

    private static final class Conversation implements Dialogue {

        private static final Numbered STATION = new Numbered("station ");

        private final Message message = new Message();

        /** One request at a time waits at each station. */
        private final Pending pending = new Pending(64);

        @Override
        public int frame(Cursor in, Direction way) {
            return Genisys.frame(in);
        }

        @Override
        public Direction direction(Cursor in, Direction presumed) {
            Kind kind = Kind.of(in.peek(0));
            return kind == null ? presumed : kind.isAnswer() ? Direction.TO_CLIENT : Direction.TO_SERVER;
        }

        @Override
        public void message(Cursor in, Direction way, Sink out) {
            int size = Genisys.frame(in);
            if (size <= 0) {
                out.violation(size == LOST ? "not_a_message" : "truncated", in.left());
                return;
            }
            message.read(in, size);
            Cursor data = message.data;
            Kind kind = Kind.of(data.u8());
            int station = data.u8();
            if (kind == null || !data.ok()) {
                out.violation("truncated", in.left());
                return;
            }
            if (out.wantsRows()) {
                GenisysLog.tell(kind, station, message.sent, message.right, data, out);
            }
            if (message.checked && !message.good) {
                out.violation("bad_checksum", station);
                return;
            }
            if (data.left() % 2 != 0) {
                out.violation("odd_payload", data.left());
            }
            String unit = STATION.of(station);
            if (kind.isAnswer()) {
                answer(kind, station, unit, out);
            } else {
                Operation told = out.request(kind).unit(unit).tell();
                pending.ask(station, told, out.time(), 0);
                values("control", data, out.receiver(unit), Origin.WRITE, out);
            }
        }

        private void answer(Kind kind, int station, String unit, Sink out) {
            boolean met = pending.take(station);
            if (met) {
                out.response(kind).since(pending.time());
            } else {
                out.notice(kind);
            }
            out.unit(unit).tell();
            boolean indications = kind == Kind.INDICATION_DATA;
            values(
                    indications ? "indication" : "control",
                    message.data,
                    out.sender(unit),
                    indications ? Origin.READ : Origin.REPORTED,
                    out);
        }

        private static void values(String objects, Cursor data, Subject device, Origin origin, Sink out) {
            while (out.wantsPoints() && data.left() >= 2) {
                int index = data.u8();
                out.reading().integer(data.u8());
                out.point(device, objects, index, "", "u8", origin);
            }
        }
    }
}
