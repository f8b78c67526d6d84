// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import weir.wire.Likeness;

/** A format in which others write down what happened. One is made per source, for it may remember earlier lines. */
public interface Feed {

    /** As in {@code protocol} of what it tells, unless a line names the product itself. */
    String name();

    /** How much a line looks like this format; quick, for every line is asked about. */
    Likeness likeness(String line);

    /** Tells what a line says, or counts it as not understood. Never fails. */
    void read(String line, LogEntry entry);

    /** The source is at its end. */
    default void end(LogEntry entry) {}
}
