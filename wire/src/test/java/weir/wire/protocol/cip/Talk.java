// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import weir.model.Address;
import weir.model.Identity;
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

/** A client and a device talking EtherNet/IP, and what is told of it, a line each. */
final class Talk {

    private static final int CONTEXT = 0x1234;

    final List<String> told = new ArrayList<>();
    private final Sighting at = new Sighting().sensor("test");
    private final Sink sink;
    private final Dialogue dialogue = new EtherNetIp().open();
    private final Cursor cursor = new Cursor();
    private long time;

    Talk() {
        sink = new Sink((when, what) -> told.add(line(when, what)), at, SinkOptions.PLAIN.withPoints());
    }

    /** What was told since the last time it was asked. */
    List<String> hear() {
        List<String> lines = List.copyOf(told);
        told.clear();
        return lines;
    }

    Talk ask(byte[] message) {
        return say(message, Direction.TO_SERVER);
    }

    Talk answer(byte[] message) {
        return say(message, Direction.TO_CLIENT);
    }

    Talk say(byte[] message, Direction way) {
        boolean asks = way == Direction.TO_SERVER;
        time += 1_000_000;
        Address client = Address.ipv4(0x0a000001);
        Address device = Address.ipv4(0x0a000002);
        at.packet(time / 1_000_000, time)
                .conversation(1, asks)
                .between(Transport.TCP, asks ? client : device, 0, asks ? device : client, 0);
        sink.speaking("enip");
        dialogue.message(cursor.wrap(message, 0, message.length), way, sink);
        return this;
    }

    /** An encapsulated message. */
    static byte[] enip(int command, int session, int status, String body) {
        byte[] data = hex(body);
        return ByteBuffer.allocate(24 + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) command)
                .putShort((short) data.length)
                .putInt(session)
                .putInt(status)
                .putLong(CONTEXT)
                .putInt(0)
                .put(data)
                .array();
    }

    /** A CIP message outside of any connection. */
    static byte[] unconnected(String cip) {
        int length = hex(cip).length;
        return enip(0x6f, 7, 0, "00000000 0a00 0200 0000 0000 b200" + little(length, 2) + cip);
    }

    /** A CIP message over a connection. */
    static byte[] connected(long connection, int sequence, String cip) {
        int length = hex(cip).length + 2;
        String address = "a100 0400" + little(connection, 4);
        return enip(
                0x70, 7, 0, "00000000 0000 0200" + address + "b100" + little(length, 2) + little(sequence, 2) + cip);
    }

    static String little(long number, int bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes; i++) {
            text.append(HexFormat.of().toHexDigits((byte) (number >>> 8 * i)));
        }
        return text.toString();
    }

    static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replaceAll("\\s", ""));
    }

    private static String line(Sighting at, Observation what) {
        return switch (what) {
            case Operation o ->
                String.join(
                                " ",
                                o.protocol(),
                                o.phase().name().toLowerCase(java.util.Locale.ROOT),
                                o.service().label(),
                                o.verb().name(),
                                "[" + o.target().unit() + "]",
                                o.target().label(),
                                o.qualifier(),
                                o.outcome().label())
                        .strip();
            case Identity i -> i.attribute() + " [" + i.subject().unit() + "] " + i.value();
            case weir.model.Alert _, weir.model.HostEvent _, weir.model.Ruling _ ->
                throw new AssertionError("a decoder tells " + what);
            case PointValue p ->
                p.origin() + " " + p.point().label() + " " + p.type() + " = "
                        + (at.reading().kind() == weir.model.Reading.Kind.TEXT
                                ? at.reading().text()
                                : String.valueOf(at.reading().number()));
            case Violation v -> "violation " + v.name();
            case Transfer t -> "transfer " + t.way() + " " + t.state() + " " + at.detail();
            default -> what.toString();
        };
    }
}
