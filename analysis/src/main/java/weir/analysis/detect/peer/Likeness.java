// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.peer;

/**
 * What makes devices alike: they answered the same question in the same words, and stand in the same place. Words of
 * another message may mean the same and are another likeness.
 *
 * @param message protocol and message that said so; no message where only their conduct says so
 * @param product model or order number, or what they have in common
 * @param vendor as the same message says, or ""; else the beginning of their hardware addresses
 * @param place zone of the policy, else the network; "" for hardware addresses
 */
record Likeness(Statements.Message message, String product, String vendor, String place) {

    /** They say so themselves. */
    boolean isStated() {
        return !message.source().isEmpty();
    }
}
