// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * The precision transparent clock protocol (IEC 61158-6-10 clause 4.10): {@code 0 12 | sequence 2 | 0 2 | delay 4 | parts},
 * each part {@code type 7 bits, length 9 bits | value}, up to one of type 0.
 */
final class PrecisionTime {

    private static final int HEADER = 20;

    void message(RtService service, Cursor in, Sink out) {
        int there = in.left() + 2;
        in.skip(HEADER);
        boolean ended = false;
        while (in.left() >= 2 && !ended) {
            int part = in.u16();
            ended = part >>> 9 == 0;
            in.skip(part & 0x1ff);
        }
        if (!in.ok() || !ended) {
            out.violation("truncated", there);
            return;
        }
        out.notice(service).tell();
    }
}
