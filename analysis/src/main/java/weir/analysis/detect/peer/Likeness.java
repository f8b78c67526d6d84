// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.peer;

/**
 * What makes devices alike: they answered the same question in the same words, and stand in the same place. Words of
 * another message may mean the same and are another likeness.
 *
 * @param message protocol and message that said so
 * @param product model or order number
 * @param vendor as the same message says, or ""
 * @param place zone of the policy, else the network; "" for hardware addresses
 */
record Likeness(Statements.Message message, String product, String vendor, String place) {}
