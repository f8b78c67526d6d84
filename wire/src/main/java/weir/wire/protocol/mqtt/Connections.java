// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mqtt;

import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Outcome;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * Opening and end of a connection (MQTT 5.0, 3.1, 3.2, 3.14 and 3.15).
 *
 * <pre>
 * CONNECT     name | level u8 | flags u8 | keep alive u16 | properties (5) | client | will: properties (5), topic, octets
 *             | user | password
 * CONNACK     session u8 | code u8 | properties (5)
 * DISCONNECT  (5) code u8 | properties
 * AUTH        (5) code u8 | properties
 * flags       0x80 user, 0x40 password, 0x20 retain, 0x18 QoS, 0x04 will, 0x02 clean
 * </pre>
 */
final class Connections {

    private static final String CLIENT = "client";

    private final Session session;
    private final Properties properties;

    /** Who asked last to be let in. */
    private String user = "";

    private String secret = "";
    private boolean loggingIn;

    Connections(Session session, Properties properties) {
        this.session = session;
        this.properties = properties;
    }

    void connect(Cursor in, Sink out) {
        in.skip(in.u16());
        int level = in.u8() & 0x7f;
        int flags = in.u8();
        in.skip(2);
        if (level == Session.FIVE) {
            properties.read(in, out);
        }
        String client = out.text(in, in.u16());
        String will = (flags & 0x04) != 0 ? will(level, in, out) : "";
        user = (flags & 0x80) != 0 ? out.text(in, in.u16()) : "";
        secret = (flags & 0x40) != 0 ? out.hashed(in, in.u16()) : "";
        if (!in.ok()) {
            out.violation("malformed_packet", PacketType.CONNECT.code());
            return;
        }
        session.version = level;
        out.request(PacketType.CONNECT).space(CLIENT).symbol(client).qualifier(version(level));
        session.pending.ask(Session.CONNECT, out.tell(), out.time(), 0);
        out.identity(out.sender(), Attribute.NAME, client, "CONNECT", 3);
        if (!will.isEmpty()) {
            out.notice(PacketType.WILL).space(Publications.TOPIC).symbol(will);
            out.qualifier(Publications.words(flags >> 3 & 3, (flags & 0x20) != 0))
                    .tell();
        }
        loggingIn = (flags & 0xc0) != 0;
        if (loggingIn) {
            out.login(out.server(""), user, secret, Outcome.OPEN);
        }
        trailing(in, out);
    }

    private String will(int level, Cursor in, Sink out) {
        if (level == Session.FIVE) {
            properties.read(in, out);
        }
        String topic = out.text(in, in.u16());
        in.skip(in.u16());
        return topic;
    }

    private static String version(int level) {
        return switch (level) {
            case 3 -> "3.1";
            case 4 -> "3.1.1";
            case 5 -> "5.0";
            default -> "unknown_version";
        };
    }

    void acknowledge(Cursor in, Sink out) {
        in.skip(1);
        int code = in.u8();
        String assigned = "";
        if (in.left() > 0) {
            session.version = session.version == 0 ? Session.FIVE : session.version;
            properties.read(in, out);
            assigned = properties.assignedClient;
        }
        if (!in.ok()) {
            out.violation("malformed_packet", PacketType.CONNACK.code());
            return;
        }
        boolean found = session.pending.take(Session.CONNECT);
        Operation asked = session.pending.request();
        String label = Reasons.isRefusal(code) ? Reasons.label(code) : Reasons.earlier(code);
        out.response(PacketType.CONNECT);
        if (found && asked != null) {
            out.like(asked).qualifier(asked.qualifier()).since(session.pending.time());
        }
        if (!assigned.isEmpty()) {
            out.space(CLIENT).symbol(assigned);
        }
        if (code != 0) {
            out.refused(code, label);
        }
        out.tell();
        if (loggingIn) {
            Outcome outcome = code == 0 ? Outcome.DONE : new Outcome(Outcome.Kind.REFUSED, code, label);
            out.login(out.server(""), user, secret, outcome);
            loggingIn = false;
        }
    }

    void disconnect(Cursor in, Sink out) {
        int code = in.left() > 0 ? in.u8() : 0;
        Reasons.outcome(code, out.notice(PacketType.DISCONNECT)).tell();
    }

    void authenticate(Cursor in, Sink out) {
        int code = in.left() > 0 ? in.u8() : 0;
        String method = "";
        if (in.left() > 0) {
            properties.read(in, out);
            method = properties.authenticationMethod;
        }
        if (!in.ok()) {
            out.violation("malformed_packet", PacketType.AUTH.code());
            return;
        }
        out.notice(PacketType.AUTH).space("method").symbol(method).qualifier(Reasons.label(code));
        out.tell();
    }

    static void trailing(Cursor in, Sink out) {
        if (in.left() > 0) {
            out.violation("trailing_bytes", in.left());
        }
    }
}
