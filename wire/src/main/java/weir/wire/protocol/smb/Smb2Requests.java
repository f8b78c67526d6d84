// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Sink;

/** Requests of version 2; the layout of each stands with its reader. */
final class Smb2Requests {

    private static final int DIRECTORY_FILE = 1;
    private static final int DELETE_ON_CLOSE = 0x1000;
    private static final int FILE_INFORMATION = 1;
    private static final int RENAME = 10;
    private static final int DISPOSITION = 13;
    private static final int DISPOSITION_EX = 64;

    final Smb2Header header = new Smb2Header();

    private final SmbConnection connection;

    /** The file that the message before in the same chain opened or touched. */
    private @Nullable FileHandle chained;

    private long chainedKey;

    private @Nullable FileHandle file;
    private long key;

    Smb2Requests(SmbConnection connection) {
        this.connection = connection;
    }

    /** @param in a message, moved behind its header */
    void read(Cursor in, Direction way, Sink out) {
        if (!header.related) {
            chained = null;
            chainedKey = 0;
        }
        file = null;
        key = 0;
        SmbService service = SmbService.version2(header.command);
        in.skip(2);
        switch (service) {
            case SESSION_SETUP -> setUp(in, out);
            case TREE_CONNECT -> connect(in, out);
            case CREATE -> create(in, out);
            case CLOSE, FLUSH, LOCK, CHANGE_NOTIFY -> plain(service, in, out);
            case READ -> move(in, out);
            case WRITE -> write(in, way, out);
            case IOCTL -> control(in, way, out);
            case QUERY_DIRECTORY -> list(in, out);
            case QUERY_INFO -> query(in, out);
            case SET_INFO -> set(in, out);
            case UNKNOWN_COMMAND -> out.violation("unknown_command", header.command);
            default -> {
                out.request(service);
                if (service == SmbService.TREE_DISCONNECT) {
                    out.space("share").symbol(connection.shares.path(header.tree));
                }
                ask(in, out);
            }
        }
    }

    /** Ends the sentence that was begun and remembers it; tells nothing where the message is cut short. */
    private @Nullable Asked ask(Cursor in, Sink out) {
        if (!in.ok()) {
            return null;
        }
        Operation told = out.tell();
        Asked asked = connection.asked.ask(header.message, told, out.time());
        asked.file = file;
        asked.fileKey = key;
        if (file != null || key != 0) {
            chained = file;
            chainedKey = key;
        }
        return asked;
    }

    /** Persistent 8 | volatile 8; all ones for the file of the message before. */
    private void file(Cursor in) {
        long persistent = in.u64le();
        long changing = in.u64le();
        if (persistent == -1 && changing == -1) {
            file = chained;
            key = chainedKey;
        } else {
            key = key(persistent, changing);
            file = connection.files.of(key);
        }
    }

    static long key(long persistent, long changing) {
        return persistent * 0x9e37_79b9_7f4a_7c15L + changing | 1L << 62;
    }

    /** Flags 1 | security 1 | capabilities 4 | channel 4 | token offset 2, length 2 | previous session 8. */
    private void setUp(Cursor in, Sink out) {
        in.skip(10);
        int offset = in.u16le();
        int length = in.u16le();
        in.skip(8);
        in.seek(offset);
        connection.token(in, length, out);
        out.request(SmbService.SESSION_SETUP).qualifier(connection.tokens.mechanism());
        ask(in, out);
    }

    /** Flags 2 | path offset 2, length 2. */
    private void connect(Cursor in, Sink out) {
        in.skip(2);
        int offset = in.u16le();
        int length = in.u16le();
        in.seek(offset);
        String path = connection.wide(in, length, out);
        out.request(SmbService.TREE_CONNECT).space("share").symbol(path);
        ask(in, out);
    }

    /**
     * Security 1 | lock 1 | impersonation 4 | flags 8 | 0 8 | access 4 | attributes 4 | sharing 4 | disposition 4 | options 4
     * | name offset 2, length 2 | contexts offset 4, length 4.
     */
    private void create(Cursor in, Sink out) {
        in.skip(34);
        int disposition = in.i32le();
        int options = in.i32le();
        int offset = in.u16le();
        int length = in.u16le();
        in.skip(8);
        if (length > 0) {
            in.seek(offset);
        }
        String path = connection.wide(in, length, out);
        if (!in.ok()) {
            return;
        }
        String share = connection.shares.path(header.tree);
        String space = Shares.isPipes(share)
                ? FileHandle.PIPE
                : (options & DIRECTORY_FILE) != 0 ? FileHandle.DIRECTORY : FileHandle.FILE;
        file = new FileHandle(space, connection.file(share, path, out), !share.isEmpty());
        String word = (options & DELETE_ON_CLOSE) != 0 ? "delete_on_close" : Words.disposition(disposition);
        SmbConnection.target(file, out.request(SmbService.CREATE)).qualifier(word);
        ask(in, out);
    }

