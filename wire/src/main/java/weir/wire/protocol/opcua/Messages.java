// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.protocol.NumberedNames;

/**
 * Reads whole messages in the clear: which service, its header, then its parameters (OPC 10000-4, 7.32 and 7.33).
 *
 * <pre>
 * request   token NodeId | time i64 | handle u32 | diagnostics u32 | audit text | timeout u32 | ExtensionObject
 * answer    time i64 | handle u32 | status u32 | DiagnosticInfo | [] text | ExtensionObject
 * </pre>
 */
final class Messages {

    private final Exchange exchange = new Exchange();
    private final Builtin builtin = new Builtin();
    private final Values values = new Values(builtin);
    private final NumberedNames handles = new NumberedNames();
    private final Applications applications = new Applications(builtin);
    private final ServerInformation information = new ServerInformation(exchange, builtin);
    private final Channels channels = new Channels(exchange);
    private final Discovery discovery = new Discovery(exchange, builtin, applications);
    private final Sessions sessions = new Sessions(exchange, builtin, applications);
    private final Views views = new Views(exchange, builtin);
    private final NodeManagement management = new NodeManagement(exchange, builtin);
    private final Attributes attributes = new Attributes(exchange, builtin, values, information);
    private final Calls calls = new Calls(exchange, builtin, values);
    private final MonitoredItems items = new MonitoredItems(exchange, builtin, handles);
    private final Subscriptions subscriptions = new Subscriptions(exchange, builtin, values, handles, information);
    private final Cursor skipped = new Cursor();

    Builtin builtin() {
        return builtin;
    }

    Applications applications() {
        return applications;
    }

    /** A channel with this policy is being opened. */
    void opening(String policy) {
        channels.opening(policy);
    }

    /** Number of the service that a body begins with; -1 where it begins otherwise. */
    static int service(Cursor in) {
        int number = switch (in.peek(0)) {
            case 0 -> in.peek(1);
            case 1 -> in.peek(1) == 0 ? in.peek16le(2) : -1;
            case 2 -> in.peek16le(1) == 0 ? (int) Math.min(in.peek32le(3), 0xffff) : -1;
            default -> -1;
        };
        return number;
    }

    /**
     * Reads a body that begins with a service's number.
     *
     * @param key joins an answer to its request
     * @param signed what is behind the parameters is a signature
     * @param whole the end of the body is there
     */
    void read(Cursor in, long key, boolean signed, boolean whole, Sink out) {
        int node = service(in);
        UaService service = UaService.of(node);
        builtin.skipNode(in);
        if (service == null) {
            out.violation("unknown_service", node);
            return;
        }
        out.fact(OpcUa.NAME, "service", node);
        if (service.isResponse(node)) {
            response(service, key, whole, in, out);
        } else {
            request(service, key, whole, in, out);
        }
        if (!in.ok()) {
            out.violation(whole ? "malformed_message" : "message_too_long", node);
        } else if (in.left() > 0 && !signed) {
            out.violation("trailing_bytes", in.left());
        }
    }

    private void request(UaService service, long key, boolean whole, Cursor in, Sink out) {
        builtin.skipNode(in);
        in.skip(16);
        Builtin.skipText(in);
        in.skip(4);
        builtin.extension(in, skipped);
        exchange.asking(service, out);
        ServiceSet set = set(service);
        if (set != null && in.ok()) {
            set.request(service, in, out);
        } else {
            in.skip(in.left());
        }
        exchange.asked(key, in.ok() || !whole, out);
    }

    private void response(UaService service, long key, boolean whole, Cursor in, Sink out) {
        in.skip(12);
        int status = in.i32le();
        Builtin.skipDiagnostic(in);
        Builtin.skipTexts(in);
        builtin.extension(in, skipped);
        exchange.answering(key, service, status, out);
        ServiceSet set = set(service);
        if (!in.ok()) {
            return;
        }
        if (StatusCodes.isBad(status)) {
            if (exchange.isLogin()) {
                sessions.refused(status, out);
            }
            in.skip(service == UaService.SERVICE_FAULT ? 0 : in.left());
        } else if (set != null) {
            set.response(service, in, out);
        } else {
            in.skip(in.left());
        }
        exchange.answered(in.ok() || !whole, out);
    }

    /** Null for services without parameters that are told. */
    private @Nullable ServiceSet set(UaService service) {
        return switch (service) {
            case OPEN_SECURE_CHANNEL -> channels;
            case FIND_SERVERS, FIND_SERVERS_ON_NETWORK, GET_ENDPOINTS, REGISTER_SERVER, REGISTER_SERVER_2 -> discovery;
            case CREATE_SESSION, ACTIVATE_SESSION -> sessions;
            case ADD_NODES, ADD_REFERENCES, DELETE_NODES, DELETE_REFERENCES -> management;
            case BROWSE, BROWSE_NEXT, TRANSLATE_BROWSE_PATHS, REGISTER_NODES, UNREGISTER_NODES -> views;
            case READ, WRITE, HISTORY_READ, HISTORY_UPDATE -> attributes;
            case CALL -> calls;
            case CREATE_MONITORED_ITEMS,
                    MODIFY_MONITORED_ITEMS,
                    SET_MONITORING_MODE,
                    SET_TRIGGERING,
                    DELETE_MONITORED_ITEMS -> items;
            case CREATE_SUBSCRIPTION,
                    MODIFY_SUBSCRIPTION,
                    SET_PUBLISHING_MODE,
                    PUBLISH,
                    REPUBLISH,
                    TRANSFER_SUBSCRIPTIONS,
                    DELETE_SUBSCRIPTIONS -> subscriptions;
            case SERVICE_FAULT,
                    TEST_STACK,
                    TEST_STACK_EX,
                    CLOSE_SECURE_CHANNEL,
                    CLOSE_SESSION,
                    CANCEL,
                    QUERY_FIRST,
                    QUERY_NEXT,
                    HELLO,
                    REVERSE_HELLO,
                    ERROR,
                    ABORT,
                    ENCRYPTED,
                    UNKNOWN -> null;
        };
    }
}
