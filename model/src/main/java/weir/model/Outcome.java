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

    // by hand: what the platform makes for records it makes when it runs, and a short run pays for that
    @Override
    public boolean equals(Object other) {
        return other instanceof Outcome o && kind == o.kind && code == o.code && label.equals(o.label);
    }

    @Override
    public int hashCode() {
        return label.hashCode() * 31 + code;
    }
}
