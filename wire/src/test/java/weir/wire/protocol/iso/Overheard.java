// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iso;

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
import weir.model.PointValue;
import weir.model.Sighting;
import weir.model.Transfer;
import weir.model.Transport;
import weir.model.Violation;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Sink;
import weir.wire.SinkOptions;
import weir.wire.protocol.s7.S7comm;

/** A conversation on ISO transport made by hand: what is said goes in as hexadecimal digits, short texts come out. */
public final class Overheard {

    private static final Address CLIENT = Address.ipv4(0x0a00_0001);
    private static final Address SERVER = Address.ipv4(0x0a00_0002);

    public final Dialogue dialogue = new IsoOnTcp(new S7comm()).open();
    private final List<String> heard = new ArrayList<>();
    private final Sighting at = new Sighting();
    private final Sink sink = new Sink(this::note, at, SinkOptions.PLAIN.withPoints());
    private long time;

    /** A whole TPKT from the client. */
    public Overheard client(String digits) {
        return say(digits, Direction.TO_SERVER);
    }

    /** A whole TPKT from the server. */
    public Overheard server(String digits) {
        return say(digits, Direction.TO_CLIENT);
    }

    /** S7comm from the client, put into TPKT and COTP. */
    public Overheard asks(String digits) {
        return client(data(digits));
    }

    /** S7comm from the server. */
    public Overheard answers(String digits) {
        return server(data(digits));
    }

    /** User data in one data TPDU in a TPKT. */
    public static String data(String digits) {
        int length = bytes(digits).length + 7;
        return "0300%04x 02f080 %s".formatted(length, digits);
    }

    public static byte[] bytes(String digits) {
        return HexFormat.of().parseHex(digits.replaceAll("\\s", ""));
    }

    private Overheard say(String digits, Direction way) {
        byte[] message = bytes(digits);
        boolean fromClient = way == Direction.TO_SERVER;
        at.packet(1, time += 1000)
                .between(
                        Transport.TCP,
                        fromClient ? CLIENT : SERVER,
                        fromClient ? 1234 : 102,
                        fromClient ? SERVER : CLIENT,
                        fromClient ? 102 : 1234)
                .conversation(1, fromClient);
        sink.speaking("cotp");
        dialogue.message(new Cursor().wrap(message, 0, message.length), way, sink);
        return this;
    }

    /** What was heard since the last time. */
    public List<String> heard() {
        List<String> all = List.copyOf(heard);
        heard.clear();
        return all;
    }

    private void note(Sighting seen, Observation what) {
        heard.add(
                switch (what) {
                    case Operation o -> operation(o);
                    case PointValue p -> point(seen, p);
                    case Identity i ->
                        "%s %s %s"
                                .formatted(i.subject().unit(), i.attribute().label(), i.value())
                                .strip();
                    case Transfer t -> "%s %s %s %d".formatted(t.name(), t.way(), t.state(), seen.detail());
                    case Login l ->
                        "login %s %s"
                                .formatted(
                                        l.secret().isEmpty() ? "" : "secret",
                                        l.outcome().kind());
                    case Violation v -> "violation %s".formatted(v.name());
                    case Contact c -> c.state().toString();
                    case Loss l -> "loss %s".formatted(l.name());
                });
    }

    private static String operation(Operation o) {
        String outcome =
                o.outcome().label().isEmpty() ? "" : " refused " + o.outcome().label();
        return "%s %s %s [%s] %s %s%s"
                .formatted(
                        o.phase(),
                        o.service().label(),
                        o.verb(),
                        o.target().unit(),
                        o.target().label(),
                        o.qualifier(),
                        outcome)
                .replaceAll(" +", " ")
                .replace("[] ", "")
                .strip();
    }

    private static String point(Sighting seen, PointValue p) {
        return "%s %s %s %s"
                .formatted(
                        p.origin(), p.point().label(), p.type(), seen.reading().number());
    }
}
