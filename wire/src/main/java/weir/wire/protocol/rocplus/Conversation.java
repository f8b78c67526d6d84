// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.rocplus;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.PointValue.Origin;
import weir.model.Service;
import weir.model.Subject;
import weir.model.Verb;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.NamedCodes;
import weir.wire.Numbered;
import weir.wire.Pending;
import weir.wire.Sink;
import weir.wire.Spelled;
import weir.wire.Vocabulary;

/** Messages to one or more units. */
final class Conversation implements Dialogue {

    static final Vocabulary OPCODES = new Vocabulary("rocplus/opcodes", "opcode_");

    private static final int SYSTEM_CONFIG = 6;
    private static final int LOGIN = 17;
    private static final int READ_POINT = 167;
    private static final int READ_PARAMETERS = 180;
    private static final int ERROR = 255;
    private static final int PATH = 93;
    private static final int FILE_NAME = 32;

    private static final NamedCodes ERRORS = new NamedCodes("rocplus/errors", "error_");
    private static final Numbered TABLE = new Numbered("configurable opcode table ");
    private static final NamedCodes TYPES = new NamedCodes("rocplus/types", "ROC type ");
    private static final Spelled UNITS = new Spelled(u -> "unit " + (u >> 8) + " group " + (u & 0xff));
    private static final Spelled POINTS = new Spelled(p -> "point type " + (p >> 8) + " number " + (p & 0xff));
    private static final String[] FILE_COMMANDS = {"", "open", "read", "write", "close", "delete", "read_directory"};

    private final Pending pending = new Pending(32);
    private final Cursor data = new Cursor();

    /** Who last logged in. */
    private String operator = "";

    private String secret = "";

    @Override
    public int frame(Cursor in, Direction way) {
        return RocPlus.frame(in);
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        if (in.left() < RocPlus.AROUND || RocPlus.AROUND + in.peek(5) > in.left()) {
            out.violation("truncated", in.left());
            return;
        }
        int size = RocPlus.AROUND + in.peek(5);
        if (!RocPlus.holds(in, size)) {
            out.violation("bad_checksum", in.peek(4));
            return;
        }
        if (size < in.left()) {
            out.violation("length_mismatch", in.left());
        }
        if (out.wantsRows()) {
            RocPlusLog.tell(in, size, out);
        }
        int destination = in.u16();
        int source = in.u16();
        int opcode = in.u8();
        in.skip(1);
        in.slice(size - RocPlus.AROUND, data);
        Service service = OPCODES.service(opcode);
        if (OPCODES.of(opcode) == null) {
            out.violation("unknown_opcode", opcode);
        }
        if (way == Direction.TO_SERVER) {
            request(service, source, UNITS.of(destination), out);
        } else {
            answer(service, destination, UNITS.of(source), out);
        }
    }

    private static long key(int asker, int opcode) {
        return (long) asker << 8 | opcode;
    }

    private void request(Service service, int asker, String unit, Sink out) {
        String form = service instanceof Vocabulary.Listed listed ? listed.form() : "";
        out.request(service).unit(unit);
        Operation told = switch (form) {
            case "login" -> login(unit, out);
            case "point" -> points(service, unit, out);
            case "parameters" -> parameters(service, unit, out);
            case "table" -> {
                int table = data.u8();
                int first = data.u8();
                int count = data.u8();
                yield told(out.range(TABLE.of(table), first, count), out);
            }
            case "file" -> file(out);
            default -> out.tell();
        };
        if (told != null) {
            pending.ask(key(asker, service.code()), told, out.time(), 0);
        }
    }

    private @Nullable Operation told(Sink sentence, Sink out) {
        if (!data.ok()) {
            out.violation("truncated", data.read());
            return null;
        }
        return sentence.tell();
    }

    /**
     * Operator of 3 octets, password u16, level u8, or operator of 30 and password of 40; the level is "LOGOUT" to log out. A
     * session key of 13 is answered to a challenge.
     */
    private @Nullable Operation login(String unit, Sink out) {
        boolean isLong = data.left() >= 70;
        if (data.left() != 6 && data.left() != 11 && !isLong) {
            return out.qualifier("session_key").tell();
        }
        operator = out.text(data, isLong ? 30 : 3);
        secret = out.hashed(data, isLong ? 40 : 2);
        boolean leaves = data.left() > 1;
        Operation told = told(out.qualifier(leaves ? "logout" : "login"), out);
        if (told != null && !leaves) {
            out.login(out.receiver(unit), operator, secret, Outcome.OPEN);
        }
        return told;
    }

