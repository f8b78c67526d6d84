// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Sink;

/**
 * Messages of version 1 (MS-CIFS 2.2.3): a {@link Smb1Header} and blocks, several where each says which comes next and
 * where. All numbers are little-endian; offsets count from the header.
 *
 * <pre>
 * count 1 | as many words of 2: [ next command 1 or 0xff | 0 1 | its offset 2 ] | count 2 | as many octets
 * </pre>
 */
final class Smb1Messages {

    private static final int NONE = 0xff;
    /** Blocks in a message at most. */
    private static final int MOST_BLOCKS = 8;

    private final SmbConnection connection;
    private final Smb1Header header = new Smb1Header();
    private final Smb1Requests requests;
    private final Smb1Answers answers;
    private final Cursor unit = new Cursor();
    private final Cursor words = new Cursor();

    Smb1Messages(SmbConnection connection) {
        this.connection = connection;
        Smb1Text text = new Smb1Text(connection, header);
        requests = new Smb1Requests(connection, header, text);
        answers = new Smb1Answers(connection, header, text, requests);
    }

    void message(Cursor in, Direction way, Sink out) {
        in.slice(in.left(), unit);
        header.read(unit);
        if (!unit.ok()) {
            out.violation("malformed", unit.left());
            return;
        }
        out.factHex("smb", "smb1.cmd", header.command, 2);
        int command = header.command;
        for (int i = 0; i < MOST_BLOCKS && command != NONE; i++) {
            command = block(command, way, out);
        }
        if (!unit.ok() || !words.ok()) {
            out.violation("malformed", header.command);
        }
    }

    /** Reads a block; gives the command of the next, and is moved there. */
    private int block(int command, Direction way, Sink out) {
        int begin = unit.read();
        unit.slice(2 * unit.u8(), words);
        int following = NONE;
        int offset = 0;
        if (isFollowed(command) && words.left() >= 4) {
            following = words.u8();
            words.skip(1);
            offset = words.u16le();
            out.factHex("smb", "smb1.cmd", following, 2);
        }
        int octets = unit.u16le();
        if (octets > unit.left() && connection.missing == 0 && !holdsContent(command)) {
            unit.fail();
        }
        if (!unit.ok()) {
            return NONE;
        }
        if (header.answer) {
            answers.read(command, words, unit, way, out);
        } else {
            requests.read(command, words, unit, way, out);
        }
        if (following == NONE || !unit.ok()) {
            return NONE;
        }
        if (offset <= begin) {
            out.violation("bad_chain", offset);
            return NONE;
        }
        unit.seek(offset);
        return following;
    }

    private static boolean isFollowed(int command) {
        return switch (command) {
            case 0x24, 0x2d, 0x2e, 0x2f, 0x73, 0x74, 0x75, 0xa2 -> true;
            default -> false;
        };
    }

    /** The count of octets has 16 bits and cannot say how much a large read or write holds. */
    private static boolean holdsContent(int command) {
        return command == 0x2e || command == 0x2f;
    }
}
