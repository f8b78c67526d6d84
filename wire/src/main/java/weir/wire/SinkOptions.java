// SPDX-License-Identifier: Apache-2.0
package weir.wire;

/**
 * What a sink is to tell.
 *
 * @param points process values too
 * @param facts who counts protocol fields
 * @param counting whether anybody does
 * @param rows who writes logs that others defined
 * @param contents who keeps the content of files
 * @param salt keeps hashes of secrets from being looked up in a table; the same salt gives the same hash
 */
public record SinkOptions(
        boolean points, Facts facts, boolean counting, RowListener rows, Contents contents, String salt) {

    /** Operations, identities and the rest, no process values, no field counts. */
    public static final SinkOptions PLAIN =
            new SinkOptions(false, (p, k, v) -> {}, false, RowListener.NOBODY, Contents.NONE, "weir");

    public SinkOptions withPoints() {
        return new SinkOptions(true, facts, counting, rows, contents, salt);
    }

    /** What stands on the wire is counted: the copies that a mirror makes too, so observations are told of each copy. */
    public SinkOptions counting(Facts counter) {
        return new SinkOptions(points, counter, true, rows, contents, salt);
    }

    public SinkOptions withRows(RowListener writer) {
        return new SinkOptions(points, facts, counting, writer, contents, salt);
    }

    public SinkOptions keeping(Contents keeper) {
        return new SinkOptions(points, facts, counting, rows, keeper, salt);
    }
}
