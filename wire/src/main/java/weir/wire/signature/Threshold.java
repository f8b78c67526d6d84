// SPDX-License-Identifier: Apache-2.0
package weir.wire.signature;

/**
 * How often something has to be found before it is told, and how often it is told then.
 *
 * @param count so many times
 * @param seconds within so many seconds of the first
 */
public record Threshold(Kind kind, Track track, int count, long seconds) {

    public enum Kind {
        /** Told the first times only. */
        LIMIT,
        /** Told each time that so many were found. */
        THRESHOLD,
        /** Told once, when so many were found. */
        BOTH,
        /** Told from then on that more than so many were found. */
        FILTER
    }

    /** Of whom it is counted. */
    public enum Track {
        SOURCE,
        DESTINATION,
        RULE
    }

    /** Whether the so-manieth time is told. */
    boolean isTold(int times) {
        return switch (kind) {
            case LIMIT -> times <= count;
            case THRESHOLD -> times % count == 0;
            case BOTH -> times == count;
            case FILTER -> times > count;
        };
    }
}
