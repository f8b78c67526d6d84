// SPDX-License-Identifier: Apache-2.0
package weir.model;

/** Somebody who is told what was seen, in the order in which it was seen. */
@FunctionalInterface
public interface Observer {

    /**
     * @param at valid only during the call
     * @param what immutable; the same fact may come as the identical object again and again
     */
    void observe(Sighting at, Observation what);
}
