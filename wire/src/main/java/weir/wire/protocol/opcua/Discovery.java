// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import weir.model.Attribute;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * Finding servers and their endpoints (OPC 10000-4, 5.5).
 *
 * <pre>
 * FindServers           URL | [] locale | [] server URI          ->  [] ApplicationDescription
 * FindServersOnNetwork  from u32 | at most u32 | [] capability   ->  since i64 | [] record u32, name, URL, [] capability
 * GetEndpoints          URL | [] locale | [] profile             ->  [] EndpointDescription
 * RegisterServer        URI | product URI | [] name LocalizedText | type u32 | gateway | [] URL | file | online u8
 * </pre>
 */
final class Discovery implements ServiceSet {

    private static final String SERVER = "server";

    private final Exchange exchange;
    private final Builtin builtin;
    private final Applications applications;
    private final Cursor configuration = new Cursor();

    Discovery(Exchange exchange, Builtin builtin, Applications applications) {
        this.exchange = exchange;
        this.builtin = builtin;
        this.applications = applications;
    }

    @Override
    public void request(UaService service, Cursor in, Sink out) {
        if (service == UaService.REGISTER_SERVER || service == UaService.REGISTER_SERVER_2) {
            register(service, in, out);
        } else if (service == UaService.FIND_SERVERS_ON_NETWORK) {
            in.skip(8);
            Builtin.skipTexts(in);
        } else {
            String url = builtin.text(in, out);
            Builtin.skipTexts(in);
            Builtin.skipTexts(in);
            exchange.ask(in, out.request(service).space(SERVER).symbol(url));
        }
    }

    /** The server that registers itself is the one that asks here. */
    private void register(UaService service, Cursor in, Sink out) {
        String uri = builtin.text(in, out);
        String product = builtin.text(in, out);
        String name = "";
        for (int i = Builtin.count(in); i > 0 && in.ok(); i--) {
            name = builtin.localizedText(in, out);
        }
        in.skip(4);
        Builtin.skipText(in);
        Builtin.skipTexts(in);
        Builtin.skipText(in);
        String state = in.u8() == 0 ? "offline" : "online";
        for (int i = service == UaService.REGISTER_SERVER_2 ? Builtin.count(in) : 0; i > 0 && in.ok(); i--) {
            builtin.extension(in, configuration);
        }
        exchange.ask(in, out.request(service).space(SERVER).symbol(uri).qualifier(state));
        if (in.ok()) {
            out.identity(out.sender(), Attribute.NAME, name, "RegisterServer", 5);
            out.identity(out.sender(), Attribute.SOFTWARE, product, "RegisterServer", 5);
            out.identity(out.sender(), Attribute.DESCRIPTION, uri, "RegisterServer", 5);
        }
    }

    @Override
    public void response(UaService service, Cursor in, Sink out) {
        switch (service) {
            case FIND_SERVERS -> found(in, out);
            case FIND_SERVERS_ON_NETWORK -> foundOnNetwork(in, out);
            case GET_ENDPOINTS -> applications.endpoints(in, exchange.server, "GetEndpoints", out);
            case REGISTER_SERVER_2 -> {
                in.skip(4 * Builtin.count(in));
                Builtin.skipDiagnostics(in);
            }
            default -> {}
        }
    }

    /** One application is the one that answers; of several, a directory tells, and they may be elsewhere. */
    private void found(Cursor in, Sink out) {
        int count = Builtin.count(in);
        for (int i = 0; i < count && in.ok(); i++) {
            applications.read(in, out);
            String url = applications.url;
            exchange.answer(
                    in,
                    exchange.begin(0, out)
                            .space(SERVER)
                            .symbol(applications.uri)
                            .qualifier(url));
            if (in.ok() && count == 1) {
                applications.tell(exchange.server, "FindServers", 4, out);
            }
        }
    }

    private void foundOnNetwork(Cursor in, Sink out) {
        in.skip(8);
        for (int i = Builtin.count(in); i > 0 && in.ok(); i--) {
            in.skip(4);
            String name = builtin.text(in, out);
            String url = builtin.text(in, out);
            Builtin.skipTexts(in);
            exchange.answer(
                    in, exchange.begin(0, out).space(SERVER).symbol(name).qualifier(url));
        }
    }
}
