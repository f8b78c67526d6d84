// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

/** Reads link, tunnel, network and transport headers. Placeholder until the whole is written. */
public final class Layers {

    /** What came of a frame. */
    public enum Result {
        /** The packet is filled. */
        READ,
        /** A fragment of a datagram that is not whole yet. */
        HELD,
        /** Headers that cannot be: cut short or contradictory. */
        MALFORMED,
        /** The link type is not known here. */
        UNKNOWN_LINK
    }
}
