// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.kerberos;

import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.NamedCodes;
import weir.wire.Sink;

/**
 * A message of Kerberos (RFC 4120, 5): {@code [APPLICATION type] SEQUENCE} of fields with numbers.
 *
 * <pre>
 * AS-REQ 10, TGS-REQ 12     [1] 5, [2] type, [3] proofs, [4] { [1] client, [2] realm, [3] service, [8] encryptions, [9] addresses }
 * AS-REP 11, TGS-REP 13     [0] 5, [1] type, [2] proofs, [3] realm, [4] client, [5] ticket, [6] encrypted
 * AP-REQ 14                 [0] 5, [1] type, [2] options, [3] ticket, [4] encrypted
 * KRB-ERROR 30              [0] 5, [1] type, ... [6] error, [7] realm, [8] client, [9] realm, [10] service
 * ticket                    [APPLICATION 1] SEQUENCE { [0] 5, [1] realm, [2] service, [3] { [0] encryption } }
 * </pre>
 */
public final class KerberosMessage {

    static final int AS_REQUEST = 10;
    static final int AS_ANSWER = 11;
    static final int TGS_REQUEST = 12;
    static final int TGS_ANSWER = 13;
    static final int AP_REQUEST = 14;
    static final int AP_ANSWER = 15;
    static final int ERROR = 30;

    private static final int APPLICATION = 0x60;
    private static final int TICKET = 0x61;
    private static final int VERSION = 5;
    /** Proof of a ticket in a request for another. */
    private static final int PROOF_OF_TICKET = 1;
    /** What protects a request (RFC 6113, 5.4): somewhere in it is the proof of a ticket. */
    private static final int ARMOR = 136;

    private static final int FURTHEST_ARMOR = 32;

    private static final NamedCodes ERRORS = new NamedCodes("kerberos/errors", "error_");

    private final Ber ber = new Ber();
    private final Cursor fields = new Cursor();
    private final Cursor field = new Cursor();
    private final Cursor parts = new Cursor();
    private final Cursor part = new Cursor();
    private final Principals names = new Principals();
    private final Encryptions encryptions = new Encryptions();

    private int type;
    private int code;
    private String client = "";
    private String clientRealm = "";
    private String service = "";
    private String realm = "";
    private String encryption = "";
    private String computer = "";

    /** The type of the message that begins here, by its first octet; -1 where none does. */
    static int type(int octet) {
        int type = octet - APPLICATION;
        return switch (type) {
            case 10, 11, 12, 13, 14, 15, 20, 21, 22, 30 -> type;
            default -> -1;
        };
    }

    /** Whether the message of somebody who shows a ticket, or the answer to it, begins here. */
    public static boolean begins(Cursor in, int distance) {
        int type = type(in.peek(distance));
        if (type != AP_REQUEST && type != AP_ANSWER && type != ERROR) {
            return false;
        }
        int sequence = distance + head(in, distance);
        int first = sequence + head(in, sequence);
        return in.peek(sequence) == Ber.SEQUENCE
                && in.peek32(first) == 0xa003_0201L
                && in.peek(first + 4) == VERSION
                && in.peek(first + 5) == 0xa1;
    }

    /** Octets before the content of an element. */
    static int head(Cursor in, int distance) {
        int length = in.peek(distance + 1);
        return length > 0x80 ? 2 + (length & 0x7f) : 2;
    }

    /** Reads a message; false where it is not one, or is cut short. */
    public boolean read(Cursor in, Sink out) {
        forget();
        int expected = type(in.peek(0));
        if (expected < 0 || !ber.next(in) || !ber.enter(in, Ber.SEQUENCE, fields)) {
            return false;
        }
        while (fields.left() > 0) {
            if (!ber.next(fields)) {
                return false;
            }
            int number = ber.number();
            fields.slice(ber.length(), field);
            field(expected, number, out);
            if (!field.ok() || !part.ok() || !parts.ok()) {
                return false;
            }
        }
        if (type != expected) {
            return false;
        }
        out.fact("kerberos", "msg", type);
        return true;
    }

