// SPDX-License-Identifier: Apache-2.0
package weir.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import weir.model.Address;
import weir.model.Observer;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Phase;
import weir.model.Service;
import weir.model.Sighting;
import weir.model.Target;
import weir.model.Transport;
import weir.model.Verb;

/** Messages that are published as tables, made into the operations that the decoders would have told. */
record MessageTable(List<Message> messages) {

    private static final Map<Integer, Service> MMS = Map.of(
            0, new Service.Unlisted("STATUS", 0, Verb.DIAGNOSE),
            1, new Service.Unlisted("GET_NAME_LIST", 1, Verb.IDENTIFY),
            2, new Service.Unlisted("IDENTIFY", 2, Verb.IDENTIFY),
            4, new Service.Unlisted("READ", 4, Verb.READ),
            5, new Service.Unlisted("WRITE", 5, Verb.WRITE),
            6, new Service.Unlisted("GET_VARIABLE_ACCESS_ATTRIBUTES", 6, Verb.IDENTIFY),
            12, new Service.Unlisted("GET_NAMED_VARIABLE_LIST_ATTRIBUTES", 12, Verb.IDENTIFY));

    /** @param time nanoseconds since the first message of the table, or since midnight */
    record Message(
            long time, Address from, int fromPort, Address to, int toPort, boolean client, Operation operation) {}

    /** Tells all that lie between these times. */
    void tell(Observer observer, long from, long to) {
        Sighting at = new Sighting();
        long number = 0;
        for (Message m : messages) {
            number++;
            if (m.time() >= from && m.time() < to) {
                at.packet(number, m.time())
                        .between(Transport.TCP, m.from(), m.fromPort(), m.to(), m.toPort())
                        .conversation(m.from().hashCode() ^ m.to().hashCode(), m.client());
                observer.observe(at, m.operation());
            }
        }
    }

    /** Columns: TimeStamp;Relative;srcIP;dstIP;srcPort;dstPort;ipLen;type;service;invoke id;domain;item;object class. */
    static MessageTable mms(Path file) throws IOException {
        List<Message> messages = new ArrayList<>();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            List<String> cells = Cells.of(line, ';');
            int type = number(cells, 7);
            int code = number(cells, 8);
            Service service = type == 0 || type == 1 || type == 2
                    ? MMS.getOrDefault(code, new Service.Unlisted("SERVICE_" + code, code, Verb.OTHER))
                    : new Service.Unlisted("PDU_" + type, type, type == 5 || type == 6 ? Verb.CONTROL : Verb.SESSION);
            Phase phase = type < 0
                    ? Phase.NOTICE
                    : type == 0 || type == 5 || type == 8 ? Phase.REQUEST : type == 3 ? Phase.NOTICE : Phase.RESPONSE;
            Target target = new Target("", cell(cells, 10), -1, 0, cell(cells, 11));
            Outcome outcome = type == 2
                    ? new Outcome(Outcome.Kind.REFUSED, 0, "error")
                    : phase == Phase.RESPONSE ? Outcome.DONE : Outcome.OPEN;
            messages.add(message(
                    cells, clock(cells.getFirst()), 102, new Operation("mms", service, phase, target, "", outcome)));
        }
        return new MessageTable(messages);
    }

    /** Columns: TimeStamp;Relative;srcIP;dstIP;srcPort;dstPort;ipLen;len;fmt;uType;asduType;numix;cot;oa;addr. */
    static MessageTable iec104(Path file) throws IOException {
        List<Message> messages = new ArrayList<>();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            List<String> cells = Cells.of(line, ';');
            long time = (long) (Double.parseDouble(cells.get(1)) * 1e9);
            boolean client = number(cells, 5) == 2404;
            int type = number(cells, 10);
            Service service = type < 0
                    ? new Service.Unlisted(
                            number(cells, 9) < 0 ? "ACKNOWLEDGE" : "CONTROL_" + number(cells, 9), 0, Verb.SESSION)
                    : new Service.Unlisted("TYPE_" + type, type, verb(type));
            int cause = number(cells, 12);
            Phase phase = !client && cause != 7 && cause != 10 ? Phase.NOTICE : client ? Phase.REQUEST : Phase.RESPONSE;
            Target target = new Target("address " + cell(cells, 14), "", -1, Math.max(0, number(cells, 11)), "");
            String why = cause < 0 ? "" : "cause " + cause;
            Outcome outcome = phase == Phase.RESPONSE ? Outcome.DONE : Outcome.OPEN;
            messages.add(message(cells, time, 2404, new Operation("iec104", service, phase, target, why, outcome)));
        }
        return new MessageTable(messages);
    }

    /** IEC 60870-5-101, 7.2.1: type identifications by range. */
    private static Verb verb(int type) {
        if (type >= 45 && type <= 64) {
            return Verb.CONTROL;
        }
        return switch (type) {
            case 100, 101, 102 -> Verb.READ;
            case 103 -> Verb.TIME;
            case 104, 107 -> Verb.DIAGNOSE;
            case 105 -> Verb.CONTROL;
            case 110, 111, 112, 113 -> Verb.CONFIGURE;
            default -> type >= 120 ? Verb.FILE : Verb.READ;
        };
    }

    private static Message message(List<String> cells, long time, int port, Operation operation) {
        return new Message(
                time,
                Address.parse(cells.get(2)),
                number(cells, 4),
                Address.parse(cells.get(3)),
                number(cells, 5),
                number(cells, 5) == port,
                operation);
    }

    /** Nanoseconds since midnight of {@code 07:08:31.228143716}. */
    static long clock(String text) {
        List<String> parts = Cells.of(text, ':');
        return (long) ((Integer.parseInt(parts.get(0)) * 3600 + Integer.parseInt(parts.get(1)) * 60) * 1_000_000_000L
                + Double.parseDouble(parts.get(2)) * 1e9);
    }

    private static String cell(List<String> cells, int place) {
        return place < cells.size() ? cells.get(place) : "";
    }

    /** -1 where there is none; where several are listed, the first. */
    private static int number(List<String> cells, int place) {
        String text = Cells.of(cell(cells, place), ',').getFirst();
        if (text.isEmpty()) {
            return -1;
        }
        return text.startsWith("0x") ? Long.decode(text).intValue() : (int) Double.parseDouble(text);
    }
}
