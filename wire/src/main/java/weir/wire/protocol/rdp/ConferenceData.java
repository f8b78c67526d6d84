// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.rdp;

import weir.wire.Cursor;
import weir.wire.Phrase;
import weir.wire.Sink;

/**
 * What client and server tell of themselves when the multipoint service is connected: blocks of type u16le, length u16le
 * with these four octets, and value, behind the key of the conference ([MS-RDPBCGR] 2.2.1.3 and 2.2.1.4).
 */
final class ConferenceData {

    private static final int CLIENT_CORE = 0xc001;
    private static final int SERVER_SECURITY = 0x0c02;

    /** The keys "Duca" of the client and "McDn" of the server. */
    private static final long CLIENT_KEY = 0x4475_6361L;

    private static final long SERVER_KEY = 0x4d63_446eL;
    private static final int LONGEST_NAME = 16;

    private final Cursor block = new Cursor();
    private final Phrase phrase = new Phrase();
    private String name = "";
    private long build = -1;
    private long encryption = -1;

    /** The client's name for itself; empty where it was not told. */
    String name() {
        return name;
    }

    /** Number of the client's software; -1 where it was not told. */
    long build() {
        return build;
    }

    /** Method of encryption that the server chose; -1 where it was not told. */
    long encryption() {
        return encryption;
    }

    /** Reads up to the end; false where the blocks do not fit. */
    boolean read(Cursor in, Sink out) {
        name = "";
        build = -1;
        encryption = -1;
        while (in.left() >= 4 && in.peek32(0) != CLIENT_KEY && in.peek32(0) != SERVER_KEY) {
            in.skip(1);
        }
        in.skip(4);
        in.skip(in.peek(0) >= 0x80 ? 2 : 1);
        while (in.ok() && in.left() > 0) {
            int type = in.u16le();
            int length = in.u16le();
            if (!in.ok() || length < 4 || length - 4 > in.left()) {
                return false;
            }
            in.slice(length - 4, block);
            if (type == CLIENT_CORE) {
                core(out);
            } else if (type == SERVER_SECURITY) {
                encryption = block.u32le();
            }
        }
        return in.ok();
    }

    /** Version 4, width 2, height 2, colours 2, sequence 2, keyboard 4, build 4, name of 16 units of UTF-16. */
    private void core(Sink out) {
        block.skip(16);
        build = block.u32le();
        name = text(block, LONGEST_NAME, phrase, out);
    }

    /** So many units of UTF-16, of which the first that is 0 ends the text. */
    static String text(Cursor in, int units, Phrase phrase, Sink out) {
        phrase.begin();
        boolean ended = false;
        for (int i = 0; i < units && in.left() > 1; i++) {
            char unit = (char) in.u16le();
            ended |= unit == 0;
            if (!ended) {
                phrase.add(unit);
            }
        }
        return phrase.take(out);
    }
}
