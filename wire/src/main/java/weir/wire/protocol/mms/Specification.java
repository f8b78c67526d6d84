// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mms;

import java.util.Arrays;
import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/**
 * Which variables a message is about (ISO 9506-2 clause 14.5.1, VariableAccessSpecification).
 *
 * <pre>
 * a0 { 30 { a0 name | a1 address | a2 description | a3 scattered access | 84, a5 alternate access } ... }
 * a1 name of a list
 * </pre>
 */
final class Specification {

    static final int VARIABLES = 0xa0;
    static final int LIST = 0xa1;

    /** Variables read of one message. */
    private static final int MOST = 512;

    private static final int NAME = 0xa0;
    private static final int ADDRESS = 0xa1;
    private static final int NUMERIC = 0x80;
    private static final int SYMBOLIC = 0x81;
    private static final Numbered AT = new Numbered("address ");

    private final ObjectNames names;
    private final Ber ber = new Ber();
    private final Cursor part = new Cursor();
    private final Cursor variable = new Cursor();
    private String[] read = new String[8];
    private int count;
    private boolean list;

    Specification(ObjectNames names) {
        this.names = names;
    }

    /** Reads a specification; the cursor fails where none stands there. */
    void read(Cursor in, Sink out) {
        count = 0;
        list = false;
        if (!ber.next(in)) {
            return;
        }
        int identifier = ber.identifier();
        in.slice(ber.length(), part);
        switch (identifier) {
            case VARIABLES -> variables(part, out);
            case LIST -> {
                list = true;
                add(names.read(part, out));
            }
            default -> part.fail();
        }
        if (!part.ok()) {
            in.fail();
        }
    }

    /** Reads the variables of a list that has no head of its own left; the cursor fails where they are malformed. */
    void variables(Cursor in, Sink out) {
        count = 0;
        while (in.left() > 0 && count < MOST && ber.enter(in, Ber.SEQUENCE, variable)) {
            add(name(out));
            if (!variable.ok()) {
                in.fail();
            }
        }
    }

    private String name(Sink out) {
        if (!ber.next(variable)) {
            return "";
        }
        return switch (ber.identifier()) {
            case NAME -> names.read(variable, out);
            case ADDRESS -> address(out);
            default -> "";
        };
    }

    private String address(Sink out) {
        if (!ber.next(variable)) {
            return "";
        }
        return switch (ber.identifier()) {
            case NUMERIC -> AT.of(ber.integer(variable));
            case SYMBOLIC -> out.text(variable, Math.min(255, ber.length()));
            default -> "";
        };
    }

    private void add(String name) {
        if (count == read.length) {
            read = Arrays.copyOf(read, 2 * count);
        }
        read[count++] = name;
    }

    boolean isList() {
        return list;
    }

    String objects() {
        return list ? ConfirmedService.DEFINE_NAMED_VARIABLE_LIST.objects() : ConfirmedService.READ.objects();
    }

    int count() {
        return count;
    }

    String name(int index) {
        return index < count ? read[index] : "";
    }

    String[] names() {
        return read;
    }
}
