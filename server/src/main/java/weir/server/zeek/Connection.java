// SPDX-License-Identifier: Apache-2.0
package weir.server.zeek;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import weir.model.Address;
import weir.model.Transport;
import weir.server.zeek.ConnectionEnd.State;
import weir.wire.net.Packet;

/**
 * A connection in Zeek's sense: who began it, what each end sent, how it ended. Its letters (history) and its state are
 * those that the documentation of {@code conn.log} describes.
 */
final class Connection {

    private static final int UPPER_TO_LOWER = 'a' - 'A';

    private static final long NAMES_LOOKS = 10_000_000_000L;
    private static final long NAMES_SILENCE = 9_000_000_000L;

    private final Transport transport;
    private final long begun;
    private long last;
    private String protocol = "";
    private Address originator;
    private int originatorPort;
    private Address responder;
    private int responderPort;
    private ConnectionEnd first = new ConnectionEnd();
    private ConnectionEnd second = new ConnectionEnd();
    private final StringBuilder history = new StringBuilder(8);
    private final String uid;

    /** Rows that are told when it is over, one a log. */
    private final Map<String, Map<String, Object>> waiting = new TreeMap<>();

    Connection(long conversation, Transport transport, long time, Address from, int fromPort, Address to, int toPort) {
        this.transport = transport;
        this.begun = time;
        this.last = time;
        this.originator = from;
        this.originatorPort = fromPort;
        this.responder = to;
        this.responderPort = toPort;
        this.uid = Uid.of(conversation, time, from.hashCode() * 31 + toPort);
    }

    long last() {
        return last;
    }

    void speaks(String spoken) {
        protocol = spoken;
    }

    /** What was spoken last; "" where that is not known. */
    String protocol() {
        return protocol;
    }

    /** When Zeek ends it as one of a name service: it looks every ten seconds whether nine were silent. */
    long namesEnd() {
        long looks = Math.ceilDiv(last + NAMES_SILENCE - begun, NAMES_LOOKS);
        return begun + looks * NAMES_LOOKS;
    }

    Transport transport() {
        return transport;
    }

    Map<String, Map<String, Object>> waiting() {
        return waiting;
    }

    /** Whether the sender began the connection. */
    boolean isFromOriginator(Address sender, int port) {
        return sender.equals(originator) && port == originatorPort;
    }

    /** The first packet came from the end that serves: the other one began, before anybody looked. */
    void flip() {
        Address address = originator;
        int port = originatorPort;
        originator = responder;
        originatorPort = responderPort;
        responder = address;
        responderPort = port;
        ConnectionEnd end = first;
        first = second;
        second = end;
        letter('^', true);
    }

    void packet(boolean fromOriginator, long time, Packet packet) {
        last = Math.max(last, time);
        ConnectionEnd sender = fromOriginator ? first : second;
        ConnectionEnd other = fromOriginator ? second : first;
        sender.count(packet);
        if (transport == Transport.TCP) {
            tcp(sender, other, fromOriginator, packet);
            return;
        }
        sender.bytes += packet.length - (transport == Transport.ICMP ? Math.min(packet.length, 8) : 0);
        sender.state = State.ACTIVE;
        if (transport == Transport.UDP) {
            letter('D', fromOriginator);
        }
    }

    private void tcp(ConnectionEnd sender, ConnectionEnd other, boolean fromOriginator, Packet packet) {
        int flags = packet.flags;
        boolean repeats = sender.segment(packet);
        if ((flags & Packet.SYN) != 0) {
            letter((flags & Packet.ACK) != 0 ? 'H' : 'S', fromOriginator);
        } else if (packet.length == 0 && (flags & Packet.ACK) != 0 && (flags & (Packet.FIN | Packet.RST)) == 0) {
            letter('A', fromOriginator);
        }
        if (repeats) {
            letter('T', fromOriginator);
        } else if (packet.length > 0) {
            letter('D', fromOriginator);
        }
        if ((flags & Packet.FIN) != 0) {
            letter('F', fromOriginator);
        }
        if ((flags & Packet.RST) != 0) {
            letter('R', fromOriginator);
        }
        move(sender, other, flags);
    }

