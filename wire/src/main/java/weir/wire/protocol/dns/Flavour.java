// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dns;

/** Who answers a question: a server that was told, or the device itself. */
enum Flavour {
    DNS,
    /** RFC 6762. */
    MDNS,
    /** RFC 4795. */
    LLMNR
}
