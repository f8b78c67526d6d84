// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Sink;

/** Answers of version 2; the layout of each stands with its reader. */
final class Smb2Answers {

    /** Version 2 chosen in answer to a request of version 1 has this number; that request is kept under it. */
    static final long UPGRADE = -2;

    private static final int ERROR_BODY = 9;
    private static final int GUEST = 1;
    private static final int ANONYMOUS = 2;

    private final SmbConnection connection;
    private Smb2Header header = new Smb2Header();

    Smb2Answers(SmbConnection connection) {
        this.connection = connection;
    }

    /** @param in a message, moved behind its header */
    void read(Smb2Header from, Cursor in, Direction way, Sink out) {
        header = from;
        SmbService service = SmbService.version2(header.command);
        if (service == SmbService.UNKNOWN_COMMAND) {
            out.violation("unknown_command", header.command);
            return;
        }
        Asked asked = connection.asked.find(header.message);
        if (asked == null && service == SmbService.NEGOTIATE) {
            asked = connection.asked.find(UPGRADE);
        }
        if (header.status == NtStatus.PENDING) {
            connection.response(asked, service, out).qualifier("pending").tell();
            return;
        }
        if (NtStatus.isEnd(header.status)) {
            in.skip(ERROR_BODY - 1);
            tell(asked, service, NtStatus.name(header.status), in, out);
        } else if (NtStatus.isRefusal(header.status)) {
            refused(asked, service, in, out);
        } else {
            done(asked, service, in, way, out);
        }
        if (asked != null) {
            asked.operation = null;
            asked.file = null;
        }
    }

    private void refused(@Nullable Asked asked, SmbService service, Cursor in, Sink out) {
        in.skip(ERROR_BODY - 1);
        if (!in.ok()) {
            return;
        }
        String word = NtStatus.name(header.status);
        connection.response(asked, service, out).refused(header.status, word).tell();
        if (service == SmbService.SESSION_SETUP) {
            connection.loggedIn(header.status, word, out);
        }
        if (service == SmbService.CLOSE && asked != null) {
            connection.files.closed(asked.fileKey, out);
        }
    }

    private void done(@Nullable Asked asked, SmbService service, Cursor in, Direction way, Sink out) {
        in.skip(2);
        switch (service) {
            case NEGOTIATE -> negotiated(asked, in, out);
            case SESSION_SETUP -> setUp(asked, in, out);
            case TREE_CONNECT -> connected(asked, in, out);
            case CREATE -> created(asked, in, out);
            case READ -> read(asked, in, way, out);
            case IOCTL -> controlled(asked, in, way, out);
            default -> tell(asked, service, "", in, out);
        }
        if (service == SmbService.CLOSE && asked != null) {
            connection.files.closed(asked.fileKey, out);
        } else if (service == SmbService.TREE_DISCONNECT) {
            connection.shares.disconnected(header.tree);
        }
    }

    private void tell(@Nullable Asked asked, SmbService service, String word, Cursor in, Sink out) {
        if (in.ok()) {
            connection.response(asked, service, out).qualifier(word).tell();
        }
    }

    /** Security 2 | dialect 2 | contexts 2 | server 16 | 4 | 4 | 4 | 4 | time 8 | 8 | token offset 2, length 2 | 4. */
    private void negotiated(@Nullable Asked asked, Cursor in, Sink out) {
        in.skip(2);
        int dialect = in.u16le();
        in.skip(50);
        int offset = in.u16le();
        int length = in.u16le();
        in.skip(4);
        if (length > 0) {
            in.seek(offset);
        }
        in.skip(length);
        tell(asked, SmbService.NEGOTIATE, Words.dialect(dialect), in, out);
    }

    /** Flags 2: 1 guest, 2 anonymous, 4 encrypted | token offset 2, length 2. */
    private void setUp(@Nullable Asked asked, Cursor in, Sink out) {
        int flags = in.u16le();
        int offset = in.u16le();
        int length = in.u16le();
        if (length > 0) {
            in.seek(offset);
        }
        connection.token(in, length, out);
        if (!in.ok()) {
            return;
        }
        boolean goesOn = header.status == NtStatus.MORE_PROCESSING;
        String word =
                goesOn ? "continue" : (flags & GUEST) != 0 ? "guest" : (flags & ANONYMOUS) != 0 ? "anonymous" : "";
        tell(asked, SmbService.SESSION_SETUP, word, in, out);
        if (!goesOn) {
            connection.loggedIn(0, "", out);
        }
    }

    /** Kind 1 | 0 1 | flags 4 | capabilities 4 | access 4. */
    private void connected(@Nullable Asked asked, Cursor in, Sink out) {
        int kind = in.u8();
        in.skip(13);
        tell(asked, SmbService.TREE_CONNECT, Words.share(kind), in, out);
        if (in.ok() && asked != null && asked.operation != null) {
            connection.shares.connected(header.tree, asked.operation.target().symbol());
        }
    }

    /** Lock 1 | flags 1 | action 4 | four times 8 | allocated 8 | size 8 | attributes 4 | 4 | file 16 | contexts 8. */
    private void created(@Nullable Asked asked, Cursor in, Sink out) {
        in.skip(2);
        int action = in.i32le();
        in.skip(40);
        long size = in.u64le();
        in.skip(8);
        long persistent = in.u64le();
        long changing = in.u64le();
        in.skip(8);
        tell(asked, SmbService.CREATE, Words.action(action), in, out);
        FileHandle file = asked == null ? null : asked.file;
        if (in.ok() && file != null) {
            file.size = size;
            connection.files.opened(Smb2Requests.key(persistent, changing), file, out);
        }
    }

    /** Offset of the content 1 | 1 | length 4 | remaining 4 | flags 4. */
    private void read(@Nullable Asked asked, Cursor in, Direction way, Sink out) {
        int offset = in.u8();
        in.skip(1);
        long length = in.u32le();
        in.skip(8);
        if (length > 0) {
            in.seek(offset);
        }
        if (length > in.left() + connection.missing) {
            in.fail();
        }
        tell(asked, SmbService.READ, header.status == NtStatus.BUFFER_OVERFLOW ? "more" : "", in, out);
        if (in.ok() && asked != null) {
            connection.content(asked.file, asked.fileKey, in, length, asked.position, way, out);
        }
    }

    /** 2 | code 4 | file 16 | input 4, 4 | output offset 4, length 4 | flags 4 | 4. */
    private void controlled(@Nullable Asked asked, Cursor in, Direction way, Sink out) {
        in.skip(2);
        int code = in.i32le();
        long persistent = in.u64le();
        long changing = in.u64le();
        in.skip(8);
        int offset = in.i32le();
        int length = in.i32le();
        in.skip(8);
        if (length > 0) {
            in.seek(offset);
        }
        if (length < 0 || length > in.left() && connection.missing == 0) {
            in.fail();
        }
        tell(asked, SmbService.IOCTL, Words.control(code), in, out);
        if (in.ok() && code == Words.PIPE_TRANSCEIVE) {
            long key = Smb2Requests.key(persistent, changing);
            FileHandle file = asked != null && asked.file != null ? asked.file : connection.files.of(key);
            connection.content(file, key, in, length, 0, way, out);
        }
    }
}
