// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mqtt;

import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Sink;

/** The reader of one connection between a client and a broker. */
final class Conversation implements Dialogue {

    private final Session session = new Session();
    private final Properties properties = new Properties();
    private final Connections connections = new Connections(session, properties);
    private final Subscriptions subscriptions = new Subscriptions(session, properties);
    private final Publications publications = new Publications(session, properties);

    @Override
    public int frame(Cursor in, Direction way) {
        return Packet.size(in);
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        PacketType type = Packet.type(in);
        if (type == null) {
            return presumed;
        }
        return switch (type) {
            case CONNECT, SUBSCRIBE, UNSUBSCRIBE, PINGREQ -> Direction.TO_SERVER;
            case CONNACK, SUBACK, UNSUBACK, PINGRESP -> Direction.TO_CLIENT;
            default -> presumed;
        };
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        int size = Packet.size(in);
        PacketType type = Packet.type(in);
        if (size == LOST || type == null) {
            out.violation("not_mqtt", in.peek(0));
            return;
        }
        if (size == MORE || size > in.left()) {
            out.violation("truncated", type.code());
            return;
        }
        out.fact(Mqtt.NAME, "msg", type.code());
        int flags = in.peek(0) & 15;
        in.skip(Packet.header(in));
        switch (type) {
            case CONNECT -> connections.connect(in, out);
            case CONNACK -> connections.acknowledge(in, out);
            case PUBLISH -> publications.publish(flags, in, way, out);
            case PUBACK, PUBREC, PUBREL, PUBCOMP -> publications.acknowledge(type, in, way, out);
            case SUBSCRIBE, UNSUBSCRIBE -> subscriptions.ask(type, in, out);
            case SUBACK -> subscriptions.answer(PacketType.SUBSCRIBE, in, out);
            case UNSUBACK -> subscriptions.answer(PacketType.UNSUBSCRIBE, in, out);
            case PINGREQ -> session.pending.ask(Session.PING, out.request(type).tell(), out.time(), 0);
            case PINGRESP -> {
                out.response(PacketType.PINGREQ);
                if (session.pending.take(Session.PING)) {
                    out.since(session.pending.time());
                }
                out.tell();
            }
            case DISCONNECT -> connections.disconnect(in, out);
            default -> connections.authenticate(in, out);
        }
    }
}
