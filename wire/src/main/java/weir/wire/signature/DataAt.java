// SPDX-License-Identifier: Apache-2.0
package weir.wire.signature;

/**
 * The payload reaches so far.
 *
 * @param relative counted from the end of what was found before
 */
public record DataAt(int offset, boolean relative, boolean negated) implements PayloadTest {

    boolean holds(int size, int last) {
        return (size > offset + (relative ? last : 0)) != negated;
    }
}
