// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.hart;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Operation;
import weir.model.PointValue;
import weir.model.Subject;
import weir.wire.Cursor;
import weir.wire.Numbered;
import weir.wire.Sink;

/**
 * Commands and their answers, whatever they travel in: alone, several in a direct PDU, one for a device behind an I/O
 * system in command 77, several in command 78.
 *
 * <pre>
 * 31  command u16 | data                                         78  status | count | each: command u16, count u8, data
 * 77  card u8 | channel u8 | preambles u8 in requests | delimiter | address | command u8 | count u8 | data
 * </pre>
 */
final class Commands {

    private static final int REQUEST = 0;
    private static final int RESPONSE = 1;
    private static final Numbered CHANNEL = new Numbered("channel ");

    private final HartFrame frame = new HartFrame();
    private final HartFrame inner = new HartFrame();
    private final Variables variables = new Variables();
    private final Identification identification = new Identification();
    private final Cursor part = new Cursor();
    private int type;
    private @Nullable Operation asked;
    private long when;
    private @Nullable Operation first;
    private String unit = "";
    private int deviceStatus;

    void begin(int messageType, @Nullable Operation request, long time) {
        type = messageType;
        asked = request;
        when = time;
        first = null;
        unit = "";
        deviceStatus = 0;
    }

    @Nullable
    Operation first() {
        return first;
    }

    void token(Cursor in, Sink out) {
        if (!frame.read(in, out)) {
            return;
        }
        out.fact("hartip", "cmd", frame.command);
        unit = frame.unit(out);
        Cursor data = frame.data;
        if (type == REQUEST) {
            command(frame.command, 0, data, out);
            return;
        }
        int code = data.u8();
        deviceStatus = data.u8();
        if (!data.ok()) {
            out.violation("malformed", data.read());
            return;
        }
        command(frame.command, code, data, out);
    }

    /** Device status, extended status, then commands. */
    void direct(Cursor in, Sink out) {
        deviceStatus = in.u8();
        in.skip(1);
        each(in, out);
    }

    private void each(Cursor in, Sink out) {
        while (in.left() > 0) {
            int number = in.u16();
            in.slice(in.u8(), part);
            if (!in.ok()) {
                out.violation("malformed", number);
                return;
            }
            int code = type == REQUEST ? 0 : part.u8();
            if (part.ok()) {
                one(number, code, part, out);
            } else {
                out.violation("malformed", number);
            }
        }
    }

    private void command(int number, int code, Cursor data, Sink out) {
        int real = number;
        if (number == HartCommand.EXPANSION && data.left() >= 2) {
            real = data.u16();
        }
        HartCommand command = HartCommand.of(real);
        if (command == HartCommand.SEND_COMMAND_TO_SUB_DEVICE && Responses.isDone(code) && data.left() > 0) {
            through(data, out);
        } else if (command == HartCommand.READ_AGGREGATED_COMMANDS && type != REQUEST && Responses.isDone(code)) {
            data.skip(2);
            each(data, out);
        } else {
            one(real, code, data, out);
        }
    }

    /** A command for a device behind the one that is addressed. */
    private void through(Cursor data, Sink out) {
        data.skip(1);
        String channel = CHANNEL.of(data.u8());
        data.skip(type == REQUEST ? 1 : 0);
        if (!inner.readHead(data)) {
            out.violation("malformed", data.read());
            return;
        }
        unit = inner.unit(out);
        data.slice(data.u8(), part);
        int code = 0;
        if (type != REQUEST) {
            code = part.u8();
            deviceStatus = part.u8();
        }
        if (!data.ok() || !part.ok()) {
            out.violation("malformed", data.read());
            return;
        }
        tell(inner.command, code, part, channel, inner, out);
    }

    private void one(int number, int code, Cursor data, Sink out) {
        tell(number, code, data, "", frame, out);
    }

    private void tell(int number, int code, Cursor data, String qualifier, HartFrame of, Sink out) {
        HartCommand command = HartCommand.of(number);
        switch (type) {
            case REQUEST -> out.request(command);
            case RESPONSE -> out.response(command);
            default -> out.notice(command);
        }
        if (asked != null) {
            out.since(when);
        }
        out.unit(unit).qualifier(qualifier);
        if (!command.isListed()) {
            out.object("command", number);
        }
        boolean done = Responses.isDone(code);
        if (!done) {
            out.refused(code, Responses.label(code));
        }
        Operation told = out.tell();
        first = first == null ? told : first;
        if (done) {
            contents(command, data, of, out);
        }
    }

    private void contents(HartCommand command, Cursor data, HartFrame of, Sink out) {
        if (type == REQUEST) {
            variables.begin(out.receiver(unit), PointValue.Origin.WRITE, 0);
            variables.request(command, data, out);
            return;
        }
        Subject device = out.sender(unit);
        PointValue.Origin origin = type == RESPONSE ? PointValue.Origin.READ : PointValue.Origin.REPORTED;
        switch (command) {
            case READ_UNIQUE_IDENTIFIER -> identification.unique(data, of, "Read Unique Identifier", out);
            case READ_UNIQUE_IDENTIFIER_WITH_TAG, READ_UNIQUE_IDENTIFIER_WITH_LONG_TAG ->
                identification.unique(data, of, "Read Unique Identifier with Tag", out);
            case READ_TAG_DESCRIPTOR_DATE -> identification.tag(data, of, device, out);
            case READ_LONG_TAG -> identification.longTag(data, of, device, out);
            case READ_SUB_DEVICE_IDENTITY -> identification.behind(data, of, out);
            case READ_DEVICE_INFORMATION -> {
                if (data.peek(15) == 1) {
                    out.identity(device, Attribute.PROTECTION, "write protected", "Read Device Information", 5);
                }
                variables.begin(device, origin, deviceStatus);
                variables.answer(command, data, out);
            }
            default -> {
                variables.begin(device, origin, deviceStatus);
                variables.answer(command, data, out);
            }
        }
    }
}
