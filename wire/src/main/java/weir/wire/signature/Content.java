// SPDX-License-Identifier: Apache-2.0
package weir.wire.signature;

/**
 * Octets that have to stand in a payload, or may not.
 *
 * @param octets in small letters where {@code anyCase}
 * @param relative counted from the end of what was found before
 * @param offset where it may begin at the earliest
 * @param depth within so many octets from there; -1 for up to the end
 * @param last it ends the payload
 */
public record Content(
        byte[] octets, boolean anyCase, boolean negated, boolean relative, int offset, int depth, boolean last)
        implements PayloadTest {

    public Content {
        octets = octets.clone();
        if (anyCase) {
            for (int i = 0; i < octets.length; i++) {
                octets[i] = (byte) small(octets[i]);
            }
        }
    }

    int length() {
        return octets.length;
    }

    int octet(int index) {
        return octets[index] & 0xff;
    }

    /** Where it stands from {@code begin} on, or -1. */
    int find(byte[] data, int begin, int end) {
        int latest = end - octets.length;
        for (int at = last ? Math.max(begin, latest) : begin; at <= latest; at++) {
            if (isAt(data, at)) {
                return at;
            }
        }
        return -1;
    }

    boolean isAt(byte[] data, int at) {
        for (int i = 0; i < octets.length; i++) {
            int octet = data[at + i];
            if ((anyCase ? small(octet) : octet) != octets[i]) {
                return false;
            }
        }
        return true;
    }

    static int small(int octet) {
        return octet >= 'A' && octet <= 'Z' ? octet | 0x20 : octet;
    }
}
