// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dlms;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Phase;
import weir.model.PointValue;
import weir.model.Service;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Pending;
import weir.wire.Sink;

/**
 * What client and meter say to each other (IEC 62056-5-3 clause 9.4).
 *
 * <pre>
 * get      c0 | 1 | id u8 | descriptor | selective u8 ...      c0 | 2 next | id | block u32     c0 | 3 | id | count ...
 * set      c1 | 1 | id | descriptor | selective u8 | data      others as get
 * action   c3 | 1 | id | descriptor | data follows u8 | data
 * answers  c4 | 1 | id | 0 data or 1 result u8                 c4 | 2 block, last u8, number u32 ...
 *          c5 | 1 | id | result u8                             c7 | 1 | id | result u8 | returned ...
 * notices  c2 | time follows u8 ... | descriptor | data        d8 | state u8 | service error u8
 * </pre>
 */
final class Exchange {

    /** Requests that wait for their answer, by logical device and invoke id. */
    private static final int WAITING = 32;

    private static final int NORMAL = 1;
    private static final int LINK_READY = 0x11;

    /** Class of associations by logical name, whose first method is the answer to a challenge. */
    private static final int ASSOCIATION_CLASS = 15;

    private static final long ASSOCIATION = 1L << 40;
    private static final long OTHER = 1L << 41;

    private static final Numbered DEVICE = new Numbered("logical device ");

    private final Pending pending = new Pending(WAITING);
    private final Association association = new Association();
    private final Descriptor descriptor = new Descriptor();
    private final DataValue value = new DataValue();
    private String unit = "";
    private int device;

    void read(Cursor in, int logicalDevice, Sink out) {
        int tag = in.peek(0);
        DlmsService service = DlmsService.of(tag);
        if (service == null) {
            out.violation("unknown_service", tag);
            return;
        }
        device = logicalDevice;
        unit = DEVICE.of(logicalDevice);
        Phase phase = service.phase(tag);
        switch (service) {
            case ASSOCIATE -> associate(phase, in, out);
            case GET, SET, ACTION -> {
                in.skip(1);
                if (phase == Phase.REQUEST) {
                    request(service, in, out);
                } else {
                    answer(service, in, out);
                }
            }
            case EVENT_NOTIFICATION -> event(in, out);
            case EXCEPTION -> exception(in, out);
            default -> plain(service, phase, tag, out);
        }
        if (!in.ok()) {
            out.violation("malformed", tag);
        }
    }

    /** Connects and disconnects of the link; that a side is ready is told as such. */
    void link(int control, int logicalDevice, Sink out) {
        unit = DEVICE.of(logicalDevice);
        device = logicalDevice;
        long key = OTHER | (long) logicalDevice << 8;
        switch (control) {
            case 0x93 ->
                pending.ask(
                        key, out.request(DlmsService.HDLC_CONNECT).unit(unit).tell(), out.time(), 0);
            case 0x53 ->
                pending.ask(
                        key, out.request(DlmsService.HDLC_DISCONNECT).unit(unit).tell(), out.time(), 0);
            case 0x73 -> linked(key, out).tell();
            case 0x1f -> linked(key, out).refused(control, "disconnected_mode").tell();
            default -> {
                if ((control & 0x1f) == LINK_READY) {
                    out.notice(DlmsService.HDLC_RECEIVE_READY).unit(unit).tell();
                } else {
                    out.violation("unknown_control", control);
                }
            }
        }
    }

    private Sink linked(long key, Sink out) {
        @Nullable Operation asked = pending.take(key) ? pending.request() : null;
        out.response(asked == null ? DlmsService.HDLC_CONNECT : asked.service()).unit(unit);
        return asked == null ? out : out.since(pending.time());
    }

    private void associate(Phase phase, Cursor in, Sink out) {
        boolean asks = phase == Phase.REQUEST;
        if (!association.read(in, out)) {
            in.fail();
            return;
        }
        Subject meter = out.server(unit);
        long key = ASSOCIATION | device;
        if (asks) {
            Operation told = out.request(DlmsService.ASSOCIATE)
                    .unit(unit)
                    .qualifier(association.qualifier())
                    .tell();
            pending.ask(key, told, out.time(), association.hasLogin() ? 1 : 0);
            association.asked(meter, out);
            return;
        }
        @Nullable Operation asked = pending.take(key) ? pending.request() : null;
        boolean login = asked != null && pending.note() == 1;
        out.response(DlmsService.ASSOCIATE).unit(unit);
        if (asked != null) {
            out.qualifier(asked.qualifier()).since(pending.time());
        }
        if (!association.isAccepted()) {
            out.refused(association.reason(), association.word());
        }
        out.tell();
        association.answered(meter, login, out);
    }

    private static String kind(DlmsService service, int type) {
        return switch (type) {
            case NORMAL -> "";
            case 2 -> service == DlmsService.GET ? "next_block" : "first_block";
            case 3 -> service == DlmsService.SET ? "block" : "list";
            default -> "list";
        };
    }

