// SPDX-License-Identifier: Apache-2.0
package weir.wire.flow;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import weir.model.Address;
import weir.model.Attribute;
import weir.model.Identity;
import weir.model.Observer;
import weir.model.Sighting;
import weir.model.Subject;
import weir.model.Transport;
import weir.wire.net.Packet;

/**
 * How a host opens TCP connections, which its operating system decides: the hop limit it starts from and the options of
 * its SYN, in their order (RFC 9293, 3.2; RFC 7323, 2). {@code ttl 64, options mss sack time nop scale7}
 */
public final class StackSigns implements PacketListener {

    /** Hosts whose last sign is remembered, so that it is told once: a power of two. */
    private static final int HOSTS = 1 << 12;

    private static final int END = 0;
    private static final int NOP = 1;
    private static final int SCALE = 3;

    private static final String[] NAMES = {"", "nop", "mss", "scale", "sack", "", "", "", "time"};

    private final Observer to;
    private final @Nullable Identity[] lately = new @Nullable Identity[HOSTS];
    private final long[] marks = new long[HOSTS];

    /** @param to is told the signs, each time that those of a host change */
    public StackSigns(Observer to) {
        this.to = to;
    }

    @Override
    public void packet(Sighting at, Packet packet) {
        if (packet.transport == Transport.TCP && (packet.flags & (Packet.SYN | Packet.ACK)) == Packet.SYN) {
            syn(at, packet);
        }
    }

    private void syn(Sighting at, Packet packet) {
        Address host = at.source();
        int slot = host.hashCode() * 0x9e37_79b9 >>> 20;
        long mark = mark(packet);
        Identity known = lately[slot];
        if (known == null || marks[slot] != mark || !known.subject().address().equals(host)) {
            Subject subject = new Subject(host, "");
            lately[slot] = new Identity("tcp", subject, Attribute.FINGERPRINT, sign(packet), "SYN", 3);
            marks[slot] = mark;
            to.observe(at, Objects.requireNonNull(lately[slot]));
        }
    }

    /** Systems start from 32, 64, 128 or 255, and no path has more than 30 hops or so. */
    private static int start(int ttl) {
        return ttl <= 32 ? 32 : ttl <= 64 ? 64 : ttl <= 128 ? 128 : 255;
    }

    private static long mark(Packet packet) {
        long mark = start(packet.ttl);
        for (int at = packet.options; at < end(packet); at += size(packet, at)) {
            mark = mark * 0x9e37_79b9_7f4a_7c15L + kind(packet, at) + 1;
            if (kind(packet, at) == SCALE && at + 2 < end(packet)) {
                mark += packet.data[at + 2] << 8;
            }
        }
        return mark;
    }

    private static String sign(Packet packet) {
        StringBuilder text = new StringBuilder("ttl ").append(start(packet.ttl)).append(", options");
        for (int at = packet.options; at < end(packet); at += size(packet, at)) {
            int kind = kind(packet, at);
            String name = kind < NAMES.length ? NAMES[kind] : "";
            text.append(' ').append(name.isEmpty() ? Integer.toString(kind) : name);
            if (kind == SCALE && at + 2 < end(packet)) {
                text.append(packet.data[at + 2] & 0xff);
            }
        }
        return text.toString();
    }

    private static int end(Packet packet) {
        return packet.payload;
    }

    private static int kind(Packet packet, int at) {
        return packet.data[at] & 0xff;
    }

    /** Kind u8, and but for the end and the filler, length u8 of all of it. */
    private static int size(Packet packet, int at) {
        int kind = kind(packet, at);
        if (kind == NOP) {
            return 1;
        }
        if (kind == END || at + 1 >= end(packet)) {
            return end(packet) - at;
        }
        return Math.max(2, packet.data[at + 1] & 0xff);
    }
}