    /** CLOSE, FLUSH, LOCK, CHANGE_NOTIFY: 2 | 4 | file 16. */
    private void plain(SmbService service, Cursor in, Sink out) {
        in.skip(6);
        file(in);
        SmbConnection.target(file, out.request(service));
        ask(in, out);
    }

    /** Padding 1 | flags 1 | length 4 | position 8 | file 16 | least 4 | channel 4 | remaining 4 | 2 | 2. */
    private void move(Cursor in, Sink out) {
        in.skip(6);
        long position = in.u64le();
        file(in);
        in.skip(16);
        SmbConnection.target(file, out.request(SmbService.READ));
        Asked asked = ask(in, out);
        if (asked != null) {
            asked.position = position;
        }
    }

    /** Offset of the content 2, length 4 | position 8 | file 16 | channel 4 | remaining 4 | 2 | 2 | flags 4. */
    private void write(Cursor in, Direction way, Sink out) {
        int offset = in.u16le();
        long length = in.u32le();
        long position = in.u64le();
        file(in);
        in.skip(16);
        in.seek(offset);
        if (length > in.left() + connection.missing) {
            in.fail();
        }
        SmbConnection.target(file, out.request(SmbService.WRITE));
        if (ask(in, out) != null) {
            connection.content(file, key, in, length, position, way, out);
        }
    }

    /** 2 | code 4 | file 16 | input offset 4, length 4, most 4 | output 4, 4, 4 | flags 4 | 4. */
    private void control(Cursor in, Direction way, Sink out) {
        in.skip(2);
        int code = in.i32le();
        file(in);
        int offset = in.i32le();
        int length = in.i32le();
        in.skip(24);
        if (length > 0) {
            in.seek(offset);
        }
        if (length < 0 || length > in.left() && connection.missing == 0) {
            in.fail();
        }
        SmbConnection.target(file, out.request(SmbService.IOCTL)).qualifier(Words.control(code));
        Asked asked = ask(in, out);
        if (asked != null) {
            asked.position = code;
            if (code == Words.PIPE_TRANSCEIVE) {
                connection.content(file, key, in, length, 0, way, out);
            }
        }
    }

    /** Class 1 | flags 1 | index 4 | file 16 | pattern offset 2, length 2 | most 4. */
    private void list(Cursor in, Sink out) {
        in.skip(6);
        file(in);
        int offset = in.u16le();
        int length = in.u16le();
        in.skip(4);
        if (length > 0) {
            in.seek(offset);
        }
        String pattern = connection.wide(in, length, out);
        SmbConnection.target(file, out.request(SmbService.QUERY_DIRECTORY)).qualifier(pattern);
        ask(in, out);
    }

    /** Kind 1 | class 1 | most 4 | input offset 2 | 2 | length 4 | additional 4 | flags 4 | file 16. */
    private void query(Cursor in, Sink out) {
        int kind = in.u8();
        in.skip(21);
        file(in);
        SmbConnection.target(file, out.request(SmbService.QUERY_INFO)).qualifier(Words.information(kind));
        ask(in, out);
    }

    /** Kind 1 | class 1 | length 4 | offset 2 | 2 | additional 4 | file 16. */
    private void set(Cursor in, Sink out) {
        int kind = in.u8();
        int what = in.u8();
        in.skip(4);
        int offset = in.u16le();
        in.skip(6);
        file(in);
        in.seek(offset);
        if (kind == FILE_INFORMATION && what == RENAME) {
            SmbConnection.target(file, out.request(SmbService.RENAME)).qualifier(renamed(in, out));
            ask(in, out);
            return;
        }
        boolean disposes = kind == FILE_INFORMATION && (what == DISPOSITION || what == DISPOSITION_EX);
        boolean deletes = disposes && (in.u8() & 1) != 0;
        SmbConnection.target(file, out.request(deletes ? SmbService.DELETE : SmbService.SET_INFO))
                .qualifier(deletes ? "" : Words.information(kind));
        ask(in, out);
    }

    /** Replace 1 | 0 7 | directory 8 | length 4 | name (MS-FSCC 2.4.42.2). */
    private String renamed(Cursor in, Sink out) {
        in.skip(16);
        return connection.wide(in, Math.min(in.i32le(), in.left()), out);
    }
}
