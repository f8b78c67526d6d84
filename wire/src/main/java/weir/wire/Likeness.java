// SPDX-License-Identifier: Apache-2.0
package weir.wire;

/** How much some bytes look like a protocol. */
public enum Likeness {
    /** They are something else. */
    NO,
    /** Too few bytes to say. */
    MORE,
    /** They could be: believed on one of the protocol's usual ports, or when it happens again. */
    MAYBE,
    /** They are: magic numbers, lengths and codes that agree. Believed on any port. */
    SURE
}
