// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.protocol.Spelling;

/**
 * Changes of the address space itself (OPC 10000-4, 5.8). Nodes of others are ExpandedNodeIds.
 *
 * <pre>
 * AddNodes          [] parent, type, new node, name, class u32, attributes, definition      -> [] status u32, node
 * AddReferences     [] source, type, forward u8, server text, target, class u32              -> [] status u32
 * DeleteNodes       [] node, references too u8                                               -> [] status u32
 * DeleteReferences  [] source, type, forward u8, target, both ways u8                        -> [] status u32
 * </pre>
 */
final class NodeManagement implements ServiceSet {

    private final Exchange exchange;
    private final Builtin builtin;
    private final Spelling path = new Spelling(Builtin.LONGEST);
    private final Cursor body = new Cursor();

    NodeManagement(Exchange exchange, Builtin builtin) {
        this.exchange = exchange;
        this.builtin = builtin;
    }

    @Override
    public void request(UaService service, Cursor in, Sink out) {
        for (int i = Builtin.count(in); i > 0 && in.ok(); i--) {
            switch (service) {
                case ADD_NODES -> addNode(in, out);
                case DELETE_NODES -> {
                    String node = builtin.node(in, out);
                    String how = in.u8() == 0 ? "" : "with_references";
                    exchange.ask(
                            in,
                            out.request(service)
                                    .space(Attributes.NODE)
                                    .symbol(node)
                                    .qualifier(how));
                }
                default -> reference(service, in, out);
            }
        }
    }

    /** Told as the node that is wanted; where the server is to choose it, as the parent and the name below it. */
    private void addNode(Cursor in, Sink out) {
        builtin.spell(in, path.begin());
        builtin.skipNode(in);
        String wanted = builtin.node(in, out);
        Builtin.spellName(in, path.put("/"));
        String kind = nodeClass(in.u32le());
        builtin.extension(in, body);
        builtin.skipNode(in);
        String name = wanted.isEmpty() ? path.text(out) : wanted;
        exchange.ask(
                in,
                out.request(UaService.ADD_NODES)
                        .space(Attributes.NODE)
                        .symbol(name)
                        .qualifier(kind));
    }

    private void reference(UaService service, Cursor in, Sink out) {
        builtin.spell(in, path.begin());
        builtin.skipNode(in);
        path.put(in.u8() == 0 ? " <- " : " -> ");
        if (service == UaService.ADD_REFERENCES) {
            Builtin.skipText(in);
        }
        builtin.spell(in, path);
        in.skip(service == UaService.ADD_REFERENCES ? 4 : 1);
        exchange.ask(in, out.request(service).space("reference").symbol(path.text(out)));
    }

    private static String nodeClass(long number) {
        return switch ((int) number) {
            case 1 -> "object";
            case 2 -> "variable";
            case 4 -> "method";
            case 8 -> "object_type";
            case 16 -> "variable_type";
            case 32 -> "reference_type";
            case 64 -> "data_type";
            case 128 -> "view";
            default -> "";
        };
    }

    @Override
    public void response(UaService service, Cursor in, Sink out) {
        int results = Builtin.count(in);
        for (int i = 0; i < results && in.ok(); i++) {
            int status = in.i32le();
            if (service == UaService.ADD_NODES) {
                builtin.skipNode(in);
            }
            exchange.answer(i, status, in, out);
        }
        Builtin.skipDiagnostics(in);
    }
}
