// SPDX-License-Identifier: Apache-2.0
package weir.model;

import java.util.Locale;

/** How much a finding or an incident matters to the plant, least first. */
public enum Severity {
    /** Worth keeping, nothing to do: an approved activity, something new that is usual. */
    INFO,
    LOW,
    MEDIUM,
    HIGH,
    /** Somebody has to look now. */
    CRITICAL;

    /** Stable lower-case name, as in every output. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** This one or the other, whichever matters more. */
    public Severity or(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** So many steps less, {@link #INFO} at the least. */
    public Severity less(int steps) {
        return values()[Math.max(0, ordinal() - steps)];
    }

    /** So many steps more, {@link #CRITICAL} at the most. */
    public Severity more(int steps) {
        return values()[Math.min(values().length - 1, ordinal() + steps)];
    }
}
