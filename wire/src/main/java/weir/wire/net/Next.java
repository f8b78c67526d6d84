// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

/** What is to be read after a run of headers. */
enum Next {
    /** Nothing: the packet is filled. */
    DONE,
    /** Nothing: {@link Packet#problem} says why. */
    MALFORMED,
    /** Nothing: no reader for this link. */
    UNKNOWN_LINK,
    /** Nothing yet: the datagram is not whole. */
    HELD,
    /** A fragment to be joined with its like. */
    FRAGMENT,
    /** A tunnel that carries Ethernet frames. */
    ETHERNET,
    /** A tunnel that carries IPv4. */
    IPV4,
    /** A tunnel that carries IPv6. */
    IPV6
}
