// SPDX-License-Identifier: Apache-2.0
package weir.wire;

/**
 * What a protocol travels in. For TCP and UDP the number is a usual port and only a hint: content decides. For the
 * others it decides.
 *
 * @param kind the layer below
 * @param number port, EtherType, SNAP organisation and type ({@code oui << 16 | type}), or IP protocol number
 */
public record Carrier(Kind kind, long number) {

    public enum Kind {
        TCP,
        UDP,
        ETHER_TYPE,
        SNAP,
        IP
    }

    public static Carrier tcp(int port) {
        return new Carrier(Kind.TCP, port);
    }

    public static Carrier udp(int port) {
        return new Carrier(Kind.UDP, port);
    }

    public static Carrier etherType(int type) {
        return new Carrier(Kind.ETHER_TYPE, type);
    }

    public static Carrier snap(int organisation, int type) {
        return new Carrier(Kind.SNAP, (long) organisation << 16 | type);
    }

    public static Carrier ip(int protocol) {
        return new Carrier(Kind.IP, protocol);
    }
}
