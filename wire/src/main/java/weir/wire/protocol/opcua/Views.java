// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.protocol.Spelling;

/**
 * Looking around in the address space (OPC 10000-4, 5.9 and 5.10).
 *
 * <pre>
 * Browse          view, time i64, version u32 | at most u32 | [] node, direction u32, type, subtypes u8, classes u32, mask u32
 * BrowseNext      release u8 | [] continuation point
 *              -> [] status u32, continuation point, [] Reference
 * Reference       type | forward u8 | ExpandedNodeId | name | LocalizedText | class u32 | type definition
 * TranslateBrowsePaths  [] node, [] type, inverse u8, subtypes u8, name
 *              -> [] status u32, [] ExpandedNodeId, rest u32
 * RegisterNodes   [] node -> [] node
 * </pre>
 */
final class Views implements ServiceSet {

    private static final String[] DIRECTIONS = {"forward", "inverse", "both"};

    private final Exchange exchange;
    private final Builtin builtin;
    private final Spelling path = new Spelling(Builtin.LONGEST);

    Views(Exchange exchange, Builtin builtin) {
        this.exchange = exchange;
        this.builtin = builtin;
    }

    @Override
    public void request(UaService service, Cursor in, Sink out) {
        switch (service) {
            case BROWSE -> browse(in, out);
            case TRANSLATE_BROWSE_PATHS -> translate(in, out);
            case REGISTER_NODES, UNREGISTER_NODES -> {
                for (int i = Builtin.count(in); i > 0 && in.ok(); i--) {
                    String node = builtin.node(in, out);
                    exchange.ask(in, out.request(service).space(Attributes.NODE).symbol(node));
                }
            }
            case BROWSE_NEXT -> {
                String what = in.u8() == 0 ? "" : "release";
                Builtin.skipTexts(in);
                exchange.ask(in, out.request(service).qualifier(what));
            }
            default -> {}
        }
    }

    private void browse(Cursor in, Sink out) {
        builtin.skipNode(in);
        in.skip(16);
        for (int i = Builtin.count(in); i > 0 && in.ok(); i--) {
            String node = builtin.node(in, out);
            long direction = in.u32le();
            builtin.skipNode(in);
            in.skip(9);
            String word = direction < DIRECTIONS.length ? DIRECTIONS[(int) direction] : "";
            exchange.ask(
                    in,
                    out.request(UaService.BROWSE)
                            .space(Attributes.NODE)
                            .symbol(node)
                            .qualifier(word));
        }
    }

    /** A path is told as the node that it begins at and the names behind it: {@code i=85/2:Line1/2:Speed}. */
    private void translate(Cursor in, Sink out) {
        for (int i = Builtin.count(in); i > 0 && in.ok(); i--) {
            builtin.spell(in, path.begin());
            for (int steps = Builtin.count(in); steps > 0 && in.ok(); steps--) {
                builtin.skipNode(in);
                in.skip(2);
                Builtin.spellName(in, path.put("/"));
            }
            exchange.ask(
                    in,
                    out.request(UaService.TRANSLATE_BROWSE_PATHS).space("path").symbol(path.text(out)));
        }
    }

    @Override
    public void response(UaService service, Cursor in, Sink out) {
        boolean browsed = service == UaService.BROWSE || service == UaService.BROWSE_NEXT;
        int results = service == UaService.UNREGISTER_NODES ? 0 : Builtin.count(in);
        if (service == UaService.REGISTER_NODES) {
            for (int i = 0; i < results && in.ok(); i++) {
                builtin.skipNode(in);
                exchange.answer(i, 0, in, out);
            }
            return;
        }
        for (int i = 0; i < results && in.ok(); i++) {
            int status = in.i32le();
            if (browsed) {
                skipReferences(in);
            } else {
                skipTargets(in);
            }
            exchange.answer(i, status, in, out);
        }
        if (service != UaService.UNREGISTER_NODES) {
            Builtin.skipDiagnostics(in);
        }
    }

    private void skipReferences(Cursor in) {
        Builtin.skipText(in);
        for (int i = Builtin.count(in); i > 0 && in.ok(); i--) {
            builtin.skipNode(in);
            in.skip(1);
            builtin.skipNode(in);
            Builtin.skipQualifiedName(in);
            Builtin.skipLocalizedText(in);
            in.skip(4);
            builtin.skipNode(in);
        }
    }

    private void skipTargets(Cursor in) {
        for (int i = Builtin.count(in); i > 0 && in.ok(); i--) {
            builtin.skipNode(in);
            in.skip(4);
        }
    }
}
