// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ldap;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Operation;
import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.NamedCodes;
import weir.wire.Pending;
import weir.wire.Sink;

/** What a directory answers; the layout of each operation stands with its reader. */
final class Answers {

    private static final NamedCodes RESULTS = new NamedCodes("ldap/results", "result_");

    private static final int ENUMERATED = 0x0a;
    private static final int COMPARED_FALSE = 5;
    private static final int COMPARED_TRUE = 6;
    private static final int REFERRAL = 10;
    private static final int GOES_ON = 14;
    private static final int TOKEN = 0x87;
    private static final int NAME = 0x8a;
    private static final int SET = 0x31;

    private final Pending pending;
    private final Binds binds;
    private final Ber ber = new Ber();
    private final Cursor list = new Cursor();
    private final Cursor item = new Cursor();
    private final Cursor values = new Cursor();
    private boolean secured;

    Answers(Pending pending, Binds binds) {
        this.pending = pending;
        this.binds = binds;
    }

    /** What follows is TLS: both ends agreed on it. */
    boolean isSecured() {
        return secured;
    }

    void read(int kind, long number, Cursor in, Sink out) {
        switch (kind) {
            case 4 -> entry(number, in, out);
            case 19 -> passing(number, LdapService.SEARCH, "referral", in, out);
            case 25 -> passing(number, LdapService.INTERMEDIATE, "intermediate", in, out);
            default -> result(kind, number, in, out);
        }
    }

    /** Begins to tell an answer to what was asked under a number. */
    private static void response(@Nullable Operation request, long asked, LdapService service, Sink out) {
        if (request == null) {
            out.response(service);
        } else {
            out.response(request.service()).like(request).since(asked);
        }
    }

    private void passing(long number, LdapService service, String word, Cursor in, Sink out) {
        pending.find(number);
        in.skip(in.left());
        response(pending.request(), pending.time(), service, out);
        out.qualifier(word).tell();
    }

    /** Entry, {@code SEQUENCE OF SEQUENCE { attribute, SET OF value }}. */
    private void entry(long number, Cursor in, Sink out) {
        String name = ber.next(in, Ber.OCTET_STRING) ? out.text(in, ber.length()) : "";
        ber.enter(in, Ber.SEQUENCE, list);
        if (!in.ok()) {
            return;
        }
        pending.find(number);
        Operation request = pending.request();
        boolean aboutItself = request != null && pending.note() == Requests.ABOUT_ITSELF && name.isEmpty();
        response(request, pending.time(), LdapService.SEARCH, out);
        out.qualifier(name.isEmpty() ? "entry" : name).tell();
        if (aboutItself) {
            itself(out);
        }
    }

    private void itself(Sink out) {
        while (list.left() > 0 && ber.enter(list, Ber.SEQUENCE, item)) {
            if (!ber.next(item, Ber.OCTET_STRING)) {
                return;
            }
            String attribute = out.text(item, ber.length());
            ber.enter(item, SET, values);
            String value =
                    values.left() > 0 && ber.next(values, Ber.OCTET_STRING) ? out.text(values, ber.length()) : "";
            switch (attribute) {
                case "dnsHostName" -> out.identity(out.sender(), Attribute.NAME, value, "root DSE", 5);
                case "vendorName" -> out.identity(out.sender(), Attribute.VENDOR, value, "root DSE", 4);
                case "vendorVersion" -> out.identity(out.sender(), Attribute.SOFTWARE, value, "root DSE", 4);
                default -> {}
            }
        }
    }

    /**
     * Result ENUMERATED, entry, message; [3] referral, [7] token, [10] object identifier, [11] value.
     * Where NTLM is spoken without SASL the entry is its challenge (MS-ADTS 5.1.1.1.3).
     */
    private void result(int kind, long number, Cursor in, Sink out) {
        int code = (int) ber.integer(in, ENUMERATED);
        ber.next(in, Ber.OCTET_STRING);
        in.slice(ber.length(), item);
        ber.next(in, Ber.OCTET_STRING);
        in.skip(ber.length());
        if (!in.ok()) {
            return;
        }
        if (kind == 1 && item.left() > 0) {
            binds.answered(item, out);
        }
        LdapService service = kind == 24 ? LdapService.EXTENDED : named(kind);
        while (in.left() > 0 && ber.next(in)) {
            if (ber.identifier() == TOKEN && kind == 1) {
                in.slice(ber.length(), item);
                binds.answered(item, out);
            } else if (ber.identifier() == NAME && kind == 24) {
                service = LdapService.extended(out.text(in, ber.length()));
            } else {
                in.skip(ber.length());
            }
        }
        if (!in.ok()) {
            return;
        }
        pending.take(number);
        Operation request = pending.request();
        response(request, pending.time(), service, out);
        ended(code, out);
        Operation told = out.tell();
        if (kind == 1) {
            bound(code, out);
        }
        secured |= kind == 24 && code == 0 && told.service() == LdapService.START_TLS;
    }

    private static LdapService named(int kind) {
        LdapService service = LdapService.of(kind);
        return service == null ? LdapService.EXTENDED : service;
    }

    private static void ended(int code, Sink out) {
        switch (code) {
            case 0 -> {}
            case COMPARED_FALSE, COMPARED_TRUE, REFERRAL, GOES_ON -> out.qualifier(RESULTS.of(code));
            default -> out.refused(code, RESULTS.of(code));
        }
    }

    private void bound(int code, Sink out) {
        if (code == 0) {
            binds.done(out);
        } else if (code != GOES_ON) {
            binds.refused(code, RESULTS.of(code), out);
        }
    }
}
