// SPDX-License-Identifier: Apache-2.0
package weir.model;

/**
 * A claim about who a device is.
 *
 * @param subject the device
 * @param attribute what of it
 * @param value the value, as the wire gives it, trimmed
 * @param source message it was read from, in the protocol's words: {@code List Identity}, {@code SZL 0x0011}
 * @param confidence 1 (guessed) to 5 (the device says so itself in a field made for it)
 */
public record Identity(
        String protocol, Subject subject, Attribute attribute, String value, String source, int confidence)
        implements Observation {}
