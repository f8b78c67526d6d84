// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mqtt;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Sink;

/**
 * What is published, and its acknowledgements (MQTT 5.0, 3.3 to 3.7).
 *
 * <pre>
 * PUBLISH  flags: 8 again, 6 QoS, 1 retain | topic | number u16 for QoS 1 and 2 | properties (5) | payload
 * PUBACK, PUBREC, PUBREL, PUBCOMP  number u16 | (5) code u8 | (5) properties
 * </pre>
 */
final class Publications {

    static final String TOPIC = "topic";

    /** Aliases of topics that are remembered, in each direction. */
    private static final int ALIASES = 256;

    /** Where brokers say what they are. */
    private static final String BROKER_VERSION = "$SYS/broker/version";

    private static final int INVALID_QOS = 3;
    private static final String[] WORDS = {"qos 0", "qos 1", "qos 2", "qos 3"};
    private static final String[] RETAINED = {"qos 0 retain", "qos 1 retain", "qos 2 retain", "qos 3 retain"};

    private final Session session;
    private final Properties properties;
    private final Payload payload = new Payload();
    private final Sparkplug sparkplug = new Sparkplug();
    private final Topics topics = new Topics();
    private final Cursor topic = new Cursor();
    private final Cursor ahead = new Cursor();
    private final @Nullable String[][] aliases = {new @Nullable String[0], new @Nullable String[0]};

    Publications(Session session, Properties properties) {
        this.session = session;
        this.properties = properties;
    }

    static String words(int qos, boolean retained) {
        return retained ? RETAINED[qos] : WORDS[qos];
    }

    void publish(int flags, Cursor in, Direction way, Sink out) {
        int qos = flags >> 1 & 3;
        if (qos == INVALID_QOS) {
            out.violation("invalid_qos", qos);
            return;
        }
        int length = in.u16();
        in.slice(length, topic);
        int number = qos > 0 ? in.u16() : 0;
        int alias = properties(in, out);
        if (!in.ok() || length == 0 && alias == 0) {
            out.violation("malformed_packet", PacketType.PUBLISH.code());
            return;
        }
        String name = name(alias, way, out);
        Topic published = topics.of(name);
        Operation told = tell(published, words(qos, (flags & 1) != 0), qos > 0, out);
        if (qos > 0) {
            session.pending.ask(Session.key(way, number), told, out.time(), 0);
        }
        values(published, in, out);
    }

    /** Passes over the properties where there are any; gives the alias that stands for the topic, 0 for none. */
    private int properties(Cursor in, Sink out) {
        if (session.version == 0 && properties.areOfPublish(ahead.wrap(in.bytes(), in.offset(), in.left()))) {
            session.version = Session.FIVE;
        }
        if (session.version != Session.FIVE) {
            return 0;
        }
        properties.read(in, out);
        return properties.topicAlias;
    }

    /** Name of the topic, which an alias may stand for; empty for one that was not seen to be given. */
    private String name(int alias, Direction way, Sink out) {
        int side = way == Direction.TO_SERVER ? 0 : 1;
        int length = topic.left();
        if (length > 0) {
            String name = out.text(topic, length);
            topic.seek(0);
            if (alias > 0 && alias < ALIASES) {
                if (aliases[side].length == 0) {
                    aliases[side] = new @Nullable String[ALIASES];
                }
                aliases[side][alias] = name;
            }
            return name;
        }
        String known = alias < aliases[side].length ? aliases[side][alias] : null;
        return known == null ? "" : known;
    }

    private static Operation tell(Topic topic, String words, boolean asks, Sink out) {
        Sink begun = asks ? out.request(topic.kind()) : out.notice(topic.kind());
        return begun.unit(topic.device())
                .space(TOPIC)
                .symbol(topic.name())
                .qualifier(words)
                .tell();
    }

    private void values(Topic topic, Cursor in, Sink out) {
        if (topic.hasMetrics()) {
            sparkplug.read(topic, in, out);
        } else if (topic.name().equals(BROKER_VERSION)) {
            String version = out.text(in, in.left());
            out.identity(out.server(""), Attribute.SOFTWARE, version, BROKER_VERSION, 5);
        } else if (out.wantsPoints() && !topic.name().isEmpty()) {
            payload.read(in, topic.name(), out);
        }
    }

    void acknowledge(PacketType type, Cursor in, Direction way, Sink out) {
        int number = in.u16();
        int code = in.left() > 0 ? in.u8() : 0;
        if (in.left() > 0) {
            properties.read(in, out);
        }
        if (!in.ok()) {
            out.violation("malformed_packet", type.code());
            return;
        }
        boolean releases = type == PacketType.PUBREL;
        Direction asked = releases ? way : way.back();
        boolean found = session.pending.find(Session.key(asked, number));
        Operation request = session.pending.request();
        if (releases) {
            out.request(PacketType.PUBREL);
        } else {
            PacketType sole = type == PacketType.PUBCOMP ? PacketType.PUBREL : PacketType.PUBLISH;
            out.response(found && request != null ? request.service() : sole).qualifier(word(type));
        }
        if (found && request != null) {
            out.like(request);
            if (!releases) {
                out.since(session.pending.time());
            }
        }
        Operation told = Reasons.outcome(code, out).tell();
        follow(type, Session.key(asked, number), told, out);
    }

    /** What waits for a further answer is remembered on: a release asks again, all but PUBREC end it. */
    private void follow(PacketType type, long key, Operation told, Sink out) {
        if (type == PacketType.PUBREL) {
            session.pending.ask(key, told, out.time(), 0);
        } else if (type != PacketType.PUBREC) {
            session.pending.take(key);
        }
    }

    private static String word(PacketType type) {
        return switch (type) {
            case PUBACK -> "puback";
            case PUBREC -> "pubrec";
            default -> "pubcomp";
        };
    }
}
