// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Phase;
import weir.model.PointValue;
import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Numbered;
import weir.wire.Pending;
import weir.wire.Sink;

/** The reader of one SNMP conversation, see {@link Snmp}. */
final class SnmpConversation implements Dialogue {

    /** Requests that wait, by version and request or message id. */
    private static final int WAITING = 32;

    private static final int CONTEXT = 0xa0;
    private static final int IP_ADDRESS = 0x40;
    private static final int TIME_TICKS = 0x43;
    private static final long VERSION_3 = 1L << 40;
    private static final Numbered ERRORS = new Numbered("error ");

    private static final String[] STATUSES = {
        "no_error",
        "too_big",
        "no_such_name",
        "bad_value",
        "read_only",
        "general_error",
        "no_access",
        "wrong_type",
        "wrong_length",
        "wrong_encoding",
        "wrong_value",
        "no_creation",
        "inconsistent_value",
        "resource_unavailable",
        "commit_failed",
        "undo_failed",
        "authorization_error",
        "not_writable",
        "inconsistent_name"
    };

    private static final String[] TRAPS = {
        "coldStart", "warmStart", "linkDown", "linkUp", "authenticationFailure", "egpNeighborLoss"
    };

    private final Ber ber = new Ber();
    private final SnmpVariables variables = new SnmpVariables();
    private final SnmpSecurity security = new SnmpSecurity();
    private final Pending pending = new Pending(WAITING);
    private final Cursor message = new Cursor();
    private final Cursor part = new Cursor();
    private final Cursor scoped = new Cursor();

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        if (!ber.enter(in, Ber.SEQUENCE, message)) {
            return presumed;
        }
        long version = ber.integer(message, Ber.INTEGER);
        if (version == 3) {
            return presumed;
        }
        ber.enter(message, Ber.OCTET_STRING, part);
        SnmpPdu pdu = ber.next(message) ? SnmpPdu.of(ber.identifier()) : null;
        return pdu == null ? presumed : Snmp.direction(pdu);
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        int length = in.left();
        if (!ber.enter(in, Ber.SEQUENCE, message)) {
            out.violation("truncated", length);
            return;
        }
        long version = ber.integer(message, Ber.INTEGER);
        if (!message.ok()) {
            out.violation("malformed", length);
            return;
        }
        boolean read;
        if (version == 0 || version == 1) {
            read = withCommunity(version, way, out);
        } else if (version == 3) {
            read = withUser(way, out);
        } else {
            out.violation("unknown_version", version);
            return;
        }
        if (!read) {
            out.violation("malformed", length);
        }
    }

    private boolean withCommunity(long version, Direction way, Sink out) {
        if (!ber.enter(message, Ber.OCTET_STRING, part)) {
            return false;
        }
        out.fact("snmp", "version", version);
        if (out.counting()) {
            int at = part.read();
            out.fact("snmp", "community", out.text(part, part.left()));
            part.seek(at);
        }
        SnmpPdu pdu = ber.next(message) ? SnmpPdu.of(ber.identifier()) : null;
        if (pdu == null || !protocolData(pdu, message, 0, out)) {
            return false;
        }
        security.community(part, way, out);
        return true;
    }

    private boolean withUser(Direction way, Sink out) {
        if (!ber.enter(message, Ber.SEQUENCE, part)) {
            return false;
        }
        long id = ber.integer(part, Ber.INTEGER);
        ber.integer(part, Ber.INTEGER);
        ber.integer(part, Ber.OCTET_STRING);
        if (!part.ok() || !ber.enter(message, Ber.OCTET_STRING, part) || !ber.next(message)) {
            return false;
        }
        boolean encrypted = ber.identifier() == Ber.OCTET_STRING;
        boolean read = encrypted ? encrypted(id, way, out) : plain(id, out);
        if (read) {
            security.user(part, way, out);
        }
        return read;
    }

    private boolean encrypted(long id, Direction way, Sink out) {
        if (way == Direction.TO_SERVER) {
            Operation asked =
                    out.request(SnmpPdu.ENCRYPTED).qualifier("encrypted").tell();
            pending.ask(VERSION_3 | id, asked, out.time(), 0);
        } else {
            out.response(SnmpPdu.ENCRYPTED).qualifier("encrypted");
            if (pending.take(VERSION_3 | id)) {
                out.since(pending.time());
            }
            out.tell();
        }
        return true;
    }

    private boolean plain(long id, Sink out) {
        if (ber.identifier() != Ber.SEQUENCE) {
            return false;
        }
        message.slice(ber.length(), scoped);
        if (!ber.next(scoped, Ber.OCTET_STRING)) {
            return false;
        }
        scoped.skip(ber.length());
        if (!ber.next(scoped, Ber.OCTET_STRING)) {
            return false;
        }
        scoped.skip(ber.length());
        SnmpPdu pdu = ber.next(scoped) ? SnmpPdu.of(ber.identifier()) : null;
        return pdu != null && protocolData(pdu, scoped, VERSION_3 | id, out);
    }

    /** @param key joins request and answer; 0 where the request id does */
    private boolean protocolData(SnmpPdu pdu, Cursor in, long key, Sink out) {
        out.fact("snmp", "pdu", ber.identifier() - CONTEXT);
        if (pdu == SnmpPdu.TRAP_V1) {
            return oldTrap(in, out);
        }
        long id = ber.integer(in, Ber.INTEGER);
        long status = ber.integer(in, Ber.INTEGER);
        ber.integer(in, Ber.INTEGER);
        variables.read(in);
        if (!in.ok()) {
            return false;
        }
        long join = key == 0 ? id & 0xffff_ffffL : key;
        switch (pdu.phase()) {
            case REQUEST -> {
                about(out.request(pdu));
                pending.ask(join, out.tell(), out.time(), 0);
            }
            case RESPONSE -> answer(pdu, join, status, out);
            case NOTICE -> about(out.notice(pdu)).tell();
        }
        values(pdu, out);
        return true;
    }

    private void values(SnmpPdu pdu, Sink out) {
        switch (pdu) {
            case RESPONSE -> variables.tell(out.sender(), PointValue.Origin.READ, out);
            case TRAP, TRAP_V1, INFORM -> variables.tell(out.sender(), PointValue.Origin.REPORTED, out);
            case SET -> variables.tell(out.server(""), PointValue.Origin.WRITE, out);
            case GET, GET_NEXT, GET_BULK, REPORT, ENCRYPTED -> {}
        }
    }

    private Sink about(Sink out) {
        return out.range("", -1, variables.count())
                .symbol(variables.trap().isEmpty() ? variables.first() : variables.trap());
    }

    /** The answer is that to the service asked for; where the question was not seen, a response. */
    private void answer(SnmpPdu pdu, long join, long status, Sink out) {
        @Nullable Operation request = pending.take(join) ? pending.request() : null;
        if (request == null) {
            about(out.response(pdu));
        } else if (pdu == SnmpPdu.REPORT) {
            about(out.response(pdu)).since(pending.time());
        } else {
            out.response(request.service()).like(request).since(pending.time());
        }
        if (status != 0 && pdu.phase() == Phase.RESPONSE) {
            out.refused(
                    (int) status, status > 0 && status < STATUSES.length ? STATUSES[(int) status] : ERRORS.of(status));
        }
        out.tell();
    }

    /** Enterprise | agent address | generic | specific | time | variables. */
    private boolean oldTrap(Cursor in, Sink out) {
        if (!ber.next(in, Ber.OBJECT_IDENTIFIER)) {
            return false;
        }
        String enterprise = variables.name(in, ber.length());
        in.skip(ber.length());
        if (!ber.next(in, IP_ADDRESS)) {
            return false;
        }
        in.skip(ber.length());
        long generic = ber.integer(in, Ber.INTEGER);
        long specific = ber.integer(in, Ber.INTEGER);
        ber.integer(in, TIME_TICKS);
        variables.read(in);
        if (!in.ok()) {
            return false;
        }
        boolean usual = generic >= 0 && generic < TRAPS.length;
        out.notice(SnmpPdu.TRAP_V1);
        if (!usual) {
            out.object("specific_trap", specific);
        }
        out.symbol(usual ? TRAPS[(int) generic] : enterprise).tell();
        values(SnmpPdu.TRAP_V1, out);
        return true;
    }
}
