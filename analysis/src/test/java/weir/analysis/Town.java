// SPDX-License-Identifier: Apache-2.0
package weir.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import weir.model.Address;
import weir.model.Attribute;
import weir.model.Contact;
import weir.model.Grade;
import weir.model.Identity;
import weir.model.Login;
import weir.model.Loss;
import weir.model.Observation;
import weir.model.Observer;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Phase;
import weir.model.Service;
import weir.model.Sighting;
import weir.model.Subject;
import weir.model.Target;
import weir.model.Transfer;
import weir.model.Transport;
import weir.model.Verb;
import weir.model.Violation;

/** A made-up network that says many different things, the same for the same seed. */
final class Town {

    private record Event(Sighting at, Observation what) {}

    private final List<Event> events = new ArrayList<>();

    Town(long seed, int size) {
        Random random = new Random(seed);
        for (int i = 1; i <= size; i++) {
            long conversation = random.nextInt(30);
            Address client = Address.ipv4(0x0a000000 + conversation % 7 + 1);
            Address server = Address.ipv4(0x0a000100 + conversation % 5 + 1);
            boolean up = random.nextBoolean();
            Sighting at = new Sighting()
                    .packet(i, i * 1_000_000L)
                    .link(Address.mac(conversation % 7 + 1), Address.mac(0x100 + conversation % 5), 0)
                    .between(
                            Transport.TCP,
                            up ? client : server,
                            up ? 40_000 : 502,
                            up ? server : client,
                            up ? 502 : 40_000)
                    .conversation(conversation, up)
                    .latency(random.nextInt(1000) - 1)
                    .detail(random.nextInt(100));
            events.add(new Event(at, what(random, server, i)));
        }
    }

    private static Observation what(Random random, Address server, int i) {
        String unit = random.nextBoolean() ? "" : "unit " + random.nextInt(4);
        Subject subject = new Subject(server, unit);
        return switch (random.nextInt(9)) {
            case 0, 1, 2, 3 -> operation(random, unit);
            case 4 ->
                new Identity(
                        "modbus",
                        subject,
                        Attribute.values()[random.nextInt(Attribute.values().length)],
                        "value " + random.nextInt(5),
                        "message",
                        1 + random.nextInt(5));
            case 5 ->
                new Contact(
                        Contact.State.values()[random.nextInt(3)],
                        Transport.TCP,
                        random.nextBoolean() ? "modbus" : "",
                        Grade.values()[random.nextInt(4)],
                        random.nextInt(9),
                        10,
                        random.nextInt(9),
                        20,
                        i,
                        i + 5L,
                        i,
                        i);
            case 6 -> new Violation("modbus", "broken " + random.nextInt(3));
            case 7 ->
                random.nextBoolean()
                        ? new Login("modbus", subject, "user" + random.nextInt(3), "", Outcome.DONE)
                        : new Transfer(
                                "modbus",
                                subject,
                                "block",
                                "DB" + random.nextInt(3),
                                Transfer.Way.INTO_DEVICE,
                                Transfer.State.values()[random.nextInt(4)],
                                random.nextBoolean() ? "" : "0f" + random.nextInt(3));
            default -> new Loss("tcp", "tcp_gap", random.nextBoolean() ? "bytes" : "packets");
        };
    }

    private static Observation operation(Random random, String unit) {
        int code = random.nextInt(6);
        Verb verb = Verb.values()[random.nextInt(3)];
        Service service = new Service.Unlisted("SERVICE_" + code, code, verb);
        Target target = new Target(unit, "register", random.nextInt(20), 1, "");
        boolean refused = random.nextInt(5) == 0;
        Phase phase = Phase.values()[random.nextInt(3)];
        Outcome outcome = phase != Phase.RESPONSE
                ? Outcome.OPEN
                : refused ? new Outcome(Outcome.Kind.REFUSED, 2, "illegal") : Outcome.DONE;
        return new Operation("modbus", service, phase, target, "", outcome);
    }

    int size() {
        return events.size();
    }

    /** Tells what happened from one event to before another. */
    void tell(Observer observer, int from, int to) {
        events.subList(from, to).forEach(e -> observer.observe(e.at, e.what));
    }
}
