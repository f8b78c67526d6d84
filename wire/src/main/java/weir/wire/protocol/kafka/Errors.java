// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.kafka;

import weir.wire.Numbered;
import weir.wire.Rows;
import weir.wire.Sink;

/** Error codes of answers. */
final class Errors {

    private static final String[] NAMES =
            Rows.of("kafka/error_codes").stream().map(cells -> cells[1]).toArray(String[]::new);
    private static final Numbered OTHERS = new Numbered("error_");
    private static final int UNKNOWN = -1;

    private Errors() {}

    static String label(int code) {
        if (code == UNKNOWN) {
            return "unknown_server_error";
        }
        return code > 0 && code <= NAMES.length ? NAMES[code - 1] : OTHERS.of(code);
    }

    /** Says of the operation being told that it was refused, where the code is an error. */
    static Sink outcome(int code, Sink out) {
        return code == 0 ? out : out.refused(code, label(code));
    }
}
