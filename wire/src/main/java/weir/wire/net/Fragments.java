// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Joins IP fragments. Keeps at most {@value #MOST} datagrams of {@value #MOST_BYTES} bytes in all, each for 30 seconds
 * of packet time; the oldest goes first. A datagram that was joined is remembered for as long as copies of its
 * fragments may come from a second mirror port.
 */
public final class Fragments {

    static final int MOST = 1_024;
    static final int MOST_BYTES = 4 << 20;
    static final long PATIENCE = 30_000_000_000L;

    /** IPv6 tells datagrams apart without the protocol, which only the first fragment knows. */
    private record Key(
            long sourceHigh,
            long sourceLow,
            long destinationHigh,
            long destinationLow,
            long identification,
            int protocol) {

        static Key of(Packet p) {
            int protocol = p.ipVersion == 4 ? p.ipProtocol : -1;
            return new Key(p.sourceHigh, p.sourceLow, p.destinationHigh, p.destinationLow, p.identification, protocol);
        }
    }

    private final Map<Key, Datagram> waiting = new LinkedHashMap<>();
    private int bytes;
    private long joined;
    private long lost;
    private long overlaps;
    private long copies;

    /**
     * DONE when the packet holds a whole datagram, HELD when more is to come. Nothing can be joined of what the capture
     * cut, but the transport header in a first fragment can be read.
     */
    Next add(Packet p, long time) {
        if (p.captured < p.length) {
            return p.fragmentOffset == 0 ? Next.DONE : p.malformed("snapped");
        }
        if (p.length == 0 || (p.moreFragments && p.length % 8 != 0)) {
            return p.malformed("fragment_length");
        }
        if (p.fragmentOffset + p.length > Datagram.LONGEST) {
            return p.malformed("fragment_beyond_end");
        }
        expire(time);
        Key key = Key.of(p);
        Datagram datagram = waiting.get(key);
        if (datagram != null && datagram.joined) {
            if (Math.abs(time - datagram.time) <= Copies.WINDOW) {
                copies++;
                return Next.HELD;
            }
            drop(key);
            datagram = null;
        }
        if (datagram == null) {
            datagram = new Datagram(p, time);
            waiting.put(key, datagram);
            bytes += datagram.weight();
        }
        return add(datagram, p, time);
    }

    private Next add(Datagram datagram, Packet p, long time) {
        int before = datagram.weight();
        switch (datagram.add(p.data, p.payload, p.length, p.fragmentOffset, p.moreFragments)) {
            case NEW -> {}
            case AGAIN -> copies++;
            case OVERLAP -> overlaps++;
        }
        if (p.fragmentOffset == 0) {
            datagram.protocol = p.ipProtocol;
        }
        boolean whole = datagram.isWhole();
        if (whole) {
            datagram.join(p, time);
            joined++;
        }
        bytes += datagram.weight() - before;
        makeRoom();
        return whole ? Next.DONE : Next.HELD;
    }

    private void expire(long time) {
        Iterator<Datagram> oldest = waiting.values().iterator();
        while (oldest.hasNext()) {
            Datagram datagram = oldest.next();
            if (Math.abs(time - datagram.time) <= PATIENCE) {
                return;
            }
            forget(datagram);
            oldest.remove();
        }
    }

    private void makeRoom() {
        Iterator<Datagram> oldest = waiting.values().iterator();
        while (waiting.size() > MOST || bytes > MOST_BYTES) {
            forget(oldest.next());
            oldest.remove();
        }
    }

    private void drop(Key key) {
        Datagram datagram = waiting.remove(key);
        if (datagram != null) {
            forget(datagram);
        }
    }

    private void forget(Datagram datagram) {
        bytes -= datagram.weight();
        lost += datagram.joined ? 0 : 1;
    }

    /** Datagrams that became whole. */
    public long joined() {
        return joined;
    }

    /** Datagrams that were given up, for want of fragments or of room. */
    public long lost() {
        return lost;
    }

    /** Fragments that overlapped or contradicted others; the octets that came first were taken. */
    public long overlaps() {
        return overlaps;
    }

    /** Fragments that came again and said the same. */
    public long copies() {
        return copies;
    }

    /** Datagrams of which some fragments came. */
    public int waiting() {
        int count = 0;
        for (Datagram datagram : waiting.values()) {
            count += datagram.joined ? 0 : 1;
        }
        return count;
    }
}
