// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.c1222;

import java.util.Locale;
import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Row;
import weir.wire.Sink;

/** Services in the words of the logs that ICSNPP-C1222 has of them. Passwords are not told. */
final class MeterServiceRows {

    private static final int IDENTIFY = 0x20;
    private static final int DEREGISTER = 0x24;
    private static final int REGISTER = 0x27;
    private static final int LOGON = 0x50;
    private static final int SECURITY = 0x51;
    private static final int WAIT = 0x70;
    private static final int USER = 10;
    private static final String[] STANDARDS = {"ANSI C12.18", "RESERVED", "ANSI C12.21", "ANSI C12.22"};

    private static final String[] NODES = {
        "RELAY",
        "MASTER_RELAY",
        "HOST",
        "NOTIFICATION_HOST",
        "AUTHENTICATION_HOST",
        "END_DEVICE",
        "RESERVED",
        "MY_DOMAIN_PATTERN_FLAG"
    };
    private static final int PATTERN = 0x80;
    private static final String[] CONNECTIONS = {
        "BROADCAST_AND_MULTICAST",
        "MESSAGE_ACCEPT_WINDOW",
        "PLAYBACK_REJECTION",
        "RESERVED",
        "CONNECTIONLESS_MODE",
        "ACCEPT_CONNECTIONLESS",
        "CONNECTION_MODE",
        "ACCEPT_CONNECTIONS"
    };
    private static final String[] REGISTERED = {
        "DIRECT_MESSAGING_AVAILABLE", "MESSAGE_ACCEPTANCE_WINDOW_MODE", "PLAYBACK_REJECTION_MODE", "RESERVED",
        "CONNECTIONLESS_MODE", "ACCEPT_CONNECTIONLESS", "CONNECTION_MODE", "ACCEPT_CONNECTIONS"
    };

    private final Titles titles = new Titles();
    private final Ber ber = new Ber();
    private final Cursor in = new Cursor();

    /** A request, the cursor behind its code; it is not moved. */
    void request(int code, Cursor body, Sink out) {
        in.wrap(body.bytes(), body.offset(), body.left());
        switch (code) {
            case IDENTIFY -> out.row(row("identification_service", "Req", out));
            case LOGON -> {
                Row row = row("logon_security_service", "Req", out).set("service_type", "Logon");
                row.set("user_id", in.u16()).set("user", Row.octets(in, USER));
                tell(row.set("session_idle_timeout", in.u16()), out);
            }
            case SECURITY -> out.row(row("logon_security_service", "Req", out).set("service_type", "Security"));
            case REGISTER -> register(out);
            case DEREGISTER -> {
                Row row = row("dereg_reg_service", "Req", out).set("service_type", "deregister_req");
                tell(row.set("ap_title", title()), out);
            }
            case WAIT -> tell(row("wait_service", "Req", out).set("time_s", in.u8()), out);
            default -> {}
        }
    }

    /**
     * An answer, the cursor behind its code; it is not moved.
     *
     * @param asked code of its request; -1 where that was not seen
     */
    void answer(int asked, int code, Cursor body, Sink out) {
        in.wrap(body.bytes(), body.offset(), body.left());
        if (code != 0) {
            Row row = new Row("c1222_service_error", out.time()).set("proto", proto(out));
            if (asked >= 0) {
                row.set("service", MeterRows.SERVICES.of(asked));
            }
            out.row(row.set("error_code", MeterRows.SERVICES.of(code)));
            return;
        }
        switch (asked) {
            case IDENTIFY -> identified(out);
            case LOGON -> {
                Row row = row("logon_security_service", "Resp", out).set("service_type", "Logon");
                tell(row.set("session_idle_timeout", in.u16()), out);
            }
            case SECURITY -> out.row(row("logon_security_service", "Resp", out).set("service_type", "Security"));
            case REGISTER -> registered(out);
            case DEREGISTER -> out.row(row("dereg_reg_service", "Resp", out).set("service_type", "deregister_resp_ok"));
            case WAIT -> out.row(row("wait_service", "Resp", out));
            default -> {}
        }
    }

    private static Row row(String log, String kind, Sink out) {
        return new Row("c1222_" + log, out.time()).set("proto", proto(out)).set("req_resp", kind);
    }

    private static String proto(Sink out) {
        return out.at().transport().name().toLowerCase(Locale.ROOT);
    }

    private void tell(Row row, Sink out) {
        if (in.ok()) {
            out.row(row);
        }
    }

    private String title() {
        return ber.next(in) ? titles.read(in, ber.length(), ber.identifier() != Ber.OBJECT_IDENTIFIER) : "";
    }

    /** Standard, version, revision u8; features: 4 security title, 5 sessions u8, 6 class title, 7 identity; 0 ends. */
    private void identified(Sink out) {
        int standard = in.u8();
        Row row = row("identification_service", "Resp", out)
                .set("standard", standard < STANDARDS.length ? STANDARDS[standard] : STANDARDS[1])
                .set("version", in.u8())
                .set("revision", in.u8());
        boolean more = true;
        while (more && in.ok() && in.left() > 0) {
            switch (in.u8()) {
                case 4 -> row.set("security_mechanism", title());
                case 5 -> {
                    int sessions = in.u8();
                    row.set("nbr_session_supported", (sessions & 0x7f) != 0);
                    row.set("sessionless_supported", (sessions & 0x80) != 0);
                }
                case 6 -> row.set("device_class", title());
                case 7 -> {
                    int length = in.u8();
                    row.set("device_identity_format", in.u8()).set("device_identity", Row.octets(in, length - 1));
                }
                default -> more = false;
            }
        }
        tell(row, out);
    }

    /** Node u8, connection u8, class of 4, title, serial title, address and its length u8, seconds u24, pattern. */
    private void register(Sink out) {
        Row row = row("dereg_reg_service", "Req", out).set("service_type", "register_req");
        int node = in.u8();
        MeterRows.bits(row, "node_type", NODES, node);
        MeterRows.bits(row, "connection_type", CONNECTIONS, in.u8());
        row.set("device_class", titles.read(in, 4, true)).set("ap_title", title());
        row.set("electronic_serial_number", title()).set("native_address", Row.octets(in, in.u8()));
        row.set("reg_period", in.u24());
        if ((node & PATTERN) != 0) {
            row.set("notification_pattern", Row.octets(in, in.u8()));
        }
        tell(row, out);
    }

    /** Title, delay u16, seconds u24, bits u8. */
    private void registered(Sink out) {
        Row row = row("dereg_reg_service", "Resp", out).set("service_type", "register_resp_ok");
        row.set("ap_title", title()).set("reg_delay", in.u16()).set("reg_period", in.u24());
        MeterRows.bits(row, "reg_info", REGISTERED, in.u8());
        tell(row, out);
    }
}