    /** Type u8, number u8, how many parameters u8, the first u8, values when they are written. */
    private @Nullable Operation points(Service service, String unit, Sink out) {
        int type = data.u8();
        int number = data.u8();
        int count = data.u8();
        int first = data.u8();
        String point = POINTS.of(type << 8 | number);
        Operation told = told(out.range(point, first, count), out);
        if (told != null && count == 1 && service.verb() == Verb.WRITE) {
            value(point, first, out.receiver(unit), Origin.WRITE, out);
        }
        return told;
    }

    /** How many u8, each type u8, number u8, parameter u8; the width of written values only the device knows. */
    private @Nullable Operation parameters(Service service, String unit, Sink out) {
        int count = data.u8();
        boolean writes = service.verb() == Verb.WRITE;
        if (!data.ok() || data.left() < (writes ? 3 : 3 * count)) {
            out.violation("truncated", data.read());
            return null;
        }
        Operation told = null;
        for (int i = 0; i < (writes ? Math.min(1, count) : count); i++) {
            String point = POINTS.of(data.u16());
            int parameter = data.u8();
            told = out.request(service).unit(unit).object(point, parameter).tell();
            if (writes && count == 1) {
                value(point, parameter, out.receiver(unit), Origin.WRITE, out);
            }
        }
        return told == null ? out.tell() : told;
    }

    /** All that is left is one value: an integer of 1 or 2 octets, or a float. */
    private void value(String point, int parameter, Subject device, Origin origin, Sink out) {
        int length = data.left();
        switch (length) {
            case 1 -> out.reading().integer(data.u8());
            case 2 -> out.reading().integer(data.u16le());
            case 4 -> out.reading().number(data.f32le());
            default -> {
                return;
            }
        }
        out.point(device, point, parameter, "", length == 4 ? "float" : length == 2 ? "u16" : "u8", origin);
    }

    /** Command u8; an open has options u8; path of 93 octets, name of 32. */
    private @Nullable Operation file(Sink out) {
        int command = data.u8();
        String word =
                command < FILE_COMMANDS.length ? FILE_COMMANDS[command] : command == 64 ? "read_directory_64" : "";
        out.space("file").qualifier(word);
        data.skip(command == 1 ? 1 : 0);
        if (data.left() >= PATH + FILE_NAME) {
            data.skip(PATH);
            out.symbol(out.text(data, FILE_NAME));
        } else if (data.left() >= PATH) {
            out.symbol(out.text(data, PATH));
        }
        return told(out, out);
    }

    private void answer(Service service, int asker, String unit, Sink out) {
        int opcode = service.code();
        int error = -1;
        int about = opcode;
        if (opcode == ERROR) {
            error = data.left() >= 1 ? data.peek(0) : 0;
            about = data.left() >= 2 ? data.peek(1) : ERROR;
        }
        boolean met = pending.take(key(asker, about));
        Operation request = met ? pending.request() : null;
        out.response(request == null ? service : request.service()).unit(unit);
        if (request != null) {
            out.like(request).since(pending.time());
        }
        if (error >= 0) {
            out.refused(error, ERRORS.of(error));
        }
        out.tell();
        Subject device = out.sender(unit);
        if (opcode == SYSTEM_CONFIG && data.left() >= 20) {
            config(device, out);
        } else if (opcode == LOGIN && request != null && request.qualifier().equals("login")) {
            out.login(device, operator, secret, Outcome.DONE);
        } else if (opcode == READ_PARAMETERS && data.left() > 4 && data.peek(0) == 1) {
            data.skip(1);
            String point = POINTS.of(data.u16());
            value(point, data.u8(), device, Origin.READ, out);
        } else if (opcode == READ_POINT && data.left() > 4 && data.peek(2) == 1) {
            String point = POINTS.of(data.u16());
            data.skip(1);
            value(point, data.u8(), device, Origin.READ, out);
        }
    }

    /** Mode u8, port u8, security u8, compatibility u8, opcode revision u8, subtype u8, 12 octets, type of ROC u8. */
    private void config(Subject device, Sink out) {
        int mode = data.u8();
        data.skip(17);
        int type = data.u8();
        out.identity(device, Attribute.VENDOR, "Emerson", "system config", 4);
        out.identity(device, Attribute.MODE, mode == 0 ? "run" : mode == 1 ? "test" : "", "system config", 4);
        out.identity(device, Attribute.DEVICE_TYPE, TYPES.of(type), "system config", 5);
    }
}
