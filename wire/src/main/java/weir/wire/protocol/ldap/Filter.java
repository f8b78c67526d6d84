// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ldap;

import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Phrase;

/** What is looked for, written as people write it (RFC 4515): {@code (&(objectClass=user)(name=a*))}. */
final class Filter {

    private static final int DEEPEST = 16;
    private static final int AND = 0xa0;
    private static final int OR = 0xa1;
    private static final int NOT = 0xa2;
    private static final int EQUAL = 0xa3;
    private static final int SUBSTRINGS = 0xa4;
    private static final int GREATER = 0xa5;
    private static final int LESS = 0xa6;
    private static final int PRESENT = 0x87;
    private static final int SIMILAR = 0xa8;
    private static final int EXTENSIBLE = 0xa9;

    private final Ber ber = new Ber();
    private final Cursor[] levels = new Cursor[DEEPEST];
    private final Cursor list = new Cursor();

    Filter() {
        for (int i = 0; i < DEEPEST; i++) {
            levels[i] = new Cursor();
        }
    }

    /** Adds the filter that comes next; fails the cursor where there is none, or one that is nested too deeply. */
    void write(Cursor in, Phrase to) {
        write(in, to, 0);
    }

    private void write(Cursor in, Phrase to, int depth) {
        if (depth == DEEPEST || !ber.next(in)) {
            in.fail();
            return;
        }
        int kind = ber.identifier();
        Cursor inner = in.slice(ber.length(), levels[depth]);
        to.add('(');
        switch (kind) {
            case AND, OR, NOT -> {
                to.add(kind == AND ? '&' : kind == OR ? '|' : '!');
                while (inner.left() > 0 && inner.ok()) {
                    write(inner, to, depth + 1);
                }
            }
            case EQUAL -> compare(inner, "=", to);
            case GREATER -> compare(inner, ">=", to);
            case LESS -> compare(inner, "<=", to);
            case SIMILAR -> compare(inner, "~=", to);
            case PRESENT -> to.add(inner, inner.left()).add("=*");
            case SUBSTRINGS -> substrings(inner, to);
            case EXTENSIBLE -> extensible(inner, to);
            default -> inner.fail();
        }
        to.add(')');
        if (!inner.ok()) {
            in.fail();
        }
    }

    private void compare(Cursor in, String how, Phrase to) {
        ber.next(in, Ber.OCTET_STRING);
        to.add(in, ber.length()).add(how);
        ber.next(in, Ber.OCTET_STRING);
        value(in, to);
    }

    private void substrings(Cursor in, Phrase to) {
        ber.next(in, Ber.OCTET_STRING);
        to.add(in, ber.length()).add('=');
        ber.enter(in, Ber.SEQUENCE, list);
        boolean open = true;
        for (int i = 0; list.left() > 0 && ber.next(list); i++) {
            boolean first = i == 0 && ber.number() == 0;
            open = ber.number() != 2;
            to.add(first ? "" : "*");
            value(list, to);
        }
        to.add(open ? "*" : "");
        if (!list.ok()) {
            in.fail();
        }
    }

    /** [1] rule, [2] attribute, [3] value, [4] also in the name: attribute first when written. */
    private void extensible(Cursor in, Phrase to) {
        list.wrap(in.bytes(), in.offset(), 0);
        while (in.left() > 0 && ber.next(in)) {
            switch (ber.number()) {
                case 1 -> in.slice(ber.length(), list);
                case 2 -> to.add(in, ber.length());
                case 3 -> {
                    if (list.left() > 0) {
                        to.add(':').add(list, list.left());
                    }
                    to.add(":=");
                    value(in, to);
                }
                default -> in.skip(ber.length());
            }
        }
    }

    /** The content of the element just begun; octets that do not print as hexadecimal digits behind a backslash. */
    private void value(Cursor in, Phrase to) {
        for (int i = ber.length(); i > 0 && in.ok(); i--) {
            int octet = in.u8();
            if (octet > 0x1f && octet < 0x7f) {
                to.add((char) octet);
            } else {
                to.add('\\').hex(octet, 2);
            }
        }
    }
}
