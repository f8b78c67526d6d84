// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dnp3;

/** The addresses under which the client of one conversation speaks as a master: one, or a few of standbys. */
final class MasterAddresses {

    /** More than any plant has on one connection. */
    private static final int MANY = 5;

    private final int[] seen = new int[MANY];
    private int count;

    /** Takes in an address; true where it is the one that makes them many. */
    boolean becomeMany(int address) {
        if (count == MANY) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (seen[i] == address) {
                return false;
            }
        }
        seen[count++] = address;
        return count == MANY;
    }
}
