// SPDX-License-Identifier: Apache-2.0
package weir.wire.described;

import java.util.List;
import weir.wire.Cursor;

/**
 * Octets that a message always has at one place.
 *
 * @param at octets before them
 * @param values one of these, all of one length
 */
public record Mark(int at, List<byte[]> values) {

    /** Whether the message has them; true also where it is too short to tell. */
    boolean fits(Cursor in) {
        for (int i = 0; i < values.size(); i++) {
            if (fits(in, values.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(Cursor in, byte[] value) {
        int seen = Math.min(value.length, in.left() - at);
        for (int i = 0; i < seen; i++) {
            if (in.peek(at + i) != (value[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    int end() {
        return at + values.getFirst().length;
    }

    /** How many bits chance would have to guess. */
    double weight() {
        return values.getFirst().length * 8 - Math.log(values.size()) / Math.log(2);
    }
}
