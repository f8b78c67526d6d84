// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Sink;

/**
 * Messages of version 2 and 3 (MS-SMB2 2.2.1), several in one where each says where the next begins. All numbers are
 * little-endian; offsets in a body count from the header.
 *
 * <pre>
 * 0xfe "SMB" | 64 2 | credits charged 2 | status 4 | command 2 | credits 2
 * | flags 4: 1 answer, 2 asynchronous, 4 related to the one before, 8 signed | next 4 | message 8
 * | process 4, tree 4; or asynchronous 8 | session 8 | signature 16 | body
 * </pre>
 */
final class Smb2Messages {

    static final int HEADER = 64;
    private static final int ANSWER = 1;
    private static final int ASYNCHRONOUS = 2;
    private static final int RELATED = 4;
    /** The server's own notice that a lock on a file must be given up. */
    private static final int BREAK = 18;

    private final SmbConnection connection;
    private final Smb2Requests requests;
    private final Smb2Answers answers;
    private final Cursor unit = new Cursor();

    Smb2Messages(SmbConnection connection) {
        this.connection = connection;
        requests = new Smb2Requests(connection);
        answers = new Smb2Answers(connection);
    }

    void message(Cursor in, Direction way, Sink out) {
        boolean more = true;
        while (more) {
            int size = in.left();
            if (size < HEADER || in.peek(0) != Framing.VERSION_2 || in.peek16le(4) != HEADER) {
                out.violation("malformed", size);
                return;
            }
            long next = in.peek32le(20);
            more = next != 0;
            if (more && (next < HEADER || next >= size)) {
                out.violation("bad_chain", next);
                return;
            }
            in.slice(more ? (int) next : size, unit);
            read(way, out);
        }
    }

    private void read(Direction way, Sink out) {
        Smb2Header header = requests.header;
        unit.skip(8);
        header.status = unit.i32le();
        header.command = unit.u16le();
        unit.skip(2);
        int flags = unit.i32le();
        unit.skip(4);
        header.message = unit.u64le();
        long owner = unit.u64le();
        long session = unit.u64le();
        unit.skip(16);
        boolean asynchronous = (flags & ASYNCHRONOUS) != 0;
        header.tree = asynchronous ? -1 : (owner >>> 32) + (session << 32);
        header.related = (flags & RELATED) != 0;
        out.fact("smb", "smb2.cmd", header.command);
        boolean answer = (flags & ANSWER) != 0;
        if (answer && header.command == BREAK && header.message == -1) {
            out.notice(SmbService.OPLOCK_BREAK).tell();
        } else if (answer) {
            answers.read(header, unit, way, out);
        } else {
            requests.read(unit, way, out);
        }
        if (!unit.ok()) {
            out.violation("malformed", header.command);
        }
    }
}
