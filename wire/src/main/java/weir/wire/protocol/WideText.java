// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import weir.wire.Cursor;
import weir.wire.Phrase;
import weir.wire.Sink;

/** Text in little-endian UTF-16, as Windows writes it. */
public final class WideText {

    private WideText() {}

    /** Adds the text in the next {@code octets}, up to the first NUL; half a surrogate pair becomes a question mark. */
    public static Phrase add(Phrase phrase, Cursor in, int octets) {
        boolean ended = false;
        for (int i = 0; i + 1 < octets && in.ok(); i += 2) {
            int unit = in.u16le();
            ended |= unit == 0;
            if (!ended && in.ok()) {
                phrase.add(Character.isSurrogate((char) unit) ? '?' : (char) unit);
            }
        }
        in.skip(octets & 1);
        return phrase;
    }

    /** Adds the text up to the first NUL, or the end of what is there, and moves behind it. */
    public static Phrase ended(Phrase phrase, Cursor in) {
        while (in.left() >= 2) {
            int unit = in.u16le();
            if (unit == 0) {
                break;
            }
            phrase.add(Character.isSurrogate((char) unit) ? '?' : (char) unit);
        }
        return phrase;
    }

    public static String read(Phrase phrase, Cursor in, int octets, Sink out) {
        return add(phrase.begin(), in, octets).take(out);
    }
}
