// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

import weir.model.Transport;
import weir.wire.Cursor;

/** placeholder: Ethernet, VLAN, IPv4, TCP, UDP. */
public final class Layers {
    public enum Result {
        READ,
        HELD,
        MALFORMED,
        UNKNOWN_LINK
    }

    private final Cursor c = new Cursor();

    public String reason() {
        return "short";
    }

    public static String linkName(int n) {
        return Integer.toString(n);
    }

    public Result read(byte[] d, int off, int cap, int len, int link, long time, Packet p) {
        c.wrap(d, off, cap);
        p.data = d;
        p.ipVersion = 0;
        p.ipProtocol = -1;
        p.snap = -1;
        p.llc = -1;
        p.vlan = 0;
        p.sourcePort = 0;
        p.destinationPort = 0;
        p.transport = Transport.LINK;
        p.sourceHigh = 0;
        p.destinationHigh = 0;
        p.sourceLow = 0;
        p.destinationLow = 0;
        p.sourceMac = 0;
        p.destinationMac = 0;
        int type;
        if (link == 1) {
            p.destinationMac = c.u48();
            p.sourceMac = c.u48();
            type = c.u16();
            while (type == 0x8100) {
                p.vlan = c.u16() & 4095;
                type = c.u16();
            }
        } else if (link == 0) {
            c.skip(4);
            type = 0x800;
        } else if (link == 101 || link == 228 || link == 12) {
            type = 0x800;
        } else return Result.UNKNOWN_LINK;
        if (type < 1536) {
            c.skip(2);
            c.skip(1);
            int oui = c.u24();
            p.snap = (long) oui << 16 | c.u16();
            type = 0;
        }
        p.etherType = type;
        p.payload = c.offset();
        p.captured = c.left();
        p.length = c.left();
        if (type == 0x800) {
            int start = c.read();
            int ihl = (c.u8() & 15) * 4;
            c.skip(1);
            int total = c.u16();
            c.skip(2);
            int fr = c.u16();
            c.skip(1);
            int proto = c.u8();
            c.skip(2);
            p.ipVersion = 4;
            p.ipProtocol = proto;
            p.sourceLow = c.u32();
            p.destinationLow = c.u32();
            c.seek(start + ihl);
            if ((fr & 0x3fff) != 0) {
                return Result.HELD;
            }
            int left = Math.min(c.left(), total - ihl);
            p.transport = proto == 1 ? Transport.ICMP : Transport.IP;
            int real = total - ihl;
            if (proto == 6) {
                p.transport = Transport.TCP;
                int s = c.read();
                p.sourcePort = c.u16();
                p.destinationPort = c.u16();
                p.sequence = c.u32();
                p.acknowledgement = c.u32();
                int h = (c.u8() >> 4) * 4;
                p.flags = c.u8();
                p.window = c.u16();
                c.seek(s + h);
                left -= h;
                real -= h;
            }
            if (proto == 17) {
                p.transport = Transport.UDP;
                p.sourcePort = c.u16();
                p.destinationPort = c.u16();
                c.skip(4);
                left -= 8;
                real -= 8;
            }
            if (!c.ok() || left < 0) return Result.MALFORMED;
            p.payload = c.offset();
            p.captured = left;
            p.length = Math.max(real, left);
        }
        return c.ok() ? Result.READ : Result.MALFORMED;
    }
}
