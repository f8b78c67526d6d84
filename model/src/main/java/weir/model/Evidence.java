// SPDX-License-Identifier: Apache-2.0
package weir.model;

/**
 * One claim about a device, with its proof.
 *
 * @param protocol protocol that it was read from
 * @param source message that it was read from, in the protocol's words
 * @param confidence 1 (guessed) to 5 (the device says so itself in a field made for it)
 * @param first when it was first seen, nanoseconds since the epoch
 * @param last when it was last seen
 * @param firstPacket number of the packet that proves it
 * @param lastPacket number of the last packet that repeats it
 * @param count how often it was seen
 * @param chosen whether it is the one shown for its attribute; the others are kept, never overwritten
 */
public record Evidence(
        Attribute attribute,
        String value,
        String protocol,
        String source,
        int confidence,
        long first,
        long last,
        long firstPacket,
        long lastPacket,
        long count,
        boolean chosen) {}
