// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mms;

import weir.wire.Ber;
import weir.wire.Cursor;

/**
 * Who is behind a control (IEC 61850-8-1 clause 20.8).
 *
 * <pre>
 * a2 { value | [91 when] | a2 { 85 category | 89 name } | 86 number of the control | 91 now | 83 test | [84 checks] }
 * </pre>
 */
final class Origin {

    private final Ber ber = new Ber();

    /** Looks at the value of a control that begins next and moves nothing; "" where it is no such value. */
    String read(Cursor in) {
        int at = in.read();
        String origin = "";
        if (in.peek(0) == MmsData.STRUCTURE && ber.next(in)) {
            origin = elements(in, in.read() + ber.length());
        }
        in.seek(at);
        return origin;
    }

    private String elements(Cursor in, int end) {
        long category = -1;
        boolean test = false;
        for (int i = 0; in.read() < end && ber.next(in); i++) {
            int next = in.read() + ber.length();
            if (i > 0 && category < 0 && ber.identifier() == MmsData.STRUCTURE) {
                category = ber.next(in, MmsData.INTEGER) ? ber.integer(in) : 0;
            } else if (category >= 0 && ber.identifier() == MmsData.BOOLEAN) {
                test = in.u8() != 0;
            }
            in.seek(next);
        }
        return ControlStep.origin(category, test);
    }
}
