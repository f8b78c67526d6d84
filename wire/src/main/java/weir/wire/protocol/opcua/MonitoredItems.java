// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.protocol.NumberedNames;

/**
 * What a subscription watches (OPC 10000-4, 5.13).
 *
 * <pre>
 * CreateMonitoredItems  subscription u32 | times u32 | [] node, attribute u32, range text, encoding name, mode u32, settings
 *                    -> [] status u32, item u32, interval f64, queue u32, filter
 * ModifyMonitoredItems  subscription u32 | times u32 | [] item u32, settings -> [] status u32, interval f64, queue u32, filter
 * settings              client handle u32, interval f64, filter, queue u32, discard oldest u8
 * SetMonitoringMode     subscription u32 | mode u32 | [] item u32            -> [] status u32
 * SetTriggering         subscription u32 | item u32 | [] u32 | [] u32
 * DeleteMonitoredItems  subscription u32 | [] item u32                       -> [] status u32
 * </pre>
 */
final class MonitoredItems implements ServiceSet {

    private static final String ITEM = "monitored_item";
    private static final String[] MODES = {"disabled", "sampling", "reporting"};

    private final Exchange exchange;
    private final Builtin builtin;
    private final NumberedNames handles;
    private final Cursor body = new Cursor();

    MonitoredItems(Exchange exchange, Builtin builtin, NumberedNames handles) {
        this.exchange = exchange;
        this.builtin = builtin;
        this.handles = handles;
    }

    @Override
    public void request(UaService service, Cursor in, Sink out) {
        long subscription = in.u32le();
        switch (service) {
            case CREATE_MONITORED_ITEMS -> create(subscription, in, out);
            case MODIFY_MONITORED_ITEMS -> {
                in.skip(4);
                for (int i = Builtin.count(in); i > 0 && in.ok(); i--) {
                    long item = in.u32le();
                    settings(in);
                    exchange.ask(in, out.request(service).object(ITEM, item));
                }
            }
            case SET_MONITORING_MODE -> {
                long mode = in.u32le();
                items(service, mode < MODES.length ? MODES[(int) mode] : "", in, out);
            }
            case SET_TRIGGERING -> {
                exchange.ask(in, out.request(service).object(ITEM, in.u32le()));
                in.skip(4 * Builtin.count(in));
                in.skip(4 * Builtin.count(in));
            }
            default -> items(service, "", in, out);
        }
    }

    private void create(long subscription, Cursor in, Sink out) {
        in.skip(4);
        for (int i = Builtin.count(in); i > 0 && in.ok(); i--) {
            String node = builtin.node(in, out);
            long attribute = in.u32le();
            String range = builtin.text(in, out);
            Builtin.skipQualifiedName(in);
            in.skip(4);
            long handle = settings(in);
            exchange.ask(
                    in,
                    out.request(UaService.CREATE_MONITORED_ITEMS)
                            .space(Attributes.space(attribute))
                            .symbol(node)
                            .qualifier(range));
            if (in.ok() && attribute == Attributes.VALUE && range.isEmpty()) {
                handles.put(subscription << 32 | handle, node, 0);
            }
        }
    }

    /** Gives the number that the client calls the item by. */
    private long settings(Cursor in) {
        long handle = in.u32le();
        in.skip(8);
        builtin.extension(in, body);
        in.skip(5);
        return handle;
    }

    private void items(UaService service, String qualifier, Cursor in, Sink out) {
        for (int i = Builtin.count(in); i > 0 && in.ok(); i--) {
            exchange.ask(in, out.request(service).object(ITEM, in.u32le()).qualifier(qualifier));
        }
    }

    @Override
    public void response(UaService service, Cursor in, Sink out) {
        if (service == UaService.SET_TRIGGERING) {
            for (int i = 0; i < 2; i++) {
                in.skip(4 * Builtin.count(in));
                Builtin.skipDiagnostics(in);
            }
            return;
        }
        int results = Builtin.count(in);
        for (int i = 0; i < results && in.ok(); i++) {
            int status = in.i32le();
            if (service == UaService.CREATE_MONITORED_ITEMS || service == UaService.MODIFY_MONITORED_ITEMS) {
                in.skip(service == UaService.CREATE_MONITORED_ITEMS ? 16 : 12);
                builtin.extension(in, body);
            }
            exchange.answer(i, status, in, out);
        }
        Builtin.skipDiagnostics(in);
    }
}
