// SPDX-License-Identifier: Apache-2.0
package weir.wire.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.model.Transport;
import weir.wire.Carrier;
import weir.wire.Cursor;
import weir.wire.Likeness;
import weir.wire.Protocol;

/**
 * Finds out what is spoken: by content first, the port only breaks ties. A protocol that is sure of the bytes is
 * believed on any port; one that merely could be is believed on its usual port, or when it could be a second time.
 */
final class Recogniser {

    private static final Protocol[] NONE = {};

    private final Protocol[] overTcp;
    private final Protocol[] overUdp;
    private final Map<Integer, Protocol[]> tcpPorts;
    private final Map<Integer, Protocol[]> udpPorts;
    private final Map<Long, Protocol> etherTypes = new HashMap<>();
    private final Map<Long, Protocol> snaps = new HashMap<>();
    private final Map<Long, Protocol> accessPoints = new HashMap<>();
    private final Map<Long, Protocol> ipProtocols = new HashMap<>();
    private final Cursor cursor = new Cursor();
    private boolean undecided;

    Recogniser(List<Protocol> protocols) {
        overTcp = over(protocols, Carrier.Kind.TCP);
        overUdp = over(protocols, Carrier.Kind.UDP);
        tcpPorts = ports(protocols, Carrier.Kind.TCP);
        udpPorts = ports(protocols, Carrier.Kind.UDP);
        for (Protocol protocol : protocols) {
            for (Carrier carrier : protocol.carriers()) {
                switch (carrier.kind()) {
                    case ETHER_TYPE -> etherTypes.put(carrier.number(), protocol);
                    case SNAP -> snaps.put(carrier.number(), protocol);
                    case LLC -> accessPoints.put(carrier.number(), protocol);
                    case IP -> ipProtocols.put(carrier.number(), protocol);
                    case TCP, UDP -> {}
                }
            }
        }
    }

    private static Protocol[] over(List<Protocol> protocols, Carrier.Kind kind) {
        return protocols.stream()
                .filter(p -> p.carriers().stream().anyMatch(c -> c.kind() == kind))
                .toArray(Protocol[]::new);
    }

    private static Map<Integer, Protocol[]> ports(List<Protocol> protocols, Carrier.Kind kind) {
        Map<Integer, List<Protocol>> lists = new HashMap<>();
        for (Protocol protocol : protocols) {
            for (Carrier carrier : protocol.carriers()) {
                if (carrier.kind() == kind && carrier.number() != 0) {
                    lists.computeIfAbsent((int) carrier.number(), n -> new ArrayList<>())
                            .add(protocol);
                }
            }
        }
        Map<Integer, Protocol[]> arrays = new HashMap<>();
        lists.forEach((port, list) -> arrays.put(port, list.toArray(Protocol[]::new)));
        return arrays;
    }

    boolean isUsualPort(Transport transport, int port) {
        return (transport == Transport.TCP ? tcpPorts : udpPorts).containsKey(port);
    }

    @Nullable
    Protocol onLink(int etherType, long snap, int accessPoint) {
        if (snap >= 0) {
            return snaps.get(snap);
        }
        return accessPoint >= 0 ? accessPoints.get((long) accessPoint) : etherTypes.get((long) etherType);
    }

    @Nullable
    Protocol onIp(int number) {
        return ipProtocols.get((long) number);
    }

    /** After {@link #recognise} found nothing: whether more bytes, or the next message, may tell. */
    boolean undecided() {
        return undecided;
    }

    /** The protocol of these bytes, which begin a message; null where that is not known. */
    @Nullable
    Protocol recognise(Flow flow, Recognition soFar, byte[] data, int offset, int length) {
        undecided = false;
        boolean tcp = flow.transport == Transport.TCP;
        Map<Integer, Protocol[]> ports = tcp ? tcpPorts : udpPorts;
        Protocol[] server = ports.getOrDefault(flow.port[flow.server], NONE);
        Protocol[] client = ports.getOrDefault(flow.port[1 - flow.server], NONE);
        Protocol found = ask(server, true, flow, soFar, data, offset, length);
        if (found == null) {
            found = ask(client, true, flow, soFar, data, offset, length);
        }
        return found != null ? found : ask(tcp ? overTcp : overUdp, false, flow, soFar, data, offset, length);
    }

    private @Nullable Protocol ask(
            Protocol[] candidates,
            boolean usualPort,
            Flow flow,
            Recognition soFar,
            byte[] data,
            int offset,
            int length) {
        for (Protocol candidate : candidates) {
            if (soFar.ruledOut(candidate)) {
                continue;
            }
            cursor.wrap(data, offset, length);
            Likeness likeness = candidate.probe(cursor, flow.transport);
            switch (likeness) {
                case NO -> {}
                case MORE -> undecided = true;
                case MAYBE -> {
                    undecided = true;
                    if (usualPort || soFar.suspectAgain(candidate)) {
                        return candidate;
                    }
                }
                case SURE -> {
                    return candidate;
                }
            }
        }
        return null;
    }
}
