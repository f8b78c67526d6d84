// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.fox;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Service;
import weir.model.Subject;
import weir.model.Verb;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Pending;
import weir.wire.Rows;
import weir.wire.Sink;
import weir.wire.Vocabulary;

/** Messages between a station and a tool, or another station. */
final class Conversation implements Dialogue {

    /** A command that the table does not have; its name is told as the qualifier. */
    private static final Service OTHER = new Service.Unlisted("command", -1, Verb.OTHER);

    private static final Map<String, Map<String, Service>> COMMANDS = new HashMap<>();

    static {
        for (String[] row : Rows.of("fox/commands")) {
            int underscore = row[1].indexOf('_');
            Verb verb = Verb.valueOf(row[2].toUpperCase(Locale.ROOT));
            Service service = new Vocabulary.Listed(row[1], Integer.parseInt(row[0]), verb, "");
            COMMANDS.computeIfAbsent(row[1].substring(0, underscore), c -> new HashMap<>())
                    .put(row[1].substring(underscore + 1), service);
        }
    }

    private final Pending pending = new Pending(32);

    /** Who asked to be let in and was not answered yet. */
    private String user = "";

    private String software = "";
    private String system = "";

    @Override
    public int frame(Cursor in, Direction way) {
        return Fox.frame(in);
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        int size = Fox.frame(in);
        if (size <= 0) {
            out.violation(size == LOST ? "not_a_message" : "truncated", in.left());
            return;
        }
        in.skip(4);
        int kind = in.u8();
        in.skip(1);
        long number = number(in);
        long answered = number(in);
        String channel = word(in, ' ', out);
        String command = word(in, '\n', out);
        in.skip(2);
        Service service = COMMANDS.getOrDefault(channel, Map.of()).getOrDefault(command, OTHER);
        tell(kind, number, answered, service, channel, command, way, out);
        properties(in, service, out);
    }

    private void tell(
            int kind,
            long number,
            long answered,
            Service service,
            String channel,
            String command,
            Direction way,
            Sink out) {
        int side = way == Direction.TO_SERVER ? 0 : 1;
        switch (kind) {
            case 's' -> {
                Operation told = describe(out.request(service), service, channel, command)
                        .tell();
                pending.ask(2 * (answered < 0 ? number : answered) + side, told, out.time(), 0);
            }
            case 'r', 'e', 'n' -> {
                boolean met = pending.take(2 * answered + 1 - side);
                Operation request = met ? pending.request() : null;
                describe(out.response(request == null ? service : request.service()), service, channel, command);
                if (request != null) {
                    out.since(pending.time());
                }
                if (kind == 'e') {
                    out.refused(1, "error");
                }
                out.tell();
            }
            default -> {
                describe(out.notice(service), service, channel, command);
                boolean rejected = command.equals("rejected");
                if (rejected) {
                    out.refused(1, "rejected");
                }
                Outcome outcome = out.tell().outcome();
                if (rejected || command.equals("welcome")) {
                    letIn(outcome, out);
                }
            }
        }
    }

    private void letIn(Outcome outcome, Sink out) {
        if (!user.isEmpty()) {
            out.login(out.sender(), user, "", outcome);
            user = "";
        }
    }

    private static Sink describe(Sink sentence, Service service, String channel, String command) {
        return service == OTHER ? sentence.space(channel).qualifier(command) : sentence;
    }

    /** A number in digits and the blank behind it. */
    private static long number(Cursor in) {
        boolean negative = in.peek(0) == '-';
        in.skip(negative ? 1 : 0);
        long value = 0;
        for (int octet = in.u8(); octet >= '0' && octet <= '9'; octet = in.u8()) {
            value = value * 10 + octet - '0' & Integer.MAX_VALUE;
        }
        return negative ? -value : value;
    }

    /** What is before {@code end}, which is passed too; the end of the line ends it in any case. */
    private static String word(Cursor in, int end, Sink out) {
        int length = 0;
        while (in.peek(length) > '\n' && in.peek(length) != end) {
            length++;
        }
        String word = out.text(in, length);
        in.skip(Math.min(1, in.left()));
        return word;
    }

    /** Lines of name, type and value; those of a greeting tell who sends it. */
    private void properties(Cursor in, Service service, Sink out) {
        if (service.verb() != Verb.IDENTIFY && service.verb() != Verb.AUTHENTICATE) {
            return;
        }
        software = "";
        system = "";
        Subject sender = out.sender();
        while (in.left() > 0 && in.peek(0) != '}') {
            int length = 0;
            while (in.peek(length) >= 0 && in.peek(length) != '\n') {
                length++;
            }
            int behind = in.read() + length;
            property(word(in, '=', out), in, behind, sender, out);
            in.seek(behind);
            in.skip(Math.min(1, in.left()));
        }
    }

    private void property(String name, Cursor in, int behind, Subject sender, Sink out) {
        int length = behind - in.read() - 2;
        if (length < 0 || in.peek(1) != ':') {
            return;
        }
        in.skip(2);
        switch (name) {
            case "hostName" -> tell(sender, Attribute.NAME, out.text(in, length), out);
            case "station.name" -> tell(sender, Attribute.PROJECT, out.text(in, length), out);
            case "hostId" -> tell(sender, Attribute.SERIAL, out.text(in, length), out);
            case "brandId" -> tell(sender, Attribute.VENDOR, out.text(in, length), out);
            case "app.name" -> software = out.text(in, length);
            case "app.version" -> tell(sender, Attribute.SOFTWARE, software + " " + out.text(in, length), out);
            case "os.name" -> system = out.text(in, length);
            case "os.version" -> tell(sender, Attribute.SYSTEM, system + " " + out.text(in, length), out);
            case "username", "userName" -> {
                user = out.text(in, length);
                out.login(out.receiver(""), user, "", Outcome.OPEN);
            }
            default -> {}
        }
    }

    private static void tell(Subject sender, Attribute attribute, String value, Sink out) {
        out.identity(sender, attribute, value, "fox hello", 5);
    }
}
