// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.PointValue;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/**
 * Reading and writing of attributes, now and in the past (OPC 10000-4, 5.11). Past values are not told as points: they
 * are not those of the moment.
 *
 * <pre>
 * Read           age f64 | times u32 | [] node, attribute u32, range text, encoding name     ->  [] DataValue
 * Write          [] node, attribute u32, range text, DataValue                               ->  [] status u32
 * HistoryRead    details | times u32 | release u8 | [] node, range text, encoding name, point ->  [] status u32, point, data
 * HistoryUpdate  [] details, which begin with the node                                       ->  [] status u32, [] status u32, [] diagnostics
 * </pre>
 */
final class Attributes implements ServiceSet {

    /** What is told of the values of nodes; of their other attributes, the name of the attribute. */
    static final String NODE = "node";

    static final int VALUE = 13;
    private static final Numbered OTHERS = new Numbered("attribute_");
    private static final String[] NAMES = {
        "",
        "node_id",
        "node_class",
        "browse_name",
        "display_name",
        "description",
        "write_mask",
        "user_write_mask",
        "is_abstract",
        "symmetric",
        "inverse_name",
        "contains_no_loops",
        "event_notifier",
        NODE,
        "data_type",
        "value_rank",
        "array_dimensions",
        "access_level",
        "user_access_level",
        "minimum_sampling_interval",
        "historizing",
        "executable",
        "user_executable",
        "data_type_definition",
        "role_permissions",
        "user_role_permissions",
        "access_restrictions",
        "access_level_ex"
    };

    private final Exchange exchange;
    private final Builtin builtin;
    private final Values values;
    private final ServerInformation information;
    private final Cursor body = new Cursor();

    Attributes(Exchange exchange, Builtin builtin, Values values, ServerInformation information) {
        this.exchange = exchange;
        this.builtin = builtin;
        this.values = values;
        this.information = information;
    }

    static String space(long attribute) {
        return attribute > 0 && attribute < NAMES.length ? NAMES[(int) attribute] : OTHERS.of(attribute);
    }

    @Override
    public void request(UaService service, Cursor in, Sink out) {
        switch (service) {
            case READ -> {
                in.skip(12);
                for (int i = Builtin.count(in); i > 0 && in.ok(); i--) {
                    object(service, in, out);
                    Builtin.skipQualifiedName(in);
                    exchange.ask(in, out);
                }
            }
            case WRITE -> {
                for (int i = Builtin.count(in); i > 0 && in.ok(); i--) {
                    write(in, out);
                }
            }
            case HISTORY_READ -> historyRead(in, out);
            default -> historyUpdate(in, out);
        }
    }

    /** Begins to tell the attribute of a node that stands here. */
    private void object(UaService service, Cursor in, Sink out) {
        String node = builtin.node(in, out);
        long attribute = in.u32le();
        String range = builtin.text(in, out);
        out.request(service).space(space(attribute)).symbol(node).qualifier(range);
    }

    private void write(Cursor in, Sink out) {
        String node = builtin.node(in, out);
        long attribute = in.u32le();
        String range = builtin.text(in, out);
        int begin = in.read();
        values.dataValue(in, exchange.server, NODE, -1, "", PointValue.Origin.WRITE, out);
        exchange.ask(
                in,
                out.request(UaService.WRITE)
                        .space(space(attribute))
                        .symbol(node)
                        .qualifier(range));
        if (in.ok() && attribute == VALUE && range.isEmpty() && out.wantsPoints()) {
            in.seek(begin);
            values.dataValue(in, exchange.server, NODE, -1, node, PointValue.Origin.WRITE, out);
        }
    }

    private void historyRead(Cursor in, Sink out) {
        builtin.extension(in, body);
        in.skip(5);
        for (int i = Builtin.count(in); i > 0 && in.ok(); i--) {
            String node = builtin.node(in, out);
            String range = builtin.text(in, out);
            Builtin.skipQualifiedName(in);
            Builtin.skipText(in);
            exchange.ask(
                    in,
                    out.request(UaService.HISTORY_READ).space(NODE).symbol(node).qualifier(range));
        }
    }

    private void historyUpdate(Cursor in, Sink out) {
        for (int i = Builtin.count(in); i > 0 && in.ok(); i--) {
            String change = change(builtin.extension(in, body));
            String node = builtin.node(body, out);
            if (!body.ok()) {
                in.fail();
            }
            exchange.ask(
                    in,
                    out.request(UaService.HISTORY_UPDATE)
                            .space(NODE)
                            .symbol(node)
                            .qualifier(change));
        }
    }

    /** What is done to the past, by the encoding of the details (OPC 10000-11, 6.8). */
    private static String change(long type) {
        return switch ((int) type) {
            case 682 -> "update_data";
            case 11300 -> "update_structure_data";
            case 685 -> "update_events";
            case 688 -> "delete_raw_modified";
            case 691 -> "delete_at_time";
            case 694 -> "delete_events";
            default -> "";
        };
    }

    @Override
    public void response(UaService service, Cursor in, Sink out) {
        int results = Builtin.count(in);
        for (int i = 0; i < results && in.ok(); i++) {
            if (service == UaService.READ) {
                readResult(i, in, out);
                continue;
            }
            int status = in.i32le();
            if (service == UaService.HISTORY_READ) {
                Builtin.skipText(in);
                builtin.extension(in, body);
            } else if (service == UaService.HISTORY_UPDATE) {
                in.skip(4 * Builtin.count(in));
                Builtin.skipDiagnostics(in);
            }
            exchange.answer(i, status, in, out);
        }
        Builtin.skipDiagnostics(in);
    }

    private void readResult(int place, Cursor in, Sink out) {
        int begin = in.read();
        values.dataValue(in, exchange.server, NODE, -1, "", PointValue.Origin.READ, out);
        exchange.answer(place, values.status, in, out);
        Operation request = exchange.request(place);
        if (in.ok() && request != null && isWhole(request)) {
            in.seek(begin);
            String node = request.target().symbol();
            values.dataValue(in, exchange.server, NODE, -1, node, PointValue.Origin.READ, out);
            information.told(node, values, out);
        }
    }

    /** The value of a node, and not of some elements only. */
    private static boolean isWhole(@Nullable Operation request) {
        return request != null
                && request.target().space().equals(NODE)
                && request.qualifier().isEmpty();
    }
}
