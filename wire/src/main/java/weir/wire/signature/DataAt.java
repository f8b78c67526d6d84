// SPDX-License-Identifier: Apache-2.0
package weir.wire.signature;

/**
 * The payload reaches so far.
 *
 * @param offset of an octet that is there; where {@code relative}, how many octets are left
 * @param relative counted from the end of what was found before
 */
public record DataAt(int offset, boolean relative, boolean negated) implements PayloadTest {

    boolean holds(int size, int last) {
        boolean reaches = relative ? size >= (long) last + offset : size > offset;
        return reaches != negated;
    }
}
