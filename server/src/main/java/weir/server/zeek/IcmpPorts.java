// SPDX-License-Identifier: Apache-2.0
package weir.server.zeek;

import weir.wire.net.Packet;

/** What Zeek writes into the port columns of ICMP: its type, and the type that answers it or else the code. */
final class IcmpPorts {

    private static final int VERSION_6 = 6;

    /** Types that answer each other, in pairs. */
    private static final int[] V4 = {8, 0, 13, 14, 15, 16, 17, 18, 10, 9};

    private static final int[] V6 = {128, 129, 133, 134, 135, 136, 131, 130, 139, 140, 144, 145};

    private IcmpPorts() {}

    static int originator(Packet packet) {
        return packet.data[packet.payload] & 0xff;
    }

    static int responder(Packet packet) {
        int type = originator(packet);
        int[] pairs = packet.ipVersion == VERSION_6 ? V6 : V4;
        for (int i = 0; i < pairs.length; i++) {
            if (pairs[i] == type) {
                return pairs[i ^ 1];
            }
        }
        return packet.data[packet.payload + 1] & 0xff;
    }
}