    private void forget() {
        type = 0;
        code = 0;
        client = "";
        clientRealm = "";
        service = "";
        realm = "";
        encryption = "";
        computer = "";
        parts.wrap(parts.bytes(), 0, 0);
        part.wrap(part.bytes(), 0, 0);
    }

    private void field(int expected, int number, Sink out) {
        switch (expected) {
            case AS_REQUEST, TGS_REQUEST -> {
                switch (number) {
                    case 2 -> type = (int) ber.integer(field, Ber.INTEGER);
                    case 3 -> proofs(out);
                    case 4 -> body(out);
                    default -> {}
                }
            }
            case AS_ANSWER, TGS_ANSWER -> {
                switch (number) {
                    case 1 -> type = (int) ber.integer(field, Ber.INTEGER);
                    case 3 -> clientRealm = names.text(field, out);
                    case 4 -> client = names.principal(field, out);
                    case 5 -> ticket(out);
                    default -> {}
                }
            }
            case ERROR -> error(number, out);
            default -> {
                if (number == 1) {
                    type = (int) ber.integer(field, Ber.INTEGER);
                } else if (number == 3 && expected == AP_REQUEST) {
                    ticket(out);
                }
            }
        }
    }

    private void error(int number, Sink out) {
        switch (number) {
            case 1 -> type = (int) ber.integer(field, Ber.INTEGER);
            case 6 -> code = (int) ber.integer(field, Ber.INTEGER);
            case 7 -> clientRealm = names.text(field, out);
            case 8 -> client = names.principal(field, out);
            case 9 -> realm = names.text(field, out);
            case 10 -> service = names.principal(field, out);
            default -> {}
        }
    }

    private void body(Sink out) {
        ber.enter(field, Ber.SEQUENCE, parts);
        while (parts.left() > 0 && ber.next(parts)) {
            int number = ber.number();
            parts.slice(ber.length(), part);
            switch (number) {
                case 1 -> client = names.principal(part, out);
                case 2 -> realm = names.text(part, out);
                case 3 -> service = names.principal(part, out);
                case 8 -> encryption = encryptions.offered(part, out);
                case 9 -> computer = names.computer(part, out);
                default -> {}
            }
        }
        clientRealm = realm;
    }

    private void ticket(Sink out) {
        if (!ber.next(field, TICKET)) {
            return;
        }
        ber.enter(field, Ber.SEQUENCE, parts);
        while (parts.left() > 0 && ber.next(parts)) {
            int number = ber.number();
            parts.slice(ber.length(), part);
            switch (number) {
                case 1 -> realm = names.text(part, out);
                case 2 -> service = names.principal(part, out);
                case 3 -> encryption = encryptions.used(part);
                default -> {}
            }
        }
    }

    /** Of each proof {@code [1] kind, [2] octets}; that of a ticket is a message of its own. */
    private void proofs(Sink out) {
        ber.enter(field, Ber.SEQUENCE, parts);
        while (parts.left() > 0 && ber.enter(parts, Ber.SEQUENCE, part)) {
            ber.next(part, 0xa1);
            long kind = ber.integer(part, Ber.INTEGER);
            ber.next(part, 0xa2);
            ber.next(part, Ber.OCTET_STRING);
            int furthest = kind == PROOF_OF_TICKET ? 1 : kind == ARMOR ? FURTHEST_ARMOR : 0;
            for (int i = 0; i < furthest; i++) {
                if (begins(part, i)) {
                    out.fact("kerberos", "msg", AP_REQUEST);
                    break;
                }
            }
        }
    }

    int type() {
        return type;
    }

    int code() {
        return code;
    }

    String errorName() {
        return ERRORS.of(code);
    }

    String client() {
        return client;
    }

    /** Of the client, or of the service where that of the client is not said. */
    String realm() {
        return clientRealm.isEmpty() ? realm : clientRealm;
    }

    /** Service that a ticket is for: {@code cifs/server.example.com}. */
    public String service() {
        return service;
    }

    /** Of the ticket; in a request those that the client can do. */
    String encryption() {
        return encryption;
    }

    /** NetBIOS name of the computer that asks, or "". */
    String computer() {
        return computer;
    }

    /** Whether somebody proves with it who they are. */
    public boolean proves() {
        return type == AP_REQUEST;
    }
}
