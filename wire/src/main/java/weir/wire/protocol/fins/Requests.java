// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.fins;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.PointValue.Origin;
import weir.model.Service;
import weir.model.Subject;
import weir.model.Transfer;
import weir.wire.Cursor;
import weir.wire.NamedCodes;
import weir.wire.Numbered;
import weir.wire.Sink;

/** Commands, read by the form that the table of commands gives them (OMRON W342 section 5-3). */
final class Requests {

    private static final int LAST_OF_PROGRAM = 0x8000;
    private static final int READ_PROGRAM = 0x0306;

    private static final NamedCodes PARAMETERS = new NamedCodes("fins/parameter-areas", "parameter_area_");
    private static final NamedCodes FORCES = new NamedCodes("fins/forces", "force_");
    private static final Numbered PROGRAM = Numbered.hex("program ");

    private final Places places;
    private int code;
    private long first;
    private int count;

    Requests(Places places) {
        this.places = places;
    }

    /** What its answer needs to be read: the code of the memory area, which {@link Places} were asked for, or -1. */
    long note() {
        return code;
    }

    /** Null where the command is cut. */
    @Nullable
    Operation read(Service service, String form, String unit, Cursor in, Sink out) {
        code = -1;
        out.request(service).unit(unit);
        return switch (form) {
            case "area" -> told(place(in, out), in, out);
            case "values" -> values(unit, in, out);
            case "fill" -> fill(unit, in, out);
            case "places" -> places(service, unit, in, out);
            case "copy" -> copy(in, out);
            case "force" -> forces(service, unit, in, out);
            case "parameter" -> parameter(in, out);
            case "program" -> program(service, unit, in, out);
            case "clear" -> told(out.space(PROGRAM.of(in.u16())), in, out);
            case "protect" -> protect(unit, in, out);
            case "run" -> run(in, out);
            case "name" -> told(out.symbol(out.text(in, in.left())), in, out);
            default -> Files.read(form, in, out);
        };
    }

    static @Nullable Operation told(Sink sentence, Cursor in, Sink out) {
        return Conversation.isWhole(in, out) ? sentence.tell() : null;
    }

    /** Area u8, word u16, bit u8. */
    private void address(Cursor in) {
        code = in.u8();
        first = Area.index(code, in.u24());
    }

    /** An address, items u16. */
    private Sink place(Cursor in, Sink out) {
        address(in);
        count = in.u16();
        return out.range(Area.nameOf(code), first, count);
    }

    private @Nullable Operation values(String unit, Cursor in, Sink out) {
        place(in, out);
        Area area = Area.of(code);
        int octets = area == null ? in.left() : count * area.item().octets;
        if (!in.ok() || octets > in.left()) {
            out.violation("truncated", in.left());
            return null;
        }
        if (octets < in.left()) {
            out.violation("length_mismatch", in.left());
        }
        Operation told = out.tell();
        if (area != null) {
            area.tell(in, first, count, out.receiver(unit), Origin.WRITE, out);
        }
        return told;
    }

    /** One word is written to all. */
    private @Nullable Operation fill(String unit, Cursor in, Sink out) {
        place(in, out);
        int value = in.u16();
        Operation told = told(out, in, out);
        Area area = Area.of(code);
        for (int i = 0; told != null && area != null && out.wantsPoints() && i < count; i++) {
            out.reading().integer(value);
            out.point(out.receiver(unit), area.name(), first + i, "", "u16", Origin.WRITE);
        }
        return told;
    }

    /** Addresses; told one by one, the last stands for all. */
    private @Nullable Operation places(Service service, String unit, Cursor in, Sink out) {
        if (in.left() == 0 || in.left() % 4 != 0) {
            out.violation("truncated", in.left());
            return null;
        }
        Operation told = null;
        places.clear();
        while (in.left() > 0) {
            address(in);
            places.add(code, first);
            told = out.request(service)
                    .unit(unit)
                    .object(Area.nameOf(code), first)
                    .tell();
        }
        code = places.serial();
        return told;
    }

    /** From an address to an address, items u16; what is changed is the target. */
    private @Nullable Operation copy(Cursor in, Sink out) {
        address(in);
        out.qualifier(Area.nameOf(code));
        return told(place(in, out), in, out);
    }

    /** Number u16, then each: what is done u16, an address. */
    private @Nullable Operation forces(Service service, String unit, Cursor in, Sink out) {
        int number = in.u16();
        if (!in.ok() || number == 0 || in.left() < number * 6) {
            out.violation("truncated", in.left());
            return null;
        }
        if (in.left() > number * 6) {
            out.violation("length_mismatch", in.left());
        }
        Operation told = null;
        for (int i = 0; i < number; i++) {
            String what = FORCES.of(in.u16());
            address(in);
            told = out.request(service)
                    .unit(unit)
                    .object(Area.nameOf(code), first)
                    .qualifier(what)
                    .tell();
        }
        return told;
    }

    /** Area u16, word u16, words u16. */
    private static @Nullable Operation parameter(Cursor in, Sink out) {
        int area = in.u16();
        int word = in.u16();
        int words = in.u16() & 0x7fff;
        return told(out.range(PARAMETERS.of(area), word, words), in, out);
    }

    /** Program u16, octet u32, octets u16 with the highest bit for the last, and, when it is written, the octets. */
    private static @Nullable Operation program(Service service, String unit, Cursor in, Sink out) {
        int number = in.u16();
        long from = in.u32();
        int octets = in.u16();
        Operation told = told(out.range(PROGRAM.of(number), from, octets & 0x7fff), in, out);
        if (told != null && service.code() != READ_PROGRAM) {
            moved(Transfer.Way.INTO_DEVICE, out.receiver(unit), number, from, octets, out);
        }
        return told;
    }

    static void moved(Transfer.Way way, Subject device, int number, long from, int octets, Sink out) {
        boolean last = (octets & LAST_OF_PROGRAM) != 0;
        Transfer.State state =
                last ? Transfer.State.COMPLETE : from == 0 ? Transfer.State.STARTED : Transfer.State.MOVING;
        out.transfer(device, "program", PROGRAM.of(number), way, state, from + (octets & 0x7fff));
    }

    /** Program u16, code u8, first and last word u32, password of 4 octets. */
    private static @Nullable Operation protect(String unit, Cursor in, Sink out) {
        int number = in.u16();
        in.skip(9);
        String secret = out.hashed(in, Math.min(in.left(), 4));
        Operation told = told(out.space(PROGRAM.of(number)), in, out);
        if (told != null) {
            out.login(out.receiver(unit), "", secret, Outcome.OPEN);
        }
        return told;
    }

    /** Program u16, mode u8; a controller that is given none goes to monitor. */
    private static @Nullable Operation run(Cursor in, Sink out) {
        int number = in.u16();
        if (in.ok() && in.left() == 0) {
            out.violation("mode_left_out", number);
        }
        int mode = in.left() > 0 ? in.u8() : 2;
        out.space(PROGRAM.of(number)).qualifier(mode == 4 ? "run" : mode == 2 ? "monitor" : "debug");
        return told(out, in, out);
    }
}
