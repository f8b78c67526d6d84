// SPDX-License-Identifier: Apache-2.0
package weir.wire;

/**
 * What a sink is to tell.
 *
 * @param points process values too
 * @param facts who counts protocol fields
 * @param counting whether anybody does
 * @param salt keeps hashes of secrets from being looked up in a table; the same salt gives the same hash
 */
public record SinkOptions(boolean points, Facts facts, boolean counting, String salt) {

    /** Operations, identities and the rest, no process values, no field counts. */
    public static final SinkOptions PLAIN = new SinkOptions(false, (p, k, v) -> {}, false, "weir");

    public SinkOptions withPoints() {
        return new SinkOptions(true, facts, counting, salt);
    }

    /** What stands on the wire is counted: the copies that a mirror makes too, so observations are told of each copy. */
    public SinkOptions counting(Facts counter) {
        return new SinkOptions(points, counter, true, salt);
    }
}
