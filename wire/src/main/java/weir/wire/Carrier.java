// SPDX-License-Identifier: Apache-2.0
package weir.wire;

/**
 * What a protocol travels in. For TCP and UDP the number is a usual port and only a hint: content decides. For the
 * others it decides.
 *
 * @param kind the layer below
 * @param number port, EtherType, SNAP organisation and type ({@code oui << 16 | type}),
 *     LLC service access points ({@code dsap << 8 | ssap}), or IP protocol number
 */
public record Carrier(Kind kind, long number) {

    public enum Kind {
        TCP,
        UDP,
        ETHER_TYPE,
        SNAP,
        LLC,
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

    /** @param access where a frame goes and whence, the same for both */
    public static Carrier llc(int access) {
        return new Carrier(Kind.LLC, (long) access << 8 | access);
    }

    public static Carrier ip(int protocol) {
        return new Carrier(Kind.IP, protocol);
    }
}
