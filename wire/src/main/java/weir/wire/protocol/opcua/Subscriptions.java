// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import weir.model.PointValue;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;
import weir.wire.protocol.NumberedNames;

/**
 * Subscriptions and what they report (OPC 10000-4, 5.14 and 7.25).
 *
 * <pre>
 * CreateSubscription     interval f64 | lifetime u32 | keep alive u32 | at most u32 | publishing u8 | priority u8
 *                     -> subscription u32 | interval f64 | lifetime u32 | keep alive u32
 * ModifySubscription     subscription u32 | interval f64 | ...
 * SetPublishingMode      publishing u8 | [] subscription u32                   -> [] status u32
 * Publish                [] subscription u32, number u32
 *                     -> subscription u32 | [] number u32 | more u8 | Notification | [] status u32
 * Republish              subscription u32 | number u32                         -> Notification
 * TransferSubscriptions  [] subscription u32 | send values u8                  -> [] status u32, [] number u32
 * DeleteSubscriptions    [] subscription u32                                   -> [] status u32
 * Notification           number u32 | time i64 | [] 811 data, 916 events, 820 state of the subscription
 * 811                    [] client handle u32, DataValue | [] diagnostics
 * </pre>
 *
 * <p>A value is told of the node that its handle stands for; of the handle itself, where that was not seen to be given.
 */
final class Subscriptions implements ServiceSet {

    private static final String SUBSCRIPTION = "subscription";
    private static final Numbered HANDLES = new Numbered("client_handle of subscription ");
    private static final int DATA_CHANGE = 811;
    private static final int EVENTS = 916;
    private static final int STATUS_CHANGE = 820;

    private final Exchange exchange;
    private final Builtin builtin;
    private final Values values;
    private final NumberedNames handles;
    private final ServerInformation information;
    private final Cursor body = new Cursor();

    Subscriptions(
            Exchange exchange, Builtin builtin, Values values, NumberedNames handles, ServerInformation information) {
        this.exchange = exchange;
        this.builtin = builtin;
        this.values = values;
        this.handles = handles;
        this.information = information;
    }

    @Override
    public void request(UaService service, Cursor in, Sink out) {
        switch (service) {
            case CREATE_SUBSCRIPTION -> in.skip(22);
            case PUBLISH -> in.skip(8 * Builtin.count(in));
            case MODIFY_SUBSCRIPTION, REPUBLISH -> {
                exchange.ask(in, out.request(service).object(SUBSCRIPTION, in.u32le()));
                in.skip(service == UaService.REPUBLISH ? 4 : 21);
            }
            case TRANSFER_SUBSCRIPTIONS -> {
                subscriptions(service, "", in, out);
                in.skip(1);
            }
            case SET_PUBLISHING_MODE -> {
                boolean on = in.u8() != 0;
                subscriptions(service, on ? "enabled" : "disabled", in, out);
            }
            default -> subscriptions(service, "", in, out);
        }
    }

    private void subscriptions(UaService service, String qualifier, Cursor in, Sink out) {
        for (int i = Builtin.count(in); i > 0 && in.ok(); i--) {
            exchange.ask(
                    in, out.request(service).object(SUBSCRIPTION, in.u32le()).qualifier(qualifier));
        }
    }

    @Override
    public void response(UaService service, Cursor in, Sink out) {
        switch (service) {
            case CREATE_SUBSCRIPTION -> {
                long subscription = in.u32le();
                in.skip(16);
                exchange.answer(in, exchange.begin(0, out).object(SUBSCRIPTION, subscription));
            }
            case MODIFY_SUBSCRIPTION -> in.skip(16);
            case PUBLISH -> {
                long subscription = in.u32le();
                in.skip(4 * Builtin.count(in));
                in.skip(1);
                notification(subscription, in, out);
                in.skip(4 * Builtin.count(in));
                Builtin.skipDiagnostics(in);
            }
            case REPUBLISH -> notification(exchange.firstNumber(), in, out);
            default -> results(service, in, out);
        }
    }

    private void results(UaService service, Cursor in, Sink out) {
        int results = Builtin.count(in);
        for (int i = 0; i < results && in.ok(); i++) {
            int status = in.i32le();
            if (service == UaService.TRANSFER_SUBSCRIPTIONS) {
                in.skip(4 * Builtin.count(in));
            }
            exchange.answer(i, status, in, out);
        }
        Builtin.skipDiagnostics(in);
    }

    /** One answer for each part; one without parts keeps the subscription alive. */
    private void notification(long subscription, Cursor in, Sink out) {
        in.skip(12);
        int parts = Builtin.count(in);
        if (parts == 0) {
            exchange.answer(in, begin(subscription, "keep_alive", out));
        }
        for (int i = 0; i < parts && in.ok(); i++) {
            switch ((int) builtin.extension(in, body)) {
                case DATA_CHANGE -> dataChange(subscription, in, out);
                case EVENTS -> exchange.answer(in, begin(subscription, "events", out));
                case STATUS_CHANGE ->
                    exchange.answer(in, StatusCodes.outcome(body.i32le(), begin(subscription, "status_change", out)));
                default -> exchange.answer(in, begin(subscription, "", out));
            }
        }
    }

    private Sink begin(long subscription, String what, Sink out) {
        return exchange.begin(0, out).object(SUBSCRIPTION, subscription).qualifier(what);
    }

    private void dataChange(long subscription, Cursor in, Sink out) {
        exchange.answer(in, begin(subscription, "data_change", out));
        int count = Builtin.count(body);
        for (int i = 0; i < count && body.ok(); i++) {
            long handle = body.u32le();
            String node = handles.get(subscription << 32 | handle);
            if (node.isEmpty()) {
                values.dataValue(
                        body, exchange.server, HANDLES.of(subscription), handle, "", PointValue.Origin.REPORTED, out);
            } else {
                values.dataValue(body, exchange.server, Attributes.NODE, -1, node, PointValue.Origin.REPORTED, out);
                information.told(node, values, out);
            }
        }
        if (!body.ok()) {
            in.fail();
        }
    }
}