    private static void move(ConnectionEnd sender, ConnectionEnd other, int flags) {
        if ((flags & Packet.RST) != 0) {
            sender.state = State.RESET;
        } else if ((flags & Packet.FIN) != 0) {
            sender.state = sender.state == State.RESET ? State.RESET : State.CLOSED;
        } else if ((flags & Packet.SYN) != 0) {
            boolean answers = other.state == State.SYN_SENT && (flags & Packet.ACK) != 0;
            sender.state = answers ? State.ESTABLISHED : sender.sentSyn() ? sender.state : State.SYN_SENT;
            other.state = answers ? State.ESTABLISHED : other.state;
        } else if (sender.state == State.INACTIVE) {
            sender.state = State.PARTIAL;
        } else if (sender.state == State.SYN_SENT && other.sentSyn()) {
            sender.state = State.ESTABLISHED;
        }
    }

    /** Once from each end: what the originator did in capitals. */
    private void letter(char letter, boolean fromOriginator) {
        char written = fromOriginator || letter == '^' ? letter : (char) (letter + UPPER_TO_LOWER);
        if (history.indexOf(String.valueOf(written)) < 0) {
            history.append(written);
        }
    }

    /** The columns that every log has of its connection. */
    void identify(Map<String, Object> values) {
        values.put("uid", uid);
        values.put("id.orig_h", originator.toString());
        values.put("id.orig_p", (long) originatorPort);
        values.put("id.resp_h", responder.toString());
        values.put("id.resp_p", (long) responderPort);
        values.put("proto", proto());
    }

    /** Its line in {@code conn.log}. */
    Map<String, Object> line(String service) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("ts", begun);
        identify(values);
        if (!service.isEmpty()) {
            values.put("service", service);
        }
        if (last > begun || transport == Transport.TCP && second.packets > 0) {
            values.put("duration", last - begun);
            values.put("orig_bytes", first.bytes);
            values.put("resp_bytes", second.bytes);
        }
        values.put("conn_state", state());
        values.put("missed_bytes", first.missed + second.missed);
        if (!history.isEmpty()) {
            values.put("history", history.toString());
        }
        values.put("orig_pkts", first.packets);
        values.put("orig_ip_bytes", first.ipBytes);
        values.put("resp_pkts", second.packets);
        values.put("resp_ip_bytes", second.ipBytes);
        return values;
    }

    private String proto() {
        return switch (transport) {
            case TCP -> "tcp";
            case UDP -> "udp";
            case ICMP -> "icmp";
            case IP, LINK -> "unknown_transport";
        };
    }

    private String state() {
        return switch (transport) {
            case TCP -> tcpState();
            case UDP -> first.packets == 0 ? second.packets == 0 ? "OTH" : "SHR" : second.packets == 0 ? "S0" : "SF";
            case ICMP, IP, LINK -> "OTH";
        };
    }

    private String tcpState() {
        State orig = first.state;
        State resp = second.state;
        boolean nothingSaid = first.bytes == 0 && second.bytes == 0;
        if (resp == State.RESET) {
            boolean rejected = orig == State.SYN_SENT || orig == State.RESET && nothingSaid;
            return rejected ? "REJ" : first.sentSyn() ? "RSTR" : "RSTRH";
        }
        if (orig == State.RESET) {
            return second.sentSyn() ? "RSTO" : "RSTOS0";
        }
        if (orig == State.CLOSED) {
            return resp == State.CLOSED ? "SF" : second.sentSyn() ? "S2" : "SH";
        }
        if (resp == State.CLOSED) {
            return first.sentSyn() ? "S3" : "SHR";
        }
        if (orig == State.SYN_SENT && resp == State.INACTIVE) {
            return "S0";
        }
        return orig == State.ESTABLISHED && resp == State.ESTABLISHED ? "S1" : "OTH";
    }
}
