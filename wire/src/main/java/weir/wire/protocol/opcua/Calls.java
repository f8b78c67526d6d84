// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import weir.model.PointValue;
import weir.model.Service;
import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.protocol.Spelling;

/**
 * Calls of methods (OPC 10000-4, 5.12), told as object and method; what they are called with is told as values written.
 *
 * <pre>
 * Call  [] object, method, [] Variant  ->  [] status u32, [] status u32, [] diagnostics, [] Variant
 * </pre>
 */
final class Calls implements ServiceSet {

    private static final String METHOD = "method";

    private final Exchange exchange;
    private final Builtin builtin;
    private final Values values;
    private final Spelling path = new Spelling(Builtin.LONGEST);

    Calls(Exchange exchange, Builtin builtin, Values values) {
        this.exchange = exchange;
        this.builtin = builtin;
        this.values = values;
    }

    @Override
    public void request(UaService service, Cursor in, Sink out) {
        for (int i = Builtin.count(in); i > 0 && in.ok(); i--) {
            builtin.spell(in, path.begin());
            builtin.spell(in, path.put("/"));
            Service method = Methods.of(builtin.namespace, builtin.number);
            String name = path.text(out);
            int begin = in.read();
            for (int arguments = Builtin.count(in); arguments > 0 && in.ok(); arguments--) {
                values.skipVariant(in, 0);
            }
            exchange.ask(in, out.request(method).space(METHOD).symbol(name));
            if (in.ok() && out.wantsPoints()) {
                in.seek(begin);
                arguments(name, in, out);
            }
        }
    }

    private void arguments(String name, Cursor in, Sink out) {
        int count = Builtin.count(in);
        values.status = 0;
        for (int i = 0; i < count && in.ok(); i++) {
            values.variant(in, exchange.server, METHOD, i, name, PointValue.Origin.WRITE, out);
        }
    }

    @Override
    public void response(UaService service, Cursor in, Sink out) {
        int results = Builtin.count(in);
        for (int i = 0; i < results && in.ok(); i++) {
            int status = in.i32le();
            in.skip(4 * Builtin.count(in));
            Builtin.skipDiagnostics(in);
            for (int outputs = Builtin.count(in); outputs > 0 && in.ok(); outputs--) {
                values.skipVariant(in, 0);
            }
            exchange.answer(i, status, in, out);
        }
        Builtin.skipDiagnostics(in);
    }
}
