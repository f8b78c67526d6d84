// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.Arrays;
import weir.model.Address;
import weir.model.Attribute;
import weir.model.Outcome;
import weir.model.Subject;
import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Sink;

/**
 * Who speaks in an SNMP conversation: a community, which is a password in the clear, or a user of the user-based model
 * (RFC 3414); and the engine that answers (RFC 3411 section 5). Told when it changes, not with each message.
 */
final class SnmpSecurity {

    private static final int LONGEST_TEXT = 256;
    /** Longest secret that is remembered. */
    private static final int LONGEST = 64;
    /** Engine id format: enterprise 4 with the highest bit set | format 1 | content. */
    private static final int ENGINE_HEAD = 5;

    private final Ber ber = new Ber();
    private final Cursor parameters = new Cursor();
    private final KnownAddresses known = new KnownAddresses();
    private byte[] asked = new byte[0];
    private byte[] answered = new byte[0];
    private String user = "";

    /** The community of a message that could be read; an answer with it accepts it. */
    void community(Cursor in, Direction way, Sink out) {
        int length = in.left();
        if (length == 0 || length > LONGEST) {
            return;
        }
        byte[] last = way == Direction.TO_SERVER ? asked : answered;
        if (Arrays.equals(last, 0, last.length, in.bytes(), in.offset(), in.offset() + length)) {
            return;
        }
        byte[] copy = Arrays.copyOfRange(in.bytes(), in.offset(), in.offset() + length);
        if (way == Direction.TO_SERVER) {
            asked = copy;
        } else {
            answered = copy;
        }
        Outcome outcome = way == Direction.TO_SERVER ? Outcome.OPEN : Outcome.DONE;
        out.login(out.server(""), "", out.hashed(in, length), outcome);
    }

    /** SEQUENCE { engine, boots, time, user, authentication, privacy }. */
    void user(Cursor in, Direction way, Sink out) {
        if (!ber.enter(in, Ber.SEQUENCE, parameters) || !ber.next(parameters, Ber.OCTET_STRING)) {
            out.violation("security_parameters_malformed", in.left());
            return;
        }
        int engine = parameters.read();
        int engineLength = ber.length();
        parameters.skip(engineLength);
        ber.integer(parameters, Ber.INTEGER);
        ber.integer(parameters, Ber.INTEGER);
        if (!ber.next(parameters, Ber.OCTET_STRING)) {
            out.violation("security_parameters_malformed", in.left());
            return;
        }
        String name = out.text(parameters, Math.min(LONGEST_TEXT, ber.length()));
        if (!name.isEmpty() && !name.equals(user) && way == Direction.TO_SERVER) {
            user = name;
            out.login(out.server(""), name, "", Outcome.OPEN);
        }
        if (way == Direction.TO_CLIENT && engineLength > ENGINE_HEAD) {
            parameters.seek(engine);
            engine(engineLength - ENGINE_HEAD, out);
        }
    }

    private void engine(int content, Sink out) {
        long enterprise = parameters.u32();
        if (enterprise >>> 31 == 0) {
            return;
        }
        int format = parameters.u8();
        Subject agent = out.sender();
        out.identity(agent, Attribute.VENDOR, SnmpObjects.vendor((int) enterprise & 0x7fff_ffff), "SNMP engine id", 4);
        if (format == 1 && content == 4) {
            address(agent, Attribute.IP, known.ipv4(parameters.u32()), out);
        } else if (format == 2 && content == 16) {
            address(agent, Attribute.IP, known.ipv6(parameters.u64(), parameters.u64()), out);
        } else if (format == 3 && content == 6) {
            address(agent, Attribute.MAC, known.mac(parameters.u48()), out);
        } else if (format == 4) {
            out.identity(agent, Attribute.NAME, out.text(parameters, content), "SNMP engine id", 3);
        }
    }

    private static void address(Subject agent, Attribute attribute, Address address, Sink out) {
        if (address.isUnicast()) {
            out.identity(agent, attribute, address.toString(), "SNMP engine id", 4);
        }
    }
}
