// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import java.util.List;
import weir.analysis.baseline.Baseline;
import weir.model.Address;
import weir.model.Attribute;
import weir.model.Contact;
import weir.model.Finding;
import weir.model.Grade;
import weir.model.Identity;
import weir.model.Login;
import weir.model.Observation;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Phase;
import weir.model.PointValue;
import weir.model.Reading;
import weir.model.Service;
import weir.model.Sighting;
import weir.model.Subject;
import weir.model.Target;
import weir.model.Transfer;
import weir.model.Transport;
import weir.model.Verb;
import weir.model.Violation;

/**
 * A plant on a stage: says what is seen, by whom and when, to a watch with some detectors.
 *
 * <pre>
 * Staged plant = new Staged(new Writes());
 * plant.between("10.0.0.1", "10.0.0.2", 502).opened("modbus").asks("modbus", Verb.READ, "read_coils", "coil", 0);
 * plant.at(60).asks(...);
 * plant.findings();
 * </pre>
 */
public final class Staged {

    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_700_000_000L * SECOND;

    private final Watch watch;
    private final Sighting at = new Sighting().sensor("stage");
    private long time = START;
    private long packet;
    private long flows;
    private long flow;
    private Address client = Address.NONE;
    private Address server = Address.NONE;
    private int port;
    private long latency;

    public Staged(Detector... detectors) {
        this(new Baseline(), List.of(detectors));
    }

    /** The same plant as somebody sees it who knows this of it. */
    public Staged(Baseline known, List<Detector> detectors) {
        watch = new Watch(known, detectors);
    }

    /** From here on everything is normal, until {@link #judge}. */
    public Staged learn() {
        watch.learn();
        return this;
    }

    public Staged judge() {
        watch.judge();
        return this;
    }

    /** So many seconds after the beginning. */
    public Staged at(double seconds) {
        time = START + (long) (seconds * SECOND);
        return this;
    }

    /** So many seconds later. */
    public Staged after(double seconds) {
        time += (long) (seconds * SECOND);
        return this;
    }

    /** A new flow from the client to the port of the server. */
    public Staged between(String from, String to, int serverPort) {
        client = Address.parse(from);
        server = Address.parse(to);
        port = serverPort;
        flow = ++flows;
        return this;
    }

    /** Hardware addresses of both ends, from here on. */
    public Staged on(String clientMac, String serverMac) {
        at.link(Address.parse(clientMac), Address.parse(serverMac), -1);
        return this;
    }

    /** What comes next came so many nanoseconds after it was asked for. */
    public Staged takes(long nanoseconds) {
        latency = nanoseconds;
        return this;
    }

    public Staged opened() {
        return contact(Contact.State.OPENED, "", 1, 0, 0, 0);
    }

    /** The flow ends: so many packets and bytes there, and so many back. */
    public Staged closed(String protocol, long out, long bytesOut, long back, long bytesBack) {
        return contact(Contact.State.CLOSED, protocol, out, bytesOut, back, bytesBack);
    }

    /** The protocol has been recognised, and both sides have spoken. */
    public Staged speaks(String protocol) {
        return contact(Contact.State.COUNTED, protocol, 10, 500, 10, 500);
    }

    private Staged contact(Contact.State state, String protocol, long out, long bytesOut, long back, long bytesBack) {
        return tell(
                true,
                new Contact(
                        state,
                        Transport.TCP,
                        protocol,
                        back == 0 ? Grade.ONE_WAY : Grade.WHOLE,
                        out,
                        bytesOut,
                        back,
                        bytesBack,
                        time,
                        time,
                        packet,
                        packet));
    }

    public Staged asks(String protocol, Verb verb, String service, String space, long first) {
        return tell(true, operation(protocol, verb, service, Phase.REQUEST, space, first, Outcome.OPEN));
    }

    public Staged answers(String protocol, Verb verb, String service, String space, long first) {
        return tell(false, operation(protocol, verb, service, Phase.RESPONSE, space, first, Outcome.DONE));
    }

    public Staged refuses(String protocol, Verb verb, String service, String space, long first) {
        Outcome no = new Outcome(Outcome.Kind.REFUSED, 1, "not_allowed");
        return tell(false, operation(protocol, verb, service, Phase.RESPONSE, space, first, no));
    }

    public static Operation operation(
            String protocol, Verb verb, String service, Phase phase, String space, long first, Outcome outcome) {
        Service of = new Service.Unlisted(service, service.hashCode() & 0xff, verb);
        return new Operation(protocol, of, phase, new Target("", space, first, 1, ""), "", outcome);
    }

    /** A question to a name server. */
    public static Operation lookup(String name) {
        Service query = new Service.Unlisted("query", 0, Verb.READ);
        return new Operation("dns", query, Phase.REQUEST, new Target("", "A", -1, 0, name), "", Outcome.OPEN);
    }

    /** A request with a word of its protocol. */
    public Staged asks(String protocol, Verb verb, String service, Target target, String qualifier) {
        return tell(true, worded(protocol, verb, service, Phase.REQUEST, target, qualifier));
    }

    /** The answer to such a request. */
    public Staged answers(String protocol, Verb verb, String service, Target target, String qualifier) {
        return tell(false, worded(protocol, verb, service, Phase.RESPONSE, target, qualifier));
    }

    private static Operation worded(
            String protocol, Verb verb, String service, Phase phase, Target target, String qualifier) {
        Service of = new Service.Unlisted(service, service.hashCode() & 0xff, verb);
        Outcome outcome = phase == Phase.RESPONSE ? Outcome.DONE : Outcome.OPEN;
        return new Operation(protocol, of, phase, target, qualifier, outcome);
    }

    public Staged violates(String protocol, String rule) {
        return tell(true, new Violation(protocol, rule));
    }

    public Staged login(String protocol, String user, boolean accepted) {
        Outcome outcome = accepted ? Outcome.DONE : new Outcome(Outcome.Kind.REFUSED, 1, "wrong");
        return tell(false, new Login(protocol, new Subject(server, ""), user, "", outcome));
    }

    public Staged file(String protocol, String name, Transfer.Way way) {
        return tell(
                true, new Transfer(protocol, new Subject(server, ""), "file", name, way, Transfer.State.COMPLETE, ""));
    }

    /** A device says something of itself. */
    public Staged says(String protocol, String device, Attribute attribute, String value) {
        return tell(true, new Identity(protocol, new Subject(Address.parse(device), ""), attribute, value, "test", 5));
    }

    public Staged value(String protocol, String space, long number, double value, PointValue.Origin origin) {
        at.reading().clear().number(value);
        return tell(
                origin == PointValue.Origin.WRITE,
                new PointValue(protocol, new Subject(server, ""), new Target("", space, number, 1, ""), "f32", origin));
    }

    /** Anything else. */
    public Staged tell(boolean fromClient, Observation what) {
        Reading.Kind kept = at.reading().kind();
        at.packet(++packet, time);
        if (fromClient) {
            at.between(Transport.TCP, client, 40_000, server, port);
        } else {
            at.between(Transport.TCP, server, port, client, 40_000);
        }
        at.conversation(flow, fromClient).latency(latency);
        watch.observe(at, what);
        if (kept != Reading.Kind.NONE) {
            at.reading().clear();
        }
        return this;
    }

    public List<Finding> findings() {
        return watch.findings();
    }

    /** Ids of the detections that were claimed, each once. */
    public List<String> detections() {
        return findings().stream().map(Finding::detector).distinct().toList();
    }

    public Watch watch() {
        return watch;
    }
}
