// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.c1222;

import java.util.Arrays;
import weir.wire.Cursor;

/** Titles as texts: object identifiers, whole or relative ({@code .33}). The last {@value #KEPT} are kept. */
final class Titles {

    private static final int KEPT = 16;

    private final byte[][] octets = new byte[KEPT][];
    private final String[] texts = new String[KEPT];
    private int next;

    Titles() {
        Arrays.fill(octets, new byte[0]);
        Arrays.fill(texts, "");
    }

    /** The next {@code length} octets as a title. */
    String read(Cursor in, int length, boolean relative) {
        int from = in.offset();
        in.skip(length);
        if (!in.ok() || length == 0) {
            return "";
        }
        for (int i = 0; i < KEPT; i++) {
            byte[] known = octets[i];
            if (Arrays.equals(known, 0, known.length, in.bytes(), from, from + length)) {
                return texts[i];
            }
        }
        next = (next + 1) % KEPT;
        octets[next] = Arrays.copyOfRange(in.bytes(), from, from + length);
        texts[next] = write(octets[next], relative);
        return texts[next];
    }

    /** ITU-T X.690 clause 8.19, 8.20. */
    private static String write(byte[] octets, boolean relative) {
        StringBuilder text = new StringBuilder();
        long part = 0;
        for (byte octet : octets) {
            part = part << 7 | octet & 0x7f;
            if (octet < 0) {
                continue;
            }
            if (text.isEmpty() && !relative) {
                long root = Math.min(part / 40, 2);
                text.append(root).append('.').append(part - 40 * root);
            } else {
                text.append('.').append(part);
            }
            part = 0;
        }
        return text.toString();
    }
}
