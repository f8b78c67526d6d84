// SPDX-License-Identifier: Apache-2.0
package weir.model;

/**
 * How a request was answered.
 *
 * @param kind what came of it
 * @param code the protocol's own status number; 0 unless refused
 * @param label the protocol's own word for that number, or ""
 */
public record Outcome(Kind kind, int code, String label) {

    public enum Kind {
        /** The message is no answer, so it has no outcome. */
        OPEN,
        DONE,
        REFUSED
    }

    public static final Outcome OPEN = new Outcome(Kind.OPEN, 0, "");
    public static final Outcome DONE = new Outcome(Kind.DONE, 0, "");
}
