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
 *   <li>IP with an identification, and TCP by its sequence numbers: 5 ms. A sender that repeats itself gives another
 *       identification; one that does not waits longer than that, or repeats what was seen anyhow.
 *   <li>Frames with an HSR or PRP sequence number: 5 ms.
 *   <li>IP without (IPv6, or IPv4 with 0): the same payload within 1 ms, for two polls may be alike.
 *   <li>Frames without IP: the same frame within 100 microseconds. PROFINET, GOOSE, SERCOS, EtherCAT or POWERLINK may
 *       send the same octets on purpose each cycle, down to 250 microseconds; faster ones have a counter inside. The
 *       copies of one switch lie a few microseconds apart.
 * </ul>
 *
 * Remembers {@value #MOST} packets, four a bucket, by 64 bits of hash.
 */
public final class Copies {

    /** Longest time between a packet and its copy, in nanoseconds. */
    static final long WINDOW = 5_000_000;

    static final long UNMARKED_WINDOW = 1_000_000;
    static final long FRAME_WINDOW = 100_000;

    private static final int MOST = 4_096;
    private static final int WAYS = 4;
    private static final int BUCKETS = MOST / WAYS;

    /** Of a long TCP segment these many octets at each end are compared; its sequence number says the rest. */
    private static final int ENDS = 64;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FACTOR = 0x9e37_79b9_7f4a_7c15L;

    /** Hash, then time, of each packet; a bucket fills a cache line. */
    private final long[] seen = new long[2 * MOST];

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
            return p.transport == Transport.TCP
                    ? known(segment(p), WINDOW, time)
                    : known(datagram(p), p.identification > 0 ? WINDOW : UNMARKED_WINDOW, time);
        }
        if (p.redundancy >= 0) {
            long mark = mix(mix(mix(p.redundancy, p.sourceMac), p.destinationMac), p.etherType);
            return known(octets(mark, p.data, p.payload, p.captured), WINDOW, time);
        }
        return known(octets(frameLength, p.data, frameOffset, frameLength), FRAME_WINDOW, time);
    }

    /** Copies that were found. */
    public long count() {
        return count;
    }

    private static long segment(Packet p) {
        long hash = mix(header(p), p.sequence << 32 | p.acknowledgement);
        hash = mix(hash, (long) p.flags << 16 | p.window);
        if (p.captured <= 2 * ENDS) {
            return octets(hash, p.data, p.payload, p.captured);
        }
        hash = octets(hash, p.data, p.payload, ENDS);
        return octets(hash, p.data, p.payload + p.captured - ENDS, ENDS);
    }

    private static long datagram(Packet p) {
        return octets(header(p), p.data, p.payload, p.captured);
    }

    private static long header(Packet p) {
        long hash = mix(mix(p.ipVersion, p.sourceLow), p.destinationLow);
        if (p.ipVersion == 6) {
            hash = mix(mix(hash, p.sourceHigh), p.destinationHigh);
        }
        hash = mix(hash, p.identification << 32 | (long) p.ipProtocol << 24 | p.length);
        return mix(hash, (long) p.checksum << 32 | (long) p.sourcePort << 16 | p.destinationPort);
    }

    private static long octets(long start, byte[] data, int from, int length) {
        long hash = start;
        int at = from;
        int end = from + length;
        for (; at <= end - 8; at += 8) {
            hash = mix(hash, (long) LONG.get(data, at));
        }
        long rest = length;
        for (; at < end; at++) {
            rest = rest << 8 | data[at] & 0xff;
        }
        return mix(hash, rest);
    }

    private static long mix(long hash, long value) {
        long mixed = (hash ^ value) * FACTOR;
        return mixed ^ mixed >>> 29;
    }

    private boolean known(long hash, long window, long time) {
        int bucket = (int) (hash & BUCKETS - 1) * 2 * WAYS;
        int oldest = bucket;
        long age = -1;
        for (int slot = bucket; slot < bucket + 2 * WAYS; slot += 2) {
            long distance = Math.abs(time - seen[slot + 1]);
            if (seen[slot] == hash && distance <= window) {
                count++;
                return true;
            }
            if (distance > age) {
                age = distance;
                oldest = slot;
            }
        }
        seen[oldest] = hash;
        seen[oldest + 1] = time;
        return false;
    }
}
