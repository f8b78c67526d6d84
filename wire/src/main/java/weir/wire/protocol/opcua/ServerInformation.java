// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * Who a server is, from the variables that every server has (OPC 10000-5, 12.4 and 12.10), read or reported.
 *
 * <pre>
 * ServerStatus  started i64 | now i64 | state u32 | BuildInfo | seconds u32 | reason LocalizedText
 * BuildInfo     product URI | manufacturer | product | software version | build number, texts | date i64
 * </pre>
 */
final class ServerInformation {

    private static final int SERVER_STATUS = 864;
    private static final int BUILD_INFO = 340;
    private static final String[] STATES = {
        "running", "failed", "no_configuration", "suspended", "shutdown", "test", "communication_fault", "unknown"
    };

    private final Exchange exchange;
    private final Builtin builtin;

    ServerInformation(Exchange exchange, Builtin builtin) {
        this.exchange = exchange;
        this.builtin = builtin;
    }

    /** The value of this node was read into {@code values}. */
    void told(String node, Values values, Sink out) {
        if (StatusCodes.isBad(values.status)) {
            return;
        }
        if (values.extension == SERVER_STATUS) {
            status(values.contents(), out);
        } else if (values.extension == BUILD_INFO) {
            build(values.contents(), out);
        } else if (node.equals("i=2259")) {
            state(values.integer, node, out);
        } else if (!values.text.isEmpty()) {
            Attribute attribute = attribute(node);
            if (attribute != null) {
                tell(attribute, values.text, node, out);
            }
        }
    }

    private static @Nullable Attribute attribute(String node) {
        return switch (node) {
            case "i=2261" -> Attribute.MODEL;
            case "i=2262" -> Attribute.SOFTWARE;
            case "i=2263" -> Attribute.VENDOR;
            case "i=2264" -> Attribute.FIRMWARE;
            default -> null;
        };
    }

    private void status(Cursor in, Sink out) {
        in.skip(16);
        long state = in.u32le();
        if (in.ok()) {
            state(state, "ServerStatus", out);
        }
        build(in, out);
    }

    private void state(long state, String source, Sink out) {
        if (state >= 0 && state < STATES.length) {
            tell(Attribute.MODE, STATES[(int) state], source, out);
        }
    }

    private void build(Cursor in, Sink out) {
        String uri = builtin.text(in, out);
        String manufacturer = builtin.text(in, out);
        String product = builtin.text(in, out);
        String version = builtin.text(in, out);
        if (in.ok()) {
            tell(Attribute.SOFTWARE, uri, "BuildInfo", out);
            tell(Attribute.VENDOR, manufacturer, "BuildInfo", out);
            tell(Attribute.MODEL, product, "BuildInfo", out);
            tell(Attribute.FIRMWARE, version, "BuildInfo", out);
        }
    }

    private void tell(Attribute attribute, String value, String source, Sink out) {
        out.identity(exchange.server, attribute, value, source, 5);
    }
}
