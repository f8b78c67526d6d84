// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mqtt;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Pending;
import weir.wire.Sink;
import weir.wire.protocol.AskedObjects;

/**
 * What a client wants to be told (MQTT 5.0, 3.8 to 3.11).
 *
 * <pre>
 * SUBSCRIBE    number u16 | properties (5) | filter, options u8, ...  ->  number u16 | properties (5) | code u8, ...
 * UNSUBSCRIBE  number u16 | properties (5) | filter, ...              ->  number u16 | (5) properties, code u8, ...
 * </pre>
 */
final class Subscriptions {

    private static final String[] QOS = {"qos 0", "qos 1", "qos 2", "qos 3"};

    private final Session session;
    private final Properties properties;
    private final Cursor ahead = new Cursor();

    Subscriptions(Session session, Properties properties) {
        this.session = session;
        this.properties = properties;
    }

    void ask(PacketType type, Cursor in, Sink out) {
        int number = in.u16();
        boolean subscribes = type == PacketType.SUBSCRIBE;
        if (session.version == Session.FIVE || session.version == 0 && !areFilters(in, subscribes)) {
            properties.read(in, out);
        }
        if (!in.ok() || !areFilters(in, subscribes)) {
            out.violation("malformed_packet", type.code());
            return;
        }
        session.filters.begin();
        Operation first = null;
        while (in.left() > 0) {
            String filter = out.text(in, in.u16());
            String options = subscribes ? QOS[in.u8() & 3] : "";
            Operation told = out.request(type)
                    .space(Publications.TOPIC)
                    .symbol(filter)
                    .qualifier(options)
                    .tell();
            session.filters.add(told);
            first = first == null ? told : first;
        }
        if (first != null) {
            long key = Session.key(Direction.TO_SERVER, number);
            session.pending.ask(key, first, out.time(), session.filters.note());
        }
    }

    /** Whether filters, each with its options, are all that is there. */
    private boolean areFilters(Cursor in, boolean options) {
        ahead.wrap(in.bytes(), in.offset(), in.left());
        int count = 0;
        while (ahead.left() > 0) {
            int length = ahead.u16();
            ahead.skip(length + (options ? 1 : 0));
            if (length == 0) {
                return false;
            }
            count++;
        }
        return ahead.ok() && count > 0;
    }

    void answer(PacketType type, Cursor in, Sink out) {
        int number = in.u16();
        Pending pending = session.pending;
        boolean found = pending.take(Session.key(Direction.TO_SERVER, number));
        long note = found ? pending.note() : 0;
        int asked = AskedObjects.count(note);
        boolean five = session.version == Session.FIVE || session.version == 0 && found && in.left() > asked;
        if (five) {
            properties.read(in, out);
        }
        if (!in.ok() || type == PacketType.SUBSCRIBE && in.left() == 0) {
            out.violation("malformed_packet", type.code() + 1L);
            return;
        }
        int codes = Math.max(in.left(), Math.max(1, type == PacketType.UNSUBSCRIBE && in.left() == 0 ? asked : 0));
        for (int i = 0; i < codes; i++) {
            int code = in.left() > 0 ? in.u8() : 0;
            tell(type, found, session.filters.at(note, i), code, out);
        }
    }

    private void tell(PacketType type, boolean found, @Nullable Operation request, int code, Sink out) {
        out.response(type);
        if (request != null) {
            out.like(request);
        }
        if (found) {
            out.since(session.pending.time());
        }
        if (type == PacketType.SUBSCRIBE && code < QOS.length) {
            out.qualifier(QOS[code]);
        }
        Reasons.outcome(code, out).tell();
    }
}