    private void request(DlmsService service, Cursor in, Sink out) {
        int type = in.u8();
        int id = in.u8() & 15;
        long key = key(id);
        boolean first = type == NORMAL || type == 2 && service == DlmsService.SET;
        if (type == 3 && service == DlmsService.GET || type == 4) {
            in.skip(1);
            first = true;
        }
        if (!first) {
            again(service, key, kind(service, type), in, out);
            return;
        }
        descriptor.read(in);
        if (!in.ok()) {
            return;
        }
        descriptor.on(out.request(refined(service)).unit(unit));
        Operation told = out.qualifier(kind(service, type)).tell();
        pending.ask(key, told, out.time(), descriptor.packed());
        if (type == NORMAL && service == DlmsService.SET && in.u8() == 0 && in.left() > 0 && value.read(in)) {
            point(out.server(unit), PointValue.Origin.WRITE, out);
        }
    }

    private DlmsService refined(DlmsService service) {
        return service == DlmsService.SET
                ? DlmsService.set(descriptor.type)
                : service == DlmsService.ACTION ? DlmsService.action(descriptor.type) : service;
    }

    /** A further block of what was begun. */
    private void again(DlmsService service, long key, String word, Cursor in, Sink out) {
        if (!in.ok()) {
            return;
        }
        @Nullable Operation begun = pending.find(key) ? pending.request() : null;
        long note = pending.note();
        out.request(begun == null ? service : begun.service()).unit(unit);
        if (begun != null) {
            out.like(begun);
        }
        Operation told = out.qualifier(word).tell();
        pending.ask(key, told, out.time(), begun == null ? 0 : note);
    }

    private long key(int id) {
        return (long) device << 8 | id;
    }

    private void answer(DlmsService service, Cursor in, Sink out) {
        int type = in.u8();
        int id = in.u8() & 15;
        boolean last = type != 2 || service != DlmsService.GET || in.peek(0) == 1;
        long key = key(id);
        boolean found = last ? pending.take(key) : pending.find(key);
        @Nullable Operation asked = found && pending.request() != null ? pending.request() : null;
        int result = 0;
        boolean data = false;
        if (type == NORMAL && service == DlmsService.GET) {
            data = in.u8() == 0;
            result = data ? 0 : in.u8();
        } else if (type == NORMAL) {
            result = in.u8();
        }
        if (!in.ok()) {
            return;
        }
        begin(service, asked, out)
                .qualifier(type == NORMAL ? "" : service == DlmsService.GET && type == 2 ? "block" : "list");
        Outcome outcome = (result == 0 ? out : out.refused(result, Results.label(service, result)))
                .tell()
                .outcome();
        if (service == DlmsService.ACTION && asked != null && isProof(asked)) {
            out.login(out.server(unit), "", "", outcome);
        }
        if (data && asked != null && value.read(in)) {
            restore(asked);
            Subject meter = out.server(unit);
            descriptor.identify(value, meter, out);
            point(meter, PointValue.Origin.READ, out);
        }
    }

    /** Whether this is how a client proves who it is, after an association by challenge. */
    private boolean isProof(Operation asked) {
        return pending.note() >>> 48 == ASSOCIATION_CLASS && asked.target().first() == 1;
    }

    private void restore(Operation asked) {
        long note = pending.note();
        descriptor.restore((int) (note >>> 48), note & 0xffff_ffff_ffffL, (int)
                asked.target().first());
    }

    private Sink begin(Service service, @Nullable Operation asked, Sink out) {
        if (asked == null) {
            return out.response(service).unit(unit);
        }
        return out.response(asked.service()).like(asked).since(pending.time());
    }

    private void point(Subject meter, PointValue.Origin origin, Sink out) {
        if (out.wantsPoints() && value.isScalar()) {
            value.to(out.reading(), out);
            out.point(meter, descriptor.space(), descriptor.number, descriptor.symbol(out), value.type(), origin);
        }
    }

    private void event(Cursor in, Sink out) {
        in.skip(1);
        in.skip(in.u8() == 0 ? 0 : (int) Math.min(64, DataValue.length(in)));
        descriptor.read(in);
        if (!in.ok()) {
            return;
        }
        descriptor.on(out.notice(DlmsService.EVENT_NOTIFICATION).unit(unit)).tell();
        if (value.read(in)) {
            point(out.server(unit), PointValue.Origin.REPORTED, out);
        }
    }

    /** The last request is meant: the message does not say which. */
    private void exception(Cursor in, Sink out) {
        in.skip(1);
        int state = in.u8();
        int error = in.u8();
        if (in.ok()) {
            out.response(DlmsService.EXCEPTION).unit(unit).qualifier(Results.state(state));
            out.refused(error, Results.exception(error)).tell();
        }
    }

    private void plain(DlmsService service, Phase phase, int tag, Sink out) {
        long key = OTHER | service.ordinal();
        switch (phase) {
            case REQUEST -> out.request(service);
            case RESPONSE -> {
                out.response(service);
                if (pending.take(key)) {
                    out.since(pending.time());
                }
            }
            case NOTICE -> out.notice(service);
        }
        if (service == DlmsService.CONFIRMED_SERVICE_ERROR) {
            out.refused(tag, "service_error");
        }
        Operation told = out.unit(unit)
                .qualifier(service.isCiphered() ? "encrypted" : "")
                .tell();
        if (phase == Phase.REQUEST) {
            pending.ask(key, told, out.time(), 0);
        }
    }
}
