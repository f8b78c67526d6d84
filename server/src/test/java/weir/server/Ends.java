// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Who sent a frame to whom, as far as Ethernet and the headers of IPv4 tell. */
final class Ends {

    private static final int ETHERNET = 1;
    private static final int IPV4 = 0x0800;
    private static final int TCP = 6;
    private static final int UDP = 17;

    private final ByteBuffer frame;
    private final int ip;
    private final int ports;
    private final int protocol;

    Ends(Recorded of) {
        frame = ByteBuffer.wrap(of.data());
        boolean whole = of.linkType() == ETHERNET && of.data().length >= 34;
        int type = whole ? frame.getShort(12) & 0xffff : 0;
        ip = type == IPV4 ? 14 : 0;
        boolean fragment = ip > 0 && (frame.getShort(ip + 6) & 0x3fff) != 0;
        protocol = ip > 0 && !fragment ? frame.get(ip + 9) & 0xff : -1;
        int at = ip + 4 * (ip > 0 ? frame.get(ip) & 15 : 0);
        ports = (protocol == TCP || protocol == UDP) && at + 20 <= of.data().length ? at : 0;
    }

    /** Its sender numbered it, so that a copy can be told from a packet that says the same. */
    boolean isMarked() {
        return ip > 0 && (frame.getShort(ip + 4) & 0xffff) > 1;
    }

    /** A TCP segment with payload, neither the first nor the last of its connection. */
    boolean isSegment() {
        if (protocol != TCP || ports == 0 || (frame.get(ports + 13) & 7) != 0) {
            return false;
        }
        int headers = ports - ip + 4 * (frame.get(ports + 12) >> 4 & 15);
        return (frame.getShort(ip + 2) & 0xffff) > headers;
    }

    boolean sameDirection(Ends other) {
        return other.isSegment() && Arrays.equals(end(0), other.end(0)) && Arrays.equals(end(1), other.end(1));
    }

    /** Between the same two, whichever of them sent it; what is not known to be another is the same. */
    boolean sameConversation(Ends other) {
        if (ports == 0 || other.ports == 0) {
            return true;
        }
        boolean there = Arrays.equals(end(0), other.end(0)) && Arrays.equals(end(1), other.end(1));
        boolean back = Arrays.equals(end(0), other.end(1)) && Arrays.equals(end(1), other.end(0));
        return there || back;
    }

    /** Address and port of the sender (0) or the receiver (1). */
    private byte[] end(int number) {
        byte[] end = new byte[6];
        frame.get(ip + 12 + 4 * number, end, 0, 4);
        frame.get(ports + 2 * number, end, 4, 2);
        return end;
    }
}
