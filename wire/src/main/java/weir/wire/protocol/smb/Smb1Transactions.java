// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Numbered;
import weir.wire.Sink;

/**
 * Transactions of version 1 (MS-CIFS 2.2.4.33, 2.2.4.46, 2.2.4.62): calls in pipes, announcements in mail slots, and what
 * is asked about files.
 *
 * <pre>
 * all parameters 2 | all data 2 | most 2, 2, 1 | 0 1 | flags 2 | timeout 4 | 0 2 | parameters: length 2, offset 2
 * | data: length 2, offset 2 | setup words 1 | 0 1 | setup: function 2, file 2
 * </pre>
 */
final class Smb1Transactions {

    private static final int TRANSACTION = 0x25;
    private static final int PIPE_TRANSACT = 0x26;
    private static final int DISPOSITION = 0x102;
    private static final int DISPOSITION_PASSED_ON = 1013;
    private static final Numbered FUNCTION = new Numbered("function_");

    private final SmbConnection connection;
    private final Smb1Header header;
    private final Smb1Text text;
    private final Smb1Requests requests;
    private final BrowserAnnouncement browser = new BrowserAnnouncement();

    Smb1Transactions(SmbConnection connection, Smb1Header header, Smb1Text text, Smb1Requests requests) {
        this.connection = connection;
        this.header = header;
        this.text = text;
        this.requests = requests;
    }

    void request(int command, Cursor words, Cursor in, Direction way, Sink out) {
        if (command == 0xa0) {
            nativeTransact(words, in, out);
            return;
        }
        words.skip(18);
        words.skip(2);
        int parameters = words.u16le();
        int length = words.u16le();
        int offset = words.u16le();
        int setup = words.u8();
        words.skip(1);
        int function = setup > 0 ? words.u16le() : -1;
        int number = setup > 1 ? words.u16le() : 0;
        if (command == TRANSACTION) {
            transact(function, number, offset, length, words, in, way, out);
        } else {
            aboutFiles(function, parameters, offset, length, words, in, out);
        }
    }

    private void transact(
            int function, int number, int offset, int length, Cursor words, Cursor in, Direction way, Sink out) {
        String name = text.next(in, out);
        if (name.regionMatches(true, 0, "\\MAILSLOT\\", 0, 10)) {
            to(offset, length, in);
            browser.read(name, in, out);
            return;
        }
        if (function == PIPE_TRANSACT) {
            requests.file(number);
        }
        to(offset, length, in);
        FileHandle file = requests.file();
        out.request(SmbService.TRANSACTION);
        if (file != null) {
            SmbConnection.target(file, out);
        } else {
            out.space(FileHandle.PIPE).symbol(name);
        }
        Asked asked = requests.ask(words, in, out);
        if (asked != null && function == PIPE_TRANSACT) {
            connection.content(file, asked.fileKey, in, length, 0, way, out);
        }
    }

    /** Sub-commands of TRANSACTION2. */
    private void aboutFiles(int function, int parameters, int offset, int length, Cursor words, Cursor in, Sink out) {
        to(parameters, 0, in);
        String word = "";
        String name = "";
        SmbService service = switch (function) {
            case 0x00 -> SmbService.CREATE;
            case 0x01, 0x02 -> SmbService.QUERY_DIRECTORY;
            case 0x03, 0x05, 0x07 -> SmbService.QUERY_INFO;
            case 0x04, 0x06, 0x08 -> SmbService.SET_INFO;
            case 0x0d -> SmbService.CREATE_DIRECTORY;
            case 0x10 -> SmbService.IOCTL;
            default -> SmbService.TRANSACTION2;
        };
        switch (function) {
            case 0x00 -> name = path(in, 28, out);
            case 0x01 -> name = path(in, 12, out);
            case 0x05, 0x06 -> name = path(in, 6, out);
            case 0x0d -> name = path(in, 4, out);
            case 0x03 -> word = "file_system";
            case 0x07 -> requests.file(in.u16le());
            case 0x08 -> {
                requests.file(in.u16le());
                int level = in.u16le();
                to(offset, length, in);
                boolean deletes = (level == DISPOSITION || level == DISPOSITION_PASSED_ON) && (in.peek(0) & 1) == 1;
                service = deletes ? SmbService.DELETE : service;
            }
            case 0x10 -> word = "dfs_get_referrals";
            default -> word = FUNCTION.of(Math.max(0, function));
        }
        FileHandle file = requests.file();
        out.request(service).qualifier(word);
        if (file != null) {
            SmbConnection.target(file, out);
        } else if (!name.isEmpty()) {
            out.space(FileHandle.FILE).symbol(name);
        }
        requests.ask(words, in, out);
    }

    private String path(Cursor in, int before, Sink out) {
        in.skip(before);
        return connection.file(connection.shares.path(header.tree), text.next(in, out), out);
    }

    private static void to(int offset, int length, Cursor in) {
        if (offset > 0) {
            in.seek(offset);
        }
        if (length > in.left()) {
            in.fail();
        }
    }

    /** Setup most 1 | 0 2 | all 4, 4 | most 4, 4 | parameters 4, 4 | data 4, 4 | setup words 1 | function 2. */
    private void nativeTransact(Cursor words, Cursor in, Sink out) {
        words.skip(36);
        int function = words.u16le();
        SmbService service = switch (function) {
            case 1 -> SmbService.CREATE;
            case 2 -> SmbService.IOCTL;
            case 3 -> SmbService.SET_INFO;
            case 4 -> SmbService.CHANGE_NOTIFY;
            case 5 -> SmbService.RENAME;
            case 6, 7 -> SmbService.QUERY_INFO;
            default -> SmbService.NT_TRANSACT;
        };
        String word = function == 3 || function == 6 ? "security" : function == 7 ? "quota" : "";
        out.request(service).qualifier(word);
        requests.ask(words, in, out);
    }

    /**
     * The answer to what was asked of a pipe.
     *
     * <pre>
     * all 2, 2 | 0 2 | parameters: length 2, offset 2, place 2 | data: length 2, offset 2, place 2 | setup words 1 | 0 1
     * </pre>
     */
    void answer(@Nullable Asked asked, Cursor words, Cursor in, Direction way, Sink out) {
        words.skip(12);
        int length = words.u16le();
        int offset = words.u16le();
        if (words.ok() && asked != null && asked.fileKey != 0) {
            to(offset, length, in);
            if (in.ok()) {
                connection.content(asked.file, asked.fileKey, in, length, 0, way, out);
            }
        }
    }
}
