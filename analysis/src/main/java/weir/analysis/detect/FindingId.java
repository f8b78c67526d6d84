// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect;

import java.util.HexFormat;
import weir.model.Address;
import weir.model.Subject;

/** Ids of findings, made of what makes a finding itself: the same input gives the same id. */
public final class FindingId {

    private FindingId() {}

    /** {@code F-} and twelve hexadecimal digits; FNV-1a, folded. */
    public static String of(
            String detection, Address source, Subject target, String about, long start, long firstPacket) {
        String text = detection
                + '|'
                + source
                + '|'
                + target.address()
                + '|'
                + target.unit()
                + '|'
                + about
                + '|'
                + start
                + '|'
                + firstPacket;
        long hash = 0xcbf2_9ce4_8422_2325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100_0000_01b3L;
        }
        return "F-" + HexFormat.of().toHexDigits(hash ^ hash >>> 48, 12);
    }
}
