// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.knx;

import weir.model.Attribute;
import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Pending;
import weir.wire.Sink;

/** Properties of the interface itself and its reset, and frames that are not read further: cEMI M_ and others. */
final class InterfaceObjects {

    static final Numbered INDEX = new Numbered("property of object ");

    private static final Numbered TYPE = new Numbered("property of object type ");
    private static final int PROPERTY_HEAD = 6;
    private static final int DEVICE = 0;
    private static final int PARAMETERS = 11;
    private static final int FRIENDLY_NAME = 76;
    private static final int SURE = 5;
    private static final long KEYS = 1L << 50;
    private static final String SOURCE = "Interface Property";

    private static final String[] TYPES = {
        "property of device",
        "property of address_table",
        "property of association_table",
        "property of application_program",
        "property of interface_program",
        "property of object_association_table",
        "property of router",
        "property of address_routing_table",
        "property of cemi_server",
        "property of group_object_table",
        "property of polling_master",
        "property of knxnet_ip_parameter"
    };

    private final BusContent content;
    private final Pending pending;

    InterfaceObjects(Descriptions descriptions, Pending pending) {
        content = new BusContent(descriptions);
        this.pending = pending;
    }

    void read(int code, Cursor in, Sink out) {
        BusService asked = BusService.ofInterface(code, false);
        BusService answered = BusService.ofInterface(code, true);
        BusService service = asked == null ? answered : asked;
        if (service == null) {
            out.violation("unknown_message_code", code);
            return;
        }
        boolean properties = code >= 0xf5;
        if (properties && in.left() < PROPERTY_HEAD) {
            in.fail();
            return;
        }
        begin(service, asked != null, out);
        int type = 0;
        int property = 0;
        boolean refused = false;
        if (properties) {
            type = in.u16();
            in.skip(1);
            property = in.u8();
            refused = asked == null && in.u16() >> 12 == 0;
            out.object(type < TYPES.length ? TYPES[type] : TYPE.of(type), property);
        }
        if (refused) {
            int reason = in.u8();
            out.refused(reason, "error");
        }
        Operation told = out.tell();
        if (asked != null) {
            pending.ask(KEYS | asked.code(), told, out.time(), 0);
        } else if (!refused && service == BusService.INTERFACE_PROPERTY_READ) {
            identify(type, property, in, out);
        }
    }

    private void begin(BusService service, boolean asks, Sink out) {
        boolean tells = service == BusService.BUS_MONITOR
                || service == BusService.RAW_FRAME_SEEN
                || service == BusService.INTERFACE_PROPERTY_REPORT;
        if (tells) {
            out.notice(service);
        } else if (asks) {
            out.request(service);
        } else {
            out.response(service);
            if (pending.take(KEYS | service.code())) {
                out.since(pending.time());
            }
        }
    }

    private void identify(int type, int property, Cursor in, Sink out) {
        if (type == DEVICE) {
            content.identify(property, in, out.sender(), SOURCE, out);
        } else if (type == PARAMETERS && property == FRIENDLY_NAME && in.left() > 1) {
            out.identity(out.sender(), Attribute.NAME, out.text(in, in.left()), SOURCE, SURE);
        }
    }
}
