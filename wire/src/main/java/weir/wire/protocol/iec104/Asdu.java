// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iec104;

import org.jspecify.annotations.Nullable;
import weir.model.Address;
import weir.model.Operation;
import weir.model.Phase;
import weir.model.PointValue;
import weir.model.Service;
import weir.model.Subject;
import weir.model.Verb;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Numbered;
import weir.wire.Pending;
import weir.wire.Sink;

/** Reads application data units: who is meant, why, and the information objects. One serves for a conversation. */
final class Asdu {

    /** Octets of type, number of objects, cause, originator and common address. */
    static final int HEADER = 6;

    private static final int ADDRESS = 3;
    private static final int READ_COMMAND = 102;
    private static final String SPACE = "ioa";
    private static final Numbered UNIT = new Numbered("ca ");

    /** Types that the standard reserves, as services. */
    private static final @Nullable Service[] RESERVED = new @Nullable Service[256];

    private final Pending pending = new Pending(64);
    private final InformationObject object = new InformationObject();
    private final FileTransfers files = new FileTransfers();

    private int number;
    private int cause;
    private boolean negative;
    private boolean test;
    private int station;
    private String unit = "";
    private Phase phase = Phase.NOTICE;
    private Subject subject = new Subject(Address.NONE, "");

    /** Octets that the objects of a type take; the second octet of the ASDU tells how many and how. */
    static int sizeOfObjects(AsduType type, int number) {
        int count = number & 0x7f;
        return isSequence(number) ? ADDRESS + count * type.size() : count * (ADDRESS + type.size());
    }

    private static boolean isSequence(int number) {
        return (number & 0x80) != 0;
    }

    /** Something may be missing. */
    void lost() {
        files.lost();
    }

    /** Which way an ASDU of this type and cause goes. */
    static Direction direction(int code, int cause, Direction presumed) {
        AsduType type = code < 0 ? null : AsduTypes.of(code);
        if (type == null || cause < 0 || type.isFile() || type.verb() == Verb.AUTHENTICATE) {
            return presumed;
        }
        return type.monitors() || phase(type, cause & 0x3f) == Phase.RESPONSE
                ? Direction.TO_CLIENT
                : Direction.TO_SERVER;
    }

    private static Phase phase(@Nullable AsduType type, int cause) {
        return switch (cause) {
            case Cause.ACTIVATION, Cause.DEACTIVATION -> Phase.REQUEST;
            case Cause.ACTIVATION_CONFIRMATION, Cause.DEACTIVATION_CONFIRMATION, Cause.ACTIVATION_TERMINATION ->
                Phase.RESPONSE;
            case Cause.REQUEST -> type != null && type.monitors() ? Phase.RESPONSE : Phase.REQUEST;
            default -> Cause.isUnknown(cause) ? Phase.RESPONSE : Phase.NOTICE;
        };
    }

    void read(Cursor in, Direction way, Sink out) {
        int code = in.u8();
        number = in.u8();
        int reason = in.u8();
        in.skip(1);
        station = in.u16le();
        if (!in.ok()) {
            out.violation("truncated", code);
            return;
        }
        cause = reason & 0x3f;
        negative = (reason & 0x40) != 0;
        test = (reason & 0x80) != 0;
        unit = UNIT.of(station);
        out.fact("iec104", "typeid", code);
        out.fact("iec104", "cot", cause);
        out.fact("iec104", "ca", station);
        AsduType type = AsduTypes.of(code);
        phase = phase(type, cause);
        if (type == null) {
            out.violation("unknown_type_id", code);
            begin(reserved(code), Cause.Step.NONE, out).tell();
            return;
        }
        boolean fromStation = direction(code, cause, way) == Direction.TO_CLIENT;
        subject = subject(fromStation ? out.at().source() : out.at().destination(), out);
        objects(in, type, fromStation, out);
    }

    /** The same station mostly speaks, or is spoken to, again. */
    private Subject subject(Address address, Sink out) {
        return subject.address().equals(address) && subject.unit().equals(unit) ? subject : out.subject(address, unit);
    }

    private void objects(Cursor in, AsduType type, boolean fromStation, Sink out) {
        if (type.isSized()) {
            int size = sizeOfObjects(type, number);
            if (in.left() < size) {
                out.violation("truncated", type.code());
                return;
            }
            if (in.left() > size) {
                out.violation("trailing_bytes", in.left() - size);
            }
        }
        if (type.isOpaque()) {
            begin(type, Cause.Step.NONE, out).tell();
            return;
        }
        if ((number & 0x7f) == 0) {
            out.violation("no_objects", type.code());
        } else if (type.monitors()) {
            monitored(in, type, out);
        } else {
            commands(in, type, fromStation, out);
        }
    }

