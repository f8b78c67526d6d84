// SPDX-License-Identifier: Apache-2.0
package weir.model;

import java.util.List;

/**
 * A picture of the plant: everything that the fold knows, at one moment.
 *
 * @param assets in order of level, then id
 * @param conversations in order of client, server, protocol, port
 * @param losses what could not be seen
 * @param observations how many observations it was made of
 * @param packets number of the last packet that told something
 * @param first time of the first observation, nanoseconds since the epoch; 0 when there was none
 * @param last time of the last
 */
public record Plant(
        List<Asset> assets,
        List<Conversation> conversations,
        List<Missing> losses,
        long observations,
        long packets,
        long first,
        long last) {

    /**
     * Something that could not be seen.
     *
     * @param name as in {@link Loss#name}
     * @param unit what is counted
     * @param amount how much of it
     */
    public record Missing(String name, String unit, long amount) {}
}
