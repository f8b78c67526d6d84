// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import weir.model.Transport;

/**
 * Recognises a packet that a mirror port showed before: seen on two ports or in two VLANs, before and after a router,
 * inside and outside a tunnel. So hardware addresses, VLAN tags and time to live do not count. What counts is what its
 * sender marks a packet with, and how long copies may lag depends on how sure that mark is:
 *
 * <ul>
 *   <li>IP with an identification: 5 ms. A sender that repeats itself gives another. 0 and 1 are no marks: the first
 *       comes from stacks that never fragment, the second from tools that build packets by hand.
 *   <li>IP without (IPv6 too): the same payload within 0.5 ms, half a cycle of the fastest usual poll. Of TCP that may
 *       take a reset or an acknowledgement too many, but no octet that was not seen.
 *   <li>Frames with an HSR or PRP sequence number: 5 ms.
 *   <li>Other frames without IP: the same frame within 0.1 ms. PROFINET, GOOSE, EtherCAT or POWERLINK may send the same
 *       octets on purpose each cycle, down to 0.25 ms; faster ones have a counter inside. The copies that one switch
 *       makes lie some microseconds apart.
 * </ul>
 *
 * A packet that comes more than {@value #MOST_COPIES} times again is no work of mirrors but a flood or a loop, and
 * counts as new. Remembers {@value #MOST} packets, four a bucket, by 64 bits of hash.
 */
public final class Copies {

    /** Longest time between a packet and its copy, in nanoseconds. */
    static final long WINDOW = 5_000_000;

    static final long UNMARKED_WINDOW = 500_000;
    static final long FRAME_WINDOW = 100_000;

    private static final int MOST = 4_096;
    private static final int MOST_COPIES = 3;
    private static final int WAYS = 4;
    private static final int BUCKETS = MOST / WAYS;

    /** Of a long TCP segment these many octets at each end are compared; its sequence number says the rest. */
    private static final int ENDS = 64;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FACTOR = 0x9e37_79b9_7f4a_7c15L;
    private static final long OTHER_FACTOR = 0xe703_7ed1_a0b4_28dbL;

    /** Of each packet its hash, then its time with the number of its copies in the lowest two bits. */
    private final long[] seen = new long[2 * MOST];

    /** Which place of a bucket is to be filled next, in the lowest two bits. */
    private final byte[] turn = new byte[BUCKETS];

    private long count;

    /**
     * True for a copy of a packet that was seen shortly before. Each packet is to be asked about once, in order, when it
     * was read; {@link Fragments} looks after copies of fragments.
     *
     * @param p as {@link Layers} filled it
     * @param frameOffset where the frame begins in {@link Packet#data}; looked at where there is no IP
     * @param time nanoseconds since the epoch
     */
    public boolean isCopy(Packet p, int frameOffset, int frameLength, long time) {
        if (p.ipVersion != 0) {
            long hash = p.transport == Transport.TCP ? segment(p) : datagram(p);
            return known(hash, p.identification > 1 ? WINDOW : UNMARKED_WINDOW, time);
        }
        if (p.redundancy >= 0) {
            long mark = mix(p.sourceMac << 16 | p.redundancy, p.destinationMac << 16 | p.etherType);
            return known(mark + octets(p.data, p.payload, p.captured), WINDOW, time);
        }
        return known(octets(p.data, frameOffset, frameLength), FRAME_WINDOW, time);
    }

    /** Copies that were found. */
    public long count() {
        return count;
    }

    private static long segment(Packet p) {
        long marks = header(p) + mix(p.sequence << 32 | p.acknowledgement, (long) p.flags << 16 | p.window);
        if (p.captured <= 2 * ENDS) {
            return marks + octets(p.data, p.payload, p.captured);
        }
        return marks + octets(p.data, p.payload, ENDS) + octets(p.data, p.payload + p.captured - ENDS, ENDS);
    }

    private static long datagram(Packet p) {
        return header(p) + octets(p.data, p.payload, p.captured);
    }

    /** Sums of parts that do not wait for one another. */
    private static long header(Packet p) {
        long high = p.ipVersion == 6 ? mix(p.sourceHigh, ~p.destinationHigh) : 0;
        long low = mix(p.sourceLow, p.destinationLow + p.ipVersion);
        long identity = p.identification << 32 | (long) p.ipProtocol << 24 | p.length;
        return high + low + mix(identity, (long) p.checksum << 32 | (long) p.sourcePort << 16 | p.destinationPort);
    }

    /** The last octets are taken in as a whole word, some of them for the second time: no loop for the odd ones. */
    private static long octets(byte[] data, int from, int length) {
        if (length < 16) {
            return mix(length, length < 8 ? few(data, from, length) : both(data, from, length));
        }
        long hash = length;
        int last = from + length - 16;
        for (int at = from; at < last; at += 16) {
            hash = mix(hash ^ (long) LONG.get(data, at), (long) LONG.get(data, at + 8));
        }
        return mix(hash ^ (long) LONG.get(data, last), (long) LONG.get(data, last + 8));
    }

    private static long both(byte[] data, int from, int length) {
        return mix((long) LONG.get(data, from), (long) LONG.get(data, from + length - 8));
    }

    private static long few(byte[] data, int from, int length) {
        long octets = 0;
        for (int at = from; at < from + length; at++) {
            octets = (octets << 8) | (data[at] & 0xff);
        }
        return octets;
    }

    /** Takes in two words. Plain products: their upper halves are a call where the compiler is a simple one. */
    private static long mix(long one, long other) {
        long a = (one ^ one >>> 32) * FACTOR;
        long b = (Long.rotateLeft(a, 32) ^ other) * OTHER_FACTOR;
        return b ^ b >>> 32;
    }

    private boolean known(long hash, long window, long time) {
        int bucket = (int) hash & (BUCKETS - 1);
        int first = bucket * 2 * WAYS;
        for (int slot = first; slot < first + 2 * WAYS; slot += 2) {
            if (seen[slot] == hash && Math.abs(time - seen[slot + 1]) <= window) {
                return again(slot, time);
            }
        }
        int slot = first + 2 * (turn[bucket]++ & (WAYS - 1));
        seen[slot] = hash;
        seen[slot + 1] = time & ~MOST_COPIES;
        return false;
    }

    private boolean again(int slot, long time) {
        if ((seen[slot + 1] & MOST_COPIES) == MOST_COPIES) {
            seen[slot + 1] = time & ~MOST_COPIES;
            return false;
        }
        seen[slot + 1]++;
        count++;
        return true;
    }
}
