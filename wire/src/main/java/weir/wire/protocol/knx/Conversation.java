// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.knx;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Phase;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Numbered;
import weir.wire.Pending;
import weir.wire.Sink;

/** The reader of one KNXnet/IP conversation, see {@link KnxNetIp}. */
final class Conversation implements Dialogue {

    /** Questions that wait for their answer, by service. */
    private static final int WAITING = 16;

    private static final int CONNECTION = 4;
    private static final int SECURE_AUTHENTICATE = 0x0953;

    private static final Numbered FEATURE = new Numbered("feature ");
    private static final Numbered USER = new Numbered("user ");
    private static final Numbered STATUS = new Numbered("status ");

    private final Pending pending = new Pending(WAITING);
    private final Descriptions descriptions = new Descriptions();
    private final BusAddress addresses = new BusAddress();
    private final Cemi cemi = new Cemi(descriptions, addresses);
    private final Cursor part = new Cursor();

    @Override
    public int frame(Cursor in, Direction way) {
        return KnxNetIp.frame(in);
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        int number = in.peek16(2);
        KnxService service = KnxService.of(number);
        if (service == null || service == KnxService.TUNNELLING || service == KnxService.DEVICE_CONFIGURATION) {
            return carried(in, number, presumed);
        }
        return switch (service.phase(number)) {
            case REQUEST -> Direction.TO_SERVER;
            case RESPONSE -> Direction.TO_CLIENT;
            case NOTICE -> presumed;
        };
    }

    /** Both sides send frames and acknowledge them; a frame's own code tells who asks. */
    private static Direction carried(Cursor in, int number, Direction presumed) {
        int code = in.peek(KnxNetIp.HEADER + CONNECTION);
        boolean frame = number == KnxService.TUNNELLING.code() || number == KnxService.DEVICE_CONFIGURATION.code();
        return !frame || code < 0 ? presumed : Cemi.isAsked(code) ? Direction.TO_SERVER : Direction.TO_CLIENT;
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        int size = in.left();
        int start = in.u16();
        int number = in.u16();
        int length = in.u16();
        if (!in.ok() || length > size) {
            out.violation("truncated", size);
            return;
        }
        KnxService service = KnxService.of(number);
        if (start != 0x0610 || service == null || length < KnxNetIp.HEADER) {
            out.violation("unknown_service", number);
            return;
        }
        out.factHex("knx", "service", number, 4);
        in.slice(length - KnxNetIp.HEADER, part);
        read(service, number, out);
        if (!part.ok()) {
            out.violation("malformed", number);
        }
        if (length < size) {
            out.violation("wrong_length", length);
        }
    }

    private void read(KnxService service, int number, Sink out) {
        boolean answers = service.phase(number) == Phase.RESPONSE;
        switch (service) {
            case SEARCH, SEARCH_EXTENDED -> description(service, number, 8, out);
            case DESCRIPTION -> description(service, number, 0, out);
            case CONNECT -> connect(answers, number, out);
            case CONNECTION_STATE, DISCONNECT -> state(service, answers, number, out);
            case DEVICE_CONFIGURATION, TUNNELLING -> carried(service, answers, out);
            case TUNNELLING_FEATURE_GET, TUNNELLING_FEATURE_SET, TUNNELLING_FEATURE_INFO ->
                feature(service, number, out);
            case ROUTING, ROUTING_SYSTEM_BROADCAST -> cemi.read(part, true, out);
            case SECURE_WRAPPER -> end(begin(service, number, out).qualifier("encrypted"), service, number, out);
            case SECURE_SESSION_AUTHENTICATE -> authenticate(number, out);
            case ROUTING_LOST_MESSAGE,
                    ROUTING_BUSY,
                    REMOTE_DIAGNOSTIC,
                    REMOTE_BASIC_CONFIGURATION,
                    REMOTE_RESET,
                    SECURE_SESSION,
                    SECURE_TIMER_NOTIFY -> end(begin(service, number, out), service, number, out);
        }
    }

    private Sink begin(KnxService service, int number, Sink out) {
        switch (service.phase(number)) {
            case REQUEST -> out.request(service);
            case RESPONSE -> {
                out.response(service);
                if (pending.take(service.code())) {
                    @Nullable Operation asked = pending.request();
                    out.since(pending.time());
                    if (asked != null) {
                        out.like(asked).qualifier(asked.qualifier());
                    }
                }
            }
            case NOTICE -> out.notice(service);
        }
        return out;
    }

