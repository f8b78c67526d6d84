// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tds;

import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Outcome;
import weir.wire.Cursor;
import weir.wire.Sink;

/**
 * Who logs in (MS-TDS, 2.2.6.4).
 *
 * <pre>
 * length u32 | version u32 | size of packets u32 | version of the driver u32 | process u32 | connection u32 | flags, 4
 * | time zone i32 | locale u32 | places, offset u16 and length in characters u16 each: host, user, password, program,
 * server, extension, library, language, database, ...
 * </pre>
 *
 * The password is no secret: its octets are only turned about.
 */
final class LoginRecord {

    private static final int PLACES = 36;
    private static final int HOST = 0;
    private static final int USER = 1;
    private static final int PASSWORD = 2;
    private static final int PROGRAM = 3;
    private static final int SERVER = 4;
    private static final int DATABASE = 8;
    private static final int MOST_PASSWORD = 128;

    private final WideText texts = new WideText();
    private final Cursor part = new Cursor();
    private String user = "";
    private String secret = "";
    private boolean waiting;

    Operation read(Cursor in, Sink out) {
        int start = in.offset();
        int length = in.left();
        String host = text(in, start, length, HOST, out);
        user = text(in, start, length, USER, out);
        String program = text(in, start, length, PROGRAM, out);
        String server = text(in, start, length, SERVER, out);
        String database = text(in, start, length, DATABASE, out);
        secret = password(in, start, length, out);
        waiting = true;
        Operation told = out.request(Kind.LOGIN)
                .space(database.isEmpty() ? "server" : "database")
                .symbol(database.isEmpty() ? server : database)
                .qualifier(program)
                .tell();
        if (!server.isEmpty() && Character.isLetter(server.charAt(0))) {
            out.identity(out.receiver(""), Attribute.NAME, server, "Login7", 3);
        }
        out.identity(out.sender(), Attribute.NAME, host, "Login7", 4);
        out.identity(out.sender(), Attribute.SOFTWARE, program, "Login7", 4);
        return told;
    }

    private String text(Cursor in, int start, int length, int place, Sink out) {
        int characters = find(in, start, length, place);
        return characters < 0 ? "" : texts.read(part, characters, out);
    }

    /** Puts {@link #part} on a field; gives its characters, or -1 with a violation where it is outside. */
    private int find(Cursor in, int start, int length, int place) {
        part.wrap(in.bytes(), start, length);
        part.skip(PLACES + 4 * place);
        int offset = part.u16le();
        int characters = part.u16le();
        part.seek(offset);
        if (!part.ok() || part.left() < 2 * characters) {
            in.fail();
            return -1;
        }
        return characters;
    }

    private String password(Cursor in, int start, int length, Sink out) {
        int characters = Math.min(find(in, start, length, PASSWORD), MOST_PASSWORD);
        if (characters <= 0) {
            return "";
        }
        byte[] plain = new byte[characters];
        for (int i = 0; i < characters; i++) {
            int turned = part.u8() ^ 0xa5;
            plain[i] = (byte) (turned << 4 | turned >> 4);
            part.skip(1);
        }
        return out.hashed(part.wrap(plain, 0, characters), characters);
    }

    void ends(Outcome outcome, Sink out) {
        if (waiting) {
            waiting = false;
            out.login(out.server(""), user, secret, outcome);
        }
    }

    boolean isWaiting() {
        return waiting;
    }

    void forget() {
        waiting = false;
    }
}
