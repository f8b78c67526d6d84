// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

/** A format of records: each line, or a few of them together, is one thing that happened, with named fields. */
public interface RecordFeed {

    /** As in {@code protocol} of what it tells. */
    String name();

    /** Whether a line is of this format; quick, for every line is asked about. */
    boolean knows(String line);

    /** Tells what a line says; false where it was not understood, which then is counted. */
    boolean read(String line, Telling out);

    /** The source is at its end: what was begun and not ended is counted. */
    default void end(Telling out) {}
}
