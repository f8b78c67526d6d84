// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import java.util.List;
import java.util.SplittableRandom;
import weir.model.Address;
import weir.model.Alert;
import weir.model.Attribute;
import weir.model.Contact;
import weir.model.Grade;
import weir.model.HostEvent;
import weir.model.Identity;
import weir.model.Login;
import weir.model.Loss;
import weir.model.Observation;
import weir.model.Observer;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Phase;
import weir.model.PointValue;
import weir.model.Ruling;
import weir.model.Service;
import weir.model.Severity;
import weir.model.Sighting;
import weir.model.Subject;
import weir.model.Target;
import weir.model.Transfer;
import weir.model.Transport;
import weir.model.Verb;
import weir.model.Violation;

/** Somebody who makes up hosts, names, points and records, each time others, to fill what remembers them. */
final class Hostile {

    private static final long MICROSECOND = 1_000;
    private static final long START = 1_700_000_000_000_000L * MICROSECOND;

    private static final List<String> PROTOCOLS = List.of(
            "modbus",
            "s7comm",
            "dnp3",
            "iec104",
            "opcua",
            "dns",
            "http",
            "arp",
            "dhcp",
            "kerberos",
            "nbns",
            "llmnr",
            "goose",
            "vnc",
            "smb",
            "telnet",
            "ssh",
            "tls",
            "snmp",
            "tristation");

    private static final List<String> SERVICES = List.of(
            "write_coil",
            "select",
            "operate",
            "plc_stop",
            "download_block",
            "read_coils",
            "query",
            "offer",
            "list_services",
            "open_secure_channel",
            "activate_session",
            "ticket_granting",
            "create_service",
            "identify");

    private static final List<String> WORDS =
            List.of("", "activation select", "activation execute", "anonymous", "rc4", "latch_on");

    private static final List<String> ENDINGS = List.of(".exe", ".acd", ".ps1", ".l5x", ".txt", ".example.net");

    private final SplittableRandom random;
    private final Sighting at = new Sighting().sensor("hostile");
    private long time = START;
    private long packet;
    private long flow;

    Hostile(long seed) {
        random = new SplittableRandom(seed);
    }

    /** So many observations, each so many microseconds after the one before it. */
    void shows(Observer observer, int observations, long gap) {
        for (int i = 0; i < observations; i++) {
            time += gap * MICROSECOND;
            Address client = host();
            Address server = host();
            at.packet(++packet, time)
                    .between(Transport.TCP, client, 1024 + random.nextInt(60_000), server, port())
                    .link(mac(), mac(), -1)
                    .conversation(random.nextInt(8) == 0 ? 0 : ++flow, true)
                    .detail(random.nextInt(2_000_000));
            observer.observe(at, anything(client, server));
            if (at.conversation() > 0) {
                observer.observe(at, contact(Contact.State.CLOSED));
            }
        }
    }

    private Observation anything(Address client, Address server) {
        Subject subject = new Subject(server, random.nextInt(4) == 0 ? name() : "");
        return switch (random.nextInt(14)) {
            case 0, 1 -> contact(Contact.State.OPENED);
            case 2, 3, 4, 5 -> operation();
            case 6 -> identity(client, subject);
            case 7 -> new Violation(one(PROTOCOLS), random.nextBoolean() ? "contradicting_segment" : name());
            case 8 ->
                new Transfer(
                        one(PROTOCOLS),
                        subject,
                        "file",
                        name() + one(ENDINGS),
                        one(Transfer.Way.values()),
                        one(Transfer.State.values()),
                        name());
            case 9 -> new Login(one(PROTOCOLS), subject, name(), name(), outcome());
            case 10 -> point(subject);
            case 11 ->
                new HostEvent("windows", one(HostEvent.Kind.values()), name(), name(), "powershell -enc " + name());
            case 12 -> new Ruling("firewall", random.nextInt(4) == 0, name());
            default ->
                random.nextInt(50) == 0
                        ? new Loss("sensor", "dropped", "packets")
                        : new Alert("suricata", name(), name(), one(Severity.values()), name());
        };
    }

    private Contact contact(Contact.State state) {
        String protocol = state == Contact.State.OPENED ? "" : one(PROTOCOLS);
        long back = random.nextInt(3);
        return new Contact(
                state,
                Transport.TCP,
                protocol,
                Grade.WHOLE,
                3,
                random.nextInt(3_000_000),
                back,
                100 * back,
                time,
                time,
                packet,
                packet);
    }

    private Operation operation() {
        String service = random.nextInt(4) == 0 ? "function_" + random.nextInt(256) : one(SERVICES);
        Target target =
                new Target("unit " + random.nextInt(300), "space", random.nextInt(1 << 30), 1, name() + one(ENDINGS));
        return new Operation(
                one(PROTOCOLS),
                new Service.Unlisted(service, 1, one(Verb.values())),
                one(Phase.values()),
                target,
                one(WORDS),
                outcome());
    }

    private Identity identity(Address client, Subject subject) {
        return switch (random.nextInt(4)) {
            case 0 -> new Identity("arp", new Subject(mac(), ""), Attribute.IP, client.toString(), "reply", 5);
            case 1 -> new Identity("opcua", subject, Attribute.CERTIFICATE, name(), "endpoint", 5);
            default -> new Identity(one(PROTOCOLS), subject, one(Attribute.values()), name(), "answer", 5);
        };
    }

    private PointValue point(Subject subject) {
        at.reading().clear().number(random.nextGaussian());
        Target point = new Target("", "holding_register", random.nextInt(1 << 30), 1, "");
        return new PointValue("modbus", subject, point, "f32", one(PointValue.Origin.values()));
    }

    private Outcome outcome() {
        return switch (random.nextInt(3)) {
            case 0 -> Outcome.OPEN;
            case 1 -> Outcome.DONE;
            default -> new Outcome(Outcome.Kind.REFUSED, random.nextInt(256), "no_select");
        };
    }

    /** One of a few that do much, or one that was never there. */
    private Address host() {
        int few = random.nextInt(8);
        return few > 0 ? Address.ipv4(0x0a00_0000L + few) : Address.ipv4(random.nextInt() & 0xffff_ffffL);
    }

    private Address mac() {
        return Address.mac(random.nextLong() & 0xfcff_ffff_ffffL);
    }

    private int port() {
        return random.nextInt(4) > 0 ? 502 : 1 + random.nextInt(32_000);
    }

    private String name() {
        return "name-" + random.nextLong();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }
}
