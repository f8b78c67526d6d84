// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mms;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Subject;
import weir.wire.Ber;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Sink;
import weir.wire.protocol.iso.Outstanding;

/** Reads what answers say of their device: who it is, how it is, what its lists consist of, what is moved. */
final class Answers {

    private static final int LONGEST_TEXT = 255;
    private static final int VENDOR = 0x80;
    private static final int MODEL = 0x81;
    private static final int REVISION = 0x82;
    private static final int LOGICAL = 0x80;
    private static final int PHYSICAL = 0x81;
    private static final int MEMBERS = 0xa1;
    private static final int ENROLLMENT = 0xa0;
    private static final String SOURCE = "Identify";

    private static final String[] LOGICAL_STATES = {
        "state_changes_allowed", "no_state_changes_allowed", "limited_services_permitted", "support_services_allowed"
    };
    private static final String[] PHYSICAL_STATES = {
        "operational", "partially_operational", "inoperable", "needs_commissioning"
    };
    private static final String[] STATES = new String[LOGICAL_STATES.length * PHYSICAL_STATES.length];

    static {
        for (int i = 0; i < STATES.length; i++) {
            STATES[i] = PHYSICAL_STATES[i % PHYSICAL_STATES.length] + ", " + LOGICAL_STATES[i / PHYSICAL_STATES.length];
        }
    }

    private final ObjectNames names;
    private final Specification members;
    private final DataSets sets;
    private final Transfers transfers;
    private final Ber ber = new Ber();
    private final Cursor list = new Cursor();

    Answers(ObjectNames names, DataSets sets, Transfers transfers) {
        this.names = names;
        this.sets = sets;
        this.transfers = transfers;
        members = new Specification(names);
    }

    /** Reads the content of an answer that {@code begun} has begun to tell. */
    void read(ConfirmedService service, Outstanding asked, Cursor in, Direction way, Sink begun) {
        Operation request = asked.operation(0);
        switch (service) {
            case IDENTIFY -> identify(in, begun);
            case STATUS -> status(begun, in);
            case GET_NAMED_VARIABLE_LIST_ATTRIBUTES -> {
                begun.tell();
                attributes(request, in, begun);
            }
            default -> {
                begun.tell();
                transfers.answer(service, request, in, way, begun);
            }
        }
    }

    /** 80 vendor | 81 model | 82 revision | ... */
    private void identify(Cursor in, Sink out) {
        String vendor = text(VENDOR, in, out);
        String model = text(MODEL, in, out);
        String revision = text(REVISION, in, out);
        if (!in.ok()) {
            return;
        }
        out.tell();
        Subject device = out.sender();
        out.identity(device, Attribute.VENDOR, vendor, SOURCE, 5);
        out.identity(device, Attribute.MODEL, model, SOURCE, 5);
        out.identity(device, Attribute.FIRMWARE, revision, SOURCE, 5);
    }

    private String text(int identifier, Cursor in, Sink out) {
        if (!ber.next(in, identifier)) {
            return "";
        }
        in.slice(ber.length(), list);
        return out.text(list, Math.min(LONGEST_TEXT, list.left()));
    }

    /** 80 what is allowed | 81 how the hardware is | ... */
    void status(Sink begun, Cursor in) {
        long logical = ber.integer(in, LOGICAL);
        long physical = ber.integer(in, PHYSICAL);
        if (!in.ok()) {
            return;
        }
        boolean known = (logical & 3) == logical && (physical & 3) == physical;
        begun.qualifier(known ? STATES[(int) (logical * PHYSICAL_STATES.length + physical)] : "")
                .tell();
    }

    /** 80 deletable | a1 { member ... }. */
    private void attributes(@Nullable Operation request, Cursor in, Sink out) {
        if (ber.next(in)) {
            in.skip(ber.length());
        }
        if (!ber.enter(in, MEMBERS, list)) {
            return;
        }
        members.variables(list, out);
        if (!list.ok()) {
            in.fail();
        } else if (request != null) {
            sets.define(request.target().symbol(), members.names(), members.count());
        }
    }

    /** a0 { name } | ... */
    String enrollment(Cursor in, Sink out) {
        if (!ber.enter(in, ENROLLMENT, list)) {
            return "";
        }
        String name = names.read(list, out);
        if (!list.ok()) {
            in.fail();
        }
        return name;
    }
}
