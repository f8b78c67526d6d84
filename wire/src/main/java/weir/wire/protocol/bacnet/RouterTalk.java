// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import weir.model.Attribute;
import weir.model.Phase;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * What routers say to each other (ANSI/ASHRAE 135 clause 6.4), an operation for each network named.
 *
 * <pre>
 * type | vendor u16 where 80 or more |
 *   networks: u16 each | rejection: reason u8, network u16 | could be: network u16, performance u8
 *   routing table: count u8, each: network u16, port id u8, length u8, information
 *   establish: network u16, time u8 | network number is: network u16, configured u8
 * </pre>
 */
final class RouterTalk {

    private static final String NETWORK = "network";
    private static final int CONFIDENT = 4;

    private static final String[] REASONS = {
        "other",
        "not-directly-connected",
        "router-busy",
        "unknown-message-type",
        "message-too-long",
        "security-error",
        "addressing-error"
    };

    void read(Cursor in, Message message, Sink out) {
        int type = in.u8();
        NetworkMessage kind = NetworkMessage.of(type);
        if (!in.ok() || kind == null) {
            out.violation("unknown_network_message", type);
            return;
        }
        message.is(kind, kind.phase(), kind.phase() != Phase.REQUEST);
        body(kind, in, message, out);
        if (!in.ok()) {
            out.violation("malformed", type);
        }
    }

    private static void body(NetworkMessage kind, Cursor in, Message message, Sink out) {
        switch (kind) {
            case WHO_IS_ROUTER_TO_NETWORK,
                    I_AM_ROUTER_TO_NETWORK,
                    ROUTER_BUSY_TO_NETWORK,
                    ROUTER_AVAILABLE_TO_NETWORK,
                    DISCONNECT_CONNECTION_TO_NETWORK -> networks(kind, in, message, out);
            case I_COULD_BE_ROUTER_TO_NETWORK, ESTABLISH_CONNECTION_TO_NETWORK, NETWORK_NUMBER_IS -> {
                int network = in.u16();
                in.skip(1);
                one(network, in, message, out);
            }
            case REJECT_MESSAGE_TO_NETWORK -> {
                int reason = in.u8();
                int network = in.u16();
                if (in.ok()) {
                    message.begin(out).object(NETWORK, network);
                    message.end(out.refused(reason, reason < REASONS.length ? REASONS[reason] : ""));
                }
            }
            case INITIALIZE_ROUTING_TABLE, INITIALIZE_ROUTING_TABLE_ACK -> table(in, message, out);
            case PROPRIETARY_NETWORK_MESSAGE -> {
                String vendor = Names.VENDORS.of(in.u16());
                if (in.ok()) {
                    message.end(message.begin(out).qualifier(vendor));
                }
            }
            case SECURITY_PAYLOAD -> message.end(message.begin(out).qualifier("encrypted"));
            case CHALLENGE_REQUEST,
                    SECURITY_RESPONSE,
                    REQUEST_KEY_UPDATE,
                    UPDATE_KEY_SET,
                    UPDATE_DISTRIBUTION_KEY,
                    REQUEST_MASTER_KEY,
                    SET_MASTER_KEY,
                    WHAT_IS_NETWORK_NUMBER -> message.end(message.begin(out));
        }
    }

    private static void networks(NetworkMessage kind, Cursor in, Message message, Sink out) {
        if (in.left() == 0) {
            message.end(message.begin(out));
        }
        while (in.left() > 0) {
            one(in.u16(), in, message, out);
        }
        if (in.ok() && kind == NetworkMessage.I_AM_ROUTER_TO_NETWORK) {
            out.identity(
                    message.device(out), Attribute.DEVICE_TYPE, "BACnet router", "I-Am-Router-To-Network", CONFIDENT);
        }
    }

    private static void one(int network, Cursor in, Message message, Sink out) {
        if (in.ok()) {
            message.end(message.begin(out).object(NETWORK, network));
        }
    }

    private static void table(Cursor in, Message message, Sink out) {
        int count = in.left() == 0 ? 0 : in.u8();
        if (count == 0 && in.ok()) {
            message.end(message.begin(out));
        }
        for (int i = 0; i < count && in.ok(); i++) {
            int network = in.u16();
            in.skip(1);
            in.skip(in.u8());
            one(network, in, message, out);
        }
    }
}
