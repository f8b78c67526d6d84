// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mms;

import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/** Finds in a request the name of what it is about, and tells it; see {@link ConfirmedService.Naming}. */
final class Requests {

    private static final int LONGEST_TEXT = 255;
    private static final int AT_0 = 0xa0;
    private static final int TEXT_AT_0 = 0x80;
    private static final int AT_1 = 0xa1;
    private static final int MEMBERS = 0xa0;

    /** Classes of objects whose names are asked for (ISO 9506-2 clause 7.5.2). */
    private static final String[] CLASSES = {
        "variable",
        "scattered_access",
        "variable_list",
        "type",
        "semaphore",
        "event_condition",
        "event_action",
        "event_enrollment",
        "journal",
        "domain",
        "program_invocation",
        "operator_station",
        "data_exchange",
        "access_control_list"
    };

    private static final Numbered OTHER_CLASS = new Numbered("class ");

    private final ObjectNames names;
    private final Transfers transfers;
    private final Specification members;
    private final DataSets sets;
    private final Ber ber = new Ber();
    private final Cursor part = new Cursor();

    Requests(ObjectNames names, Transfers transfers, DataSets sets) {
        this.names = names;
        this.transfers = transfers;
        this.sets = sets;
        members = new Specification(names);
    }

    /** Reads the content of a request and begins to tell it; the cursor fails where it is malformed. */
    void read(ConfirmedService service, Cursor in, Sink out) {
        String objects = service.objects();
        String symbol = "";
        long number = -1;
        switch (service.naming()) {
            case NONE, VARIABLES -> {}
            case SCOPE -> {
                objects = objectClass(in);
                symbol = scope(in, out);
            }
            case OBJECT -> symbol = names.read(in, out);
            case OBJECT_AT_0 -> symbol = objectAt(AT_0, in, out);
            case OBJECT_AT_1 -> symbol = objectAt(AT_1, in, out);
            case TEXT -> symbol = text(in, in.left(), out);
            case TEXT_AT_0 -> symbol = ber.next(in, TEXT_AT_0) ? text(in, ber.length(), out) : "";
            case FILE -> symbol = file(in, out);
            case FILE_AT_0 -> symbol = fileAt(AT_0, in, out);
            case FILE_AT_1 -> symbol = fileAt(AT_1, in, out);
            case NUMBER -> {
                number = integer(in);
                symbol = transfers.name(service, number);
            }
        }
        if (!in.ok()) {
            return;
        }
        if (service == ConfirmedService.DEFINE_NAMED_VARIABLE_LIST) {
            define(symbol, in, out);
        }
        out.request(service).range(objects, number, number < 0 ? 0 : 1).symbol(symbol);
    }

    private void define(String list, Cursor in, Sink out) {
        if (ber.enter(in, MEMBERS, part)) {
            members.variables(part, out);
            if (part.ok()) {
                sets.define(list, members.names(), members.count());
            }
        }
    }

    private String text(Cursor in, int length, Sink out) {
        return out.text(in, Math.min(LONGEST_TEXT, length));
    }

    /** The content of an integer whose head was read. */
    private static long integer(Cursor in) {
        if (in.left() == 0 || in.left() > 5) {
            in.fail();
            return -1;
        }
        long value = in.i8();
        while (in.left() > 0) {
            value = value << 8 | in.u8();
        }
        return value & 0xffff_ffffL;
    }

    /** a0 { 80 class }. */
    private String objectClass(Cursor in) {
        if (!ber.enter(in, AT_0, part)) {
            return "";
        }
        if (!ber.next(part)) {
            in.fail();
            return "";
        }
        long number = ber.integer(part);
        return number >= 0 && number < CLASSES.length ? CLASSES[(int) number] : OTHER_CLASS.of(number);
    }

    /** a1 { 80 of the device | 81 domain | 82 of the association }. */
    private String scope(Cursor in, Sink out) {
        if (!ber.enter(in, AT_1, part) || !ber.next(part)) {
            in.fail();
            return "";
        }
        return switch (ber.identifier()) {
            case 0x81 -> text(part, ber.length(), out);
            case 0x82 -> "@";
            default -> "";
        };
    }

    /** The definition of a variable is a sequence of its own in what is tagged as it; others are not. */
    private String objectAt(int head, Cursor in, Sink out) {
        if (in.peek(0) == Ber.SEQUENCE && ber.next(in)) {
            in.slice(ber.length(), in);
        }
        if (!find(head, in)) {
            return "";
        }
        String name = names.read(part, out);
        if (!part.ok()) {
            in.fail();
        }
        return name;
    }

    private String fileAt(int head, Cursor in, Sink out) {
        if (!find(head, in)) {
            return "";
        }
        String name = file(part, out);
        if (!part.ok()) {
            in.fail();
        }
        return name;
    }

    /** Leaves {@code part} on the content of the first element of this kind; false where there is none. */
    private boolean find(int head, Cursor in) {
        while (in.left() > 0 && ber.next(in)) {
            in.slice(ber.length(), part);
            if (ber.identifier() == head) {
                return true;
            }
        }
        return false;
    }

    /** { 19 text ... }, in a sequence of its own where it is not said that it is none. */
    private String file(Cursor in, Sink out) {
        if (in.left() == 0) {
            return "";
        }
        ber.next(in);
        if (ber.identifier() == Ber.SEQUENCE) {
            ber.next(in);
        }
        return text(in, ber.length(), out);
    }
}
