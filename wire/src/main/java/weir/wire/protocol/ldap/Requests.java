// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ldap;

import weir.model.Operation;
import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Pending;
import weir.wire.Phrase;
import weir.wire.Sink;

/** What is asked of a directory; the layout of each operation stands with its reader. */
final class Requests {

    /** A search for what the server says of itself. */
    static final long ABOUT_ITSELF = 1;

    private static final int ENUMERATED = 0x0a;
    private static final int BOOLEAN = 0x01;

    private final Pending pending;
    private final Binds binds;
    private final Ber ber = new Ber();
    private final Filter filter = new Filter();
    private final Phrase phrase = new Phrase();
    private final Cursor list = new Cursor();
    private final Cursor item = new Cursor();
    private long note;

    Requests(Pending pending, Binds binds) {
        this.pending = pending;
        this.binds = binds;
    }

    void read(int kind, long number, Cursor in, Sink out) {
        note = 0;
        switch (kind) {
            case 0 -> bind(in, out);
            case 3 -> search(in, out);
            case 6 -> modify(in, out);
            case 8 -> out.request(LdapService.ADD).symbol(text(in, out));
            case 10 -> out.request(LdapService.DELETE).symbol(out.text(in, in.left()));
            case 12 -> {
                String entry = text(in, out);
                out.request(LdapService.RENAME).symbol(entry).qualifier(text(in, out));
            }
            case 14 -> {
                String entry = text(in, out);
                ber.enter(in, Ber.SEQUENCE, list);
                out.request(LdapService.COMPARE).symbol(entry).qualifier(text(list, out));
            }
            case 23 -> extended(in, out);
            default -> out.request(kind == 2 ? LdapService.UNBIND : LdapService.ABANDON);
        }
        if (in.ok()) {
            Operation told = out.tell();
            if (kind != 2 && kind != 16) {
                pending.ask(number, told, out.time(), note);
            }
        }
    }

    private String text(Cursor in, Sink out) {
        return ber.next(in, Ber.OCTET_STRING) ? out.text(in, ber.length()) : "";
    }

    /** Version INTEGER, name, how. */
    private void bind(Cursor in, Sink out) {
        ber.integer(in, Ber.INTEGER);
        String name = text(in, out);
        String how = in.ok() ? binds.read(in, name, out) : "";
        out.request(LdapService.BIND).symbol(name).qualifier(how);
    }

    /** Base, scope ENUMERATED, aliases ENUMERATED, most entries, most seconds, types only BOOLEAN, filter, attributes. */
    private void search(Cursor in, Sink out) {
        String base = text(in, out);
        long scope = ber.integer(in, ENUMERATED);
        ber.integer(in, ENUMERATED);
        ber.integer(in, Ber.INTEGER);
        ber.integer(in, Ber.INTEGER);
        ber.integer(in, BOOLEAN);
        phrase.begin();
        filter.write(in, phrase);
        ber.enter(in, Ber.SEQUENCE, list);
        note = base.isEmpty() && scope == 0 ? ABOUT_ITSELF : 0;
        out.request(LdapService.SEARCH).space(base).symbol(phrase.take(out)).qualifier(scope(scope));
    }

    private static String scope(long scope) {
        return switch ((int) scope) {
            case 0 -> "base";
            case 1 -> "one_level";
            case 2 -> "subtree";
            case 3 -> "subordinates";
            default -> "";
        };
    }

    /** Entry, changes: {@code SEQUENCE OF SEQUENCE { how ENUMERATED, SEQUENCE { attribute, SET OF value } }}. */
    private void modify(Cursor in, Sink out) {
        String entry = text(in, out);
        ber.enter(in, Ber.SEQUENCE, list);
        phrase.begin();
        while (list.left() > 0 && ber.enter(list, Ber.SEQUENCE, item)) {
            long how = ber.integer(item, ENUMERATED);
            ber.next(item, Ber.SEQUENCE);
            ber.next(item, Ber.OCTET_STRING);
            phrase.add(phrase.isEmpty() ? "" : ", ").add(change(how)).add(item, ber.length());
            if (!item.ok()) {
                in.fail();
            }
        }
        if (!list.ok()) {
            in.fail();
        }
        out.request(LdapService.MODIFY).symbol(entry).qualifier(phrase.take(out));
    }

    private static String change(long how) {
        return switch ((int) how) {
            case 0 -> "add ";
            case 1 -> "delete ";
            case 2 -> "replace ";
            case 3 -> "increment ";
            default -> "";
        };
    }

    /** [0] object identifier, [1] value. */
    private void extended(Cursor in, Sink out) {
        ber.next(in, 0x80);
        String identifier = out.text(in, ber.length());
        LdapService service = LdapService.extended(identifier);
        out.request(service).qualifier(service == LdapService.EXTENDED ? identifier : "");
    }
}
