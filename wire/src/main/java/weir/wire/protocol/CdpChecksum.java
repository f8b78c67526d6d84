// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

/**
 * The checksum of Cisco discovery: the ones' complement sum of the Internet (RFC 1071), but that an odd last octet is
 * added as a signed number in the low place, as Cisco's own devices do; both ways are accepted.
 */
final class CdpChecksum {

    private CdpChecksum() {}

    static boolean agrees(byte[] data, int from, int length) {
        long sum = 0;
        for (int i = 0; i + 1 < length; i += 2) {
            sum += (data[from + i] & 0xff) << 8 | data[from + i + 1] & 0xff;
        }
        if ((length & 1) == 0) {
            return folded(sum) == 0xffff;
        }
        int last = data[from + length - 1];
        int ofCisco = last < 0 ? 0xff00 | last - 1 & 0xff : last;
        return folded(sum + ofCisco) == 0xffff || folded(sum + ((last & 0xff) << 8)) == 0xffff;
    }

    private static int folded(long sum) {
        long folded = sum;
        while (folded > 0xffff) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return (int) folded;
    }
}
