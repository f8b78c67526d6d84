// SPDX-License-Identifier: Apache-2.0
package weir.model;

import java.util.Locale;

/** One service of one protocol: its name, its number on the wire, what it does. An enum row in the decoder's vocabulary. */
public interface Service {

    /** The enum row's own name; {@link #label} is made of it. */
    String name();

    /** The number on the wire. */
    int code();

    Verb verb();

    /** Stable lower-case name with underscores, unique within the protocol, as it stands in every output. */
    default String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A service that the protocol's vocabulary does not list. */
    record Unlisted(String name, int code, Verb verb) implements Service {

        // by hand: what the platform makes for records it makes when it runs, and a short run pays for that
        @Override
        public boolean equals(Object other) {
            return other instanceof Unlisted u && code == u.code && verb == u.verb && name.equals(u.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode() * 31 + code;
        }
    }
}
