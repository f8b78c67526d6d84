// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import weir.model.Address;
import weir.model.Identity;
import weir.model.Login;
import weir.model.Observation;
import weir.model.Operation;
import weir.model.PointValue;
import weir.model.Reading;
import weir.model.Sighting;
import weir.model.Transfer;
import weir.model.Transport;
import weir.model.Violation;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Protocol;
import weir.wire.Sink;
import weir.wire.SinkOptions;

/** A line between a master and an outstation: plays streams to one dialogue and keeps what is told. */
final class TelecontrolLine {

    private static final Address MASTER = Address.ipv4(0x0a000001);
    private static final Address OUTSTATION = Address.ipv4(0x0a000002);

    final List<String> told = new ArrayList<>();
    private final Sighting at = new Sighting();
    private final Dialogue dialogue;
    private final Sink sink;
    private long time;
    boolean quiet;

    TelecontrolLine(Protocol protocol) {
        dialogue = protocol.open();
        sink = new Sink((sighting, what) -> hear(what), at, SinkOptions.PLAIN.withPoints());
        sink.speaking(protocol.name());
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }

    TelecontrolLine toServer(String hex) {
        return play(bytes(hex), Direction.TO_SERVER);
    }

    TelecontrolLine toClient(String hex) {
        return play(bytes(hex), Direction.TO_CLIENT);
    }

    /** Cuts a stream into messages as the sensor does, and has them read. */
    TelecontrolLine play(byte[] stream, Direction way) {
        begin(way);
        int at = 0;
        while (at < stream.length) {
            int size = dialogue.frame(new Cursor().wrap(stream, at, stream.length - at), way);
            if (size == Dialogue.MORE || size > stream.length - at) {
                break;
            }
            if (size > 0) {
                message(stream, at, size, way);
            }
            at += Math.max(1, size);
        }
        return this;
    }

    TelecontrolLine datagram(String hex, Direction way) {
        begin(way);
        byte[] data = bytes(hex);
        message(data, 0, data.length, way);
        return this;
    }

    void message(byte[] data, int from, int length, Direction way) {
        dialogue.message(cursor.wrap(data, from, length), way, sink);
    }

    private final Cursor cursor = new Cursor();

    void lost(Direction way) {
        dialogue.lost(way);
    }

    int frame(byte[] data, int length) {
        return dialogue.frame(new Cursor().wrap(data, 0, length), Direction.TO_SERVER);
    }

    void begin(Direction way) {
        boolean out = way == Direction.TO_SERVER;
        at.packet(1, ++time);
        at.between(Transport.TCP, out ? MASTER : OUTSTATION, 1, out ? OUTSTATION : MASTER, 2);
        at.conversation(1, out);
    }

    private void hear(Observation what) {
        if (!quiet) {
            told.add(line(what));
        }
    }

    private String line(Observation what) {
        return switch (what) {
            case Operation o ->
                (o.phase() + " " + o.service().label() + " [" + o.target().unit() + "] "
                                + o.target().label() + " " + o.qualifier() + " "
                                + switch (o.outcome().kind()) {
                                    case OPEN -> "";
                                    case DONE -> "done";
                                    case REFUSED ->
                                        "refused " + o.outcome().code() + " "
                                                + o.outcome().label();
                                }
                                + (at.latency() >= 0 ? " after " + at.latency() : ""))
                        .replaceAll(" +", " ")
                        .trim();
            case weir.model.Alert _, weir.model.HostEvent _, weir.model.Ruling _ ->
                throw new AssertionError("a decoder tells " + what);
            case PointValue p ->
                p.origin() + " " + p.subject().unit() + " " + p.point().label() + " " + p.type() + " = "
                        + value(at.reading()) + " q" + at.reading().quality();
            case Identity i -> i.subject().unit() + " " + i.attribute() + " = " + i.value() + " from " + i.source();
            case Violation v -> "! " + v.name() + " " + at.detail();
            case Transfer t -> t.way() + " " + t.state() + " " + t.name() + " " + at.detail();
            case Login l -> "login " + l.user() + (l.secret().isEmpty() ? "" : " with a secret");
            default -> what.toString();
        };
    }

    private static String value(Reading reading) {
        return switch (reading.kind()) {
            case INTEGER -> Long.toString(reading.integer());
            case NUMBER -> Double.toString(reading.number());
            case TEXT -> reading.text();
            case NONE -> "nothing";
        };
    }
}
