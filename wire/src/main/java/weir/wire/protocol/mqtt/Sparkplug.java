// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mqtt;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.PointValue;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.protocol.NumberedNames;

/**
 * Metrics of nodes and devices (Sparkplug 3.0, 6.4), in the encoding of Protocol Buffers: number of the field and form
 * in one number, 7 bits an octet, then the value (form 0 such a number, 1 eight octets, 2 octets behind their length,
 * 5 four octets).
 *
 * <pre>
 * payload  1 time | 2 metric, again and again | 3 sequence | 4 UUID | 5 octets
 * metric   1 name | 2 alias | 3 time | 4 type | 5 historical | 6 transient | 7 null | 8, 9 further
 *          | 10 to 19 value: 10 u32, 11 u64, 12 f32, 13 f64, 14 bool, 15 text, 16 octets, 17 data set, 18 template
 * </pre>
 *
 * <p>A birth names the metrics; later messages may say their aliases alone. Past values are not told: they are not those
 * of the moment.
 */
final class Sparkplug {

    private static final int METRIC = 2;
    private static final int MOST_METRICS = 4096;
    private static final String SPACE = "metric";
    private static final String ALIAS = "alias";

    private final NumberedNames aliases = new NumberedNames();
    private final Cursor contents = new Cursor();
    private final Metric metric = new Metric();

    /** Reads the metrics of a payload; a command tells an operation for each. */
    void read(Topic topic, Cursor in, Sink out) {
        int begin = in.read();
        if (!isPayload(in)) {
            out.violation("malformed_payload", topic.kind().code());
            return;
        }
        in.seek(begin);
        Subject of = out.server(topic.device());
        while (in.left() > 0) {
            long tag = Metric.number(in);
            if (tag != (METRIC << 3 | 2)) {
                Metric.skip((int) tag & 7, in);
                continue;
            }
            in.slice((int) Metric.number(in), contents);
            metric.read(contents, out);
            name(topic);
            tell(topic, of, out);
        }
    }

    private boolean isPayload(Cursor in) {
        int metrics = 0;
        while (in.left() > 0 && in.ok()) {
            long tag = Metric.number(in);
            if (tag == (METRIC << 3 | 2)) {
                in.slice((int) Math.min(Metric.number(in), Integer.MAX_VALUE), contents);
                metrics++;
                if (!metric.isMetric(contents) || metrics > MOST_METRICS) {
                    return false;
                }
            } else if (tag < 8 || tag > (5 << 3 | 7)) {
                return false;
            } else {
                Metric.skip((int) tag & 7, in);
            }
        }
        return in.ok();
    }

    /** Learns the name that stands for an alias, or says it. */
    private void name(Topic topic) {
        if (!metric.hasAlias) {
            return;
        }
        long key = (long) topic.node().hashCode() << 32 ^ metric.alias;
        if (!metric.name.isEmpty()) {
            aliases.put(key, metric.name, metric.type);
            return;
        }
        metric.name = aliases.get(key);
        if (metric.type == 0) {
            metric.type(aliases.note());
        }
    }

    private void tell(Topic topic, Subject of, Sink out) {
        boolean named = !metric.name.isEmpty();
        if (topic.isCommand()) {
            out.notice(topic.kind()).unit(topic.device());
            if (named) {
                out.space(SPACE).symbol(metric.name).tell();
            } else {
                out.object(ALIAS, metric.alias).tell();
            }
        }
        if (metric.isHistorical || !metric.put(out)) {
            out.reading().clear();
            return;
        }
        Attribute attribute = attribute(metric.name);
        if (attribute != null && out.reading().kind() == weir.model.Reading.Kind.TEXT && !topic.isCommand()) {
            out.identity(of, attribute, out.reading().text(), metric.name, 5);
        }
        PointValue.Origin origin = topic.isCommand() ? PointValue.Origin.WRITE : PointValue.Origin.REPORTED;
        if (named) {
            out.point(of, SPACE, -1, metric.name, metric.typeName(), origin);
        } else {
            out.point(of, ALIAS, metric.alias, "", metric.typeName(), origin);
        }
    }

    /** What the metrics that the standard proposes for a birth say of the node (6.4.8). */
    private static @Nullable Attribute attribute(String name) {
        return switch (name) {
            case "Properties/Hardware Make" -> Attribute.VENDOR;
            case "Properties/Hardware Model" -> Attribute.MODEL;
            case "Properties/OS" -> Attribute.SYSTEM;
            case "Properties/FW", "Properties/Firmware Version" -> Attribute.FIRMWARE;
            case "Properties/Serial Number" -> Attribute.SERIAL;
            default -> null;
        };
    }
}
