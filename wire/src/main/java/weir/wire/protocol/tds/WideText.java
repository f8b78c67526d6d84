// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tds;

import weir.wire.Cursor;
import weir.wire.Phrase;
import weir.wire.Sink;

/** Texts in characters of two octets, the lower first. */
final class WideText {

    /** Longer texts are cut: names and programs, never statements. */
    private static final int MOST = 128;

    private final Phrase phrase = new Phrase();

    /** The next characters; fails the cursor where there are fewer. */
    String read(Cursor in, int characters, Sink out) {
        phrase.begin();
        int shown = Math.min(characters, MOST);
        for (int i = 0; i < shown; i++) {
            int character = in.u16le();
            if (character != 0) {
                phrase.add((char) character);
            }
        }
        in.skip(2 * (characters - shown));
        return in.ok() ? phrase.take(out) : "";
    }

    /** A text behind its length, an octet. */
    String shortText(Cursor in, Sink out) {
        return read(in, in.u8(), out);
    }

    String version(int major, int minor, int build, Sink out) {
        return phrase.begin()
                .add("Microsoft SQL Server ")
                .decimal(major)
                .add('.')
                .decimal(minor)
                .add('.')
                .decimal(build)
                .take(out);
    }
}
