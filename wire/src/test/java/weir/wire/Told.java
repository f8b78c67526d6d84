// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import weir.model.Address;
import weir.model.Contact;
import weir.model.Identity;
import weir.model.Login;
import weir.model.Loss;
import weir.model.Observation;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.PointValue;
import weir.model.Reading;
import weir.model.Sighting;
import weir.model.Transfer;
import weir.model.Violation;

/**
 * One conversation between a client 10.0.0.1 and a server 10.0.0.2, fed by hand, and what was told of it, a line each:
 *
 * <pre>
 * request read_holding_registers unit 3 holding_register 0-9
 * response read_holding_registers unit 3 holding_register 0-9 refused 2 illegal_data_address +1ms
 * identity server unit 3 vendor = Schneider Electric
 * point server unit 3 holding_register 0 u16 read = 5
 * transfer server unit 3 program program out_of_device started 0
 * login server user operator secret h:1f2e3d4c5b6a7988
 * violation truncated 3
 * </pre>
 *
 * Messages are hexadecimal digits; blanks and what follows a {@code #} up to the end of its line are left out. Each is
 * a millisecond after the one before. What belongs to a protocol inside the one that is read begins with its name.
 */
public final class Told {

    private static final int CLIENT_PORT = 40_000;
    private static final long MILLISECOND = 1_000_000;
    private static final Address CLIENT = Address.ipv4(0x0a00_0001);
    private static final Address SERVER = Address.ipv4(0x0a00_0002);

    private final String protocol;
    private final Dialogue dialogue;
    private final int port;
    private final Sighting at = new Sighting().sensor("test");
    private final Sink sink;
    private final List<String> lines = new ArrayList<>();
    private final List<String> facts = new ArrayList<>();
    private final List<String> hashes = new ArrayList<>();
    private long packets;

    /** A conversation on the first port that the protocol names. */
    public Told(Protocol protocol) {
        this.protocol = protocol.name();
        dialogue = protocol.open();
        port = (int) protocol.carriers().getFirst().number();
        SinkOptions options = SinkOptions.PLAIN
                .withPoints()
                .counting((owner, key, value) -> facts.add(owner + " " + key + "=" + value));
        sink = new Sink(
                (sighting, what) -> {
                    lines.add(line(what));
                    if (what instanceof Transfer moved && !moved.sha256().isEmpty()) {
                        hashes.add(moved.sha256());
                    }
                },
                at,
                options);
    }

    /** The client sends a message. */
    public Told asks(String hex) {
        return message(hex, Direction.TO_SERVER);
    }

    /** The server sends a message. */
    public Told answers(String hex) {
        return message(hex, Direction.TO_CLIENT);
    }

    public Told message(String hex, Direction way) {
        return message(bytes(hex), way);
    }

    public Told message(byte[] data, Direction way) {
        boolean fromClient = way == Direction.TO_SERVER;
        at.packet(++packets, packets * MILLISECOND)
                .between(
                        weir.model.Transport.TCP,
                        fromClient ? CLIENT : SERVER,
                        fromClient ? CLIENT_PORT : port,
                        fromClient ? SERVER : CLIENT,
                        fromClient ? port : CLIENT_PORT)
                .conversation(1, fromClient);
        sink.speaking(protocol);
        dialogue.message(new Cursor().wrap(data, 0, data.length), way, sink);
        return this;
    }

    /** What {@link Dialogue#frame} makes of these bytes. */
    public int frame(String hex, Direction way) {
        byte[] data = bytes(hex);
        return dialogue.frame(new Cursor().wrap(data, 0, data.length), way);
    }

    /** What {@link Dialogue#direction} makes of these bytes. */
    public Direction direction(String hex, Direction presumed) {
        byte[] data = bytes(hex);
        return dialogue.direction(new Cursor().wrap(data, 0, data.length), presumed);
    }

    /** All that was told since the last time that this was asked. */
    public List<String> lines() {
        List<String> told = List.copyOf(lines);
        lines.clear();
        return told;
    }

    /** Bytes were lost. */
    public Told lost(Direction way) {
        dialogue.lost(way);
        return this;
    }

    /** Hashes of all that moved since the last time that this was asked. */
    public List<String> hashes() {
        List<String> told = List.copyOf(hashes);
        hashes.clear();
        return told;
    }

    /** All fields that were counted since the last time that this was asked: {@code modbus fc.request=3}. */
    public List<String> facts() {
        List<String> counted = List.copyOf(facts);
        facts.clear();
        return counted;
    }

    /** The bytes that hexadecimal digits stand for. */
    public static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("#[^\\n]*", "").replaceAll("\\s", ""));
    }

    private String line(Observation what) {
        String text = switch (what) {
            case Operation o -> operation(o);
            case Identity i ->
                "identity " + subject(i.subject()) + " " + i.attribute().label() + " = " + i.value();
            case weir.model.Alert _, weir.model.HostEvent _, weir.model.Ruling _ ->
                throw new AssertionError("a decoder tells " + what);
            case PointValue p ->
                "point " + subject(p.subject()) + " " + p.point().label() + " " + p.type() + " " + lower(p.origin())
                        + " = " + reading();
            case Transfer t ->
                "transfer " + subject(t.subject()) + " " + t.kind() + " " + t.name() + " " + lower(t.way()) + " "
                        + lower(t.state()) + " " + at.detail();
            case Login l ->
                "login " + subject(l.subject()) + " user " + l.user() + " secret " + l.secret() + outcome(l.outcome());
            case Violation v -> "violation " + v.name() + " " + at.detail();
            case Loss l -> "loss " + l.name() + " " + at.detail();
            case Contact c -> "contact " + lower(c.state());
        };
        return (what.protocol().equals(protocol) ? "" : what.protocol() + ": ")
                + text.strip().replaceAll(" +", " ");
    }

    private String operation(Operation o) {
        String latency = at.latency() < 0 ? "" : " +" + at.latency() / MILLISECOND + "ms";
        String qualifier = o.qualifier().isEmpty() ? "" : " (" + o.qualifier() + ")";
        return lower(o.phase()) + " " + o.service().label() + " " + o.target().unit() + " "
                + o.target().label() + qualifier + outcome(o.outcome()) + latency;
    }

    private static String outcome(Outcome o) {
        return switch (o.kind()) {
            case OPEN, DONE -> "";
            case REFUSED -> " refused " + o.code() + " " + o.label();
        };
    }

    private static String subject(weir.model.Subject s) {
        String side = s.address().equals(CLIENT) ? "client" : s.address().equals(SERVER) ? "server" : "" + s.address();
        return side + " " + s.unit();
    }

    private String reading() {
        Reading r = at.reading();
        String quality = r.quality() == 0 ? "" : " quality " + r.quality();
        return switch (r.kind()) {
            case NONE -> "nothing";
            case INTEGER -> r.integer() + quality;
            case NUMBER -> r.number() + quality;
            case TEXT -> r.text() + quality;
        };
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(java.util.Locale.ROOT);
    }
}