    private void end(Sink said, KnxService service, int number, Sink out) {
        Operation told = said.tell();
        if (service.phase(number) == Phase.REQUEST) {
            pending.ask(service.code(), told, out.time(), 0);
        }
    }

    /** Endpoint, in answers then blocks. */
    private void description(KnxService service, int number, int endpoint, Sink out) {
        boolean answers = service.phase(number) == Phase.RESPONSE;
        part.skip(answers ? endpoint : 8);
        if (!part.ok()) {
            return;
        }
        end(begin(service, number, out), service, number, out);
        if (answers) {
            descriptions.read(part, out);
        }
    }

    private void connect(boolean answers, int number, Sink out) {
        int status = 0;
        if (answers) {
            part.skip(1);
            status = part.u8();
        }
        part.skip(status != 0 ? 0 : answers ? 8 : 16);
        String kind = "";
        String address = "";
        if (status == 0) {
            part.skip(1);
            int type = part.u8();
            kind = kind(type, answers ? 0 : Math.max(0, part.peek(0)));
            address = answers && type == 4 && part.left() >= 2 ? addresses.individual(part.u16(), out) : "";
        }
        if (!part.ok()) {
            return;
        }
        begin(KnxService.CONNECT, number, out);
        if (status == 0) {
            out.qualifier(kind).symbol(address);
        }
        end(refused(status, out), KnxService.CONNECT, number, out);
    }

    private static String kind(int type, int layer) {
        return switch (type) {
            case 3 -> "device_management";
            case 4 -> layer == 0x80 ? "busmonitor" : layer == 4 ? "raw" : "tunnel";
            case 6 -> "remote_logging";
            case 7 -> "remote_configuration";
            case 8 -> "object_server";
            default -> "";
        };
    }

    /** Channel u8, then nothing and an endpoint, or status u8. */
    private void state(KnxService service, boolean answers, int number, Sink out) {
        int channel = part.u8();
        int status = part.u8();
        part.skip(answers ? 0 : 8);
        if (!part.ok()) {
            return;
        }
        begin(service, number, out);
        if (!answers) {
            out.object("channel", channel);
        }
        end(refused(answers ? status : 0, out), service, number, out);
    }

    /** 04 | channel | sequence | status or 0 | frame. */
    private void carried(KnxService service, boolean answers, Sink out) {
        part.skip(1);
        int channel = part.u8();
        part.skip(1);
        int status = part.u8();
        if (!part.ok()) {
            return;
        }
        if (answers) {
            refused(status, out.response(service).object("channel", channel)).tell();
        } else {
            cemi.read(part, false, out);
        }
    }

    private void feature(KnxService service, int number, Sink out) {
        part.skip(4);
        int feature = part.u8();
        int status = part.u8();
        if (part.ok()) {
            boolean answers = service.phase(number) == Phase.RESPONSE;
            begin(service, number, out).symbol(FEATURE.of(feature));
            end(refused(answers ? status : 0, out), service, number, out);
        }
    }

    /** Reserved u8, user u8, code 16; answer: status u8. What proves the user is derived, no secret crosses. */
    private void authenticate(int number, Sink out) {
        if (number == SECURE_AUTHENTICATE) {
            part.skip(1);
            String user = USER.of(part.u8());
            part.skip(16);
            if (part.ok()) {
                KnxService service = KnxService.SECURE_SESSION_AUTHENTICATE;
                end(begin(service, number, out).qualifier(user), service, number, out);
                out.login(out.server(""), user, "", Outcome.OPEN);
            }
            return;
        }
        int status = part.u8();
        if (part.ok()) {
            begin(KnxService.SECURE_SESSION_AUTHENTICATE, number, out);
            boolean failed = status == 1 || status == 2;
            (failed ? out.refused(status, status == 1 ? "authentication_failed" : "unauthenticated") : out).tell();
        }
    }

    private static Sink refused(int status, Sink out) {
        return status == 0 ? out : out.refused(status, label(status));
    }

    private static String label(int status) {
        return switch (status) {
            case 0x21 -> "connection_id";
            case 0x22 -> "connection_type";
            case 0x23 -> "connection_option";
            case 0x24 -> "no_more_connections";
            case 0x25 -> "no_more_unique_connections";
            case 0x26 -> "data_connection";
            case 0x27 -> "knx_connection";
            case 0x29 -> "tunnelling_layer";
            default -> STATUS.of(status);
        };
    }
}