    /** One operation for all, then the values. */
    private void monitored(Cursor in, AsduType type, Sink out) {
        int count = number & 0x7f;
        boolean sequence = isSequence(number);
        int begin = in.read();
        int lowest = Integer.MAX_VALUE;
        int highest = 0;
        for (int i = 0; i < (sequence ? 1 : count); i++) {
            int address = in.u24le();
            in.skip(type.size());
            lowest = Math.min(lowest, address);
            highest = Math.max(highest, sequence ? address + count - 1 : address);
        }
        in.seek(begin);
        begin(type, Cause.Step.NONE, out);
        if (phase == Phase.RESPONSE && pending.take(key(READ_COMMAND, lowest))) {
            out.since(pending.time());
        }
        long span = highest - lowest + 1L;
        boolean together = span <= count;
        tell(type, together ? lowest : -1, together ? span : count, out);
        if (out.wantsPoints()) {
            values(in, type, count, out);
        }
    }

    private void values(Cursor in, AsduType type, int count, Sink out) {
        int address = 0;
        for (int i = 0; i < count; i++) {
            address = i == 0 || !isSequence(number) ? in.u24le() : address + 1;
            object.read(in, type, out.reading());
            point(type, address, cause == Cause.REQUEST ? PointValue.Origin.READ : PointValue.Origin.REPORTED, out);
        }
    }

    private void point(AsduType type, int address, PointValue.Origin origin, Sink out) {
        if (object.valued) {
            out.point(subject, SPACE, address, "", type.encoding(), origin);
        }
        out.reading().clear();
    }

    /** One operation for each object. */
    private void commands(Cursor in, AsduType type, boolean fromStation, Sink out) {
        int count = number & 0x7f;
        int address = 0;
        for (int i = 0; i < count; i++) {
            address = i == 0 || !isSequence(number) ? in.u24le() : address + 1;
            object.read(in, type, out.reading());
            if (!in.ok()) {
                out.reading().clear();
                out.violation("truncated", type.code());
                return;
            }
            begin(type, object.step, out).symbol(object.symbol);
            answer(type, address, out);
            Operation told = tell(type, address, 1, out);
            if (phase == Phase.REQUEST) {
                pending.ask(key(type.code(), address), told, out.time(), 0);
            }
            if (type.isFile()) {
                files.moved(type, object, station, subject, fromStation, out);
            }
            boolean writes = cause == Cause.ACTIVATION && object.step != Cause.Step.SELECT;
            object.valued &= writes;
            point(type, address, PointValue.Origin.WRITE, out);
        }
    }

    /** A confirmation leaves the request waiting for its termination; a refusal or the termination ends it. */
    private void answer(AsduType type, int address, Sink out) {
        if (phase != Phase.RESPONSE) {
            if (object.declined) {
                out.refused(cause, "negative");
            }
            return;
        }
        boolean refused = negative || Cause.isUnknown(cause);
        boolean last = refused || cause == Cause.ACTIVATION_TERMINATION;
        long key = key(type.code(), address);
        if (last ? pending.take(key) : pending.find(key)) {
            out.since(pending.time());
        }
        if (refused) {
            out.refused(cause, Cause.isUnknown(cause) ? Cause.name(cause) : "negative");
        }
    }

    private Sink begin(Service service, Cause.Step step, Sink out) {
        Sink told = switch (phase) {
            case REQUEST -> out.request(service);
            case RESPONSE -> out.response(service);
            case NOTICE -> out.notice(service);
        };
        return told.unit(unit).qualifier(Cause.words(cause, step, test));
    }

    private static Operation tell(AsduType type, long first, long count, Sink out) {
        // the object address of a command to the whole station is 0 and means nothing
        boolean whole = first == 0 && type.isForStation();
        return (whole ? out : out.range(SPACE, first, count)).tell();
    }

    private long key(int type, int address) {
        return (long) type << 40 | (long) station << 24 | address;
    }

    private static Service reserved(int code) {
        Service service = RESERVED[code];
        if (service == null) {
            service = new Service.Unlisted("type_" + code, code, Verb.OTHER);
            RESERVED[code] = service;
        }
        return service;
    }
}
