// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Sink;

/** Requests of version 1; the words of each (MS-CIFS 2.2.4) stand with its reader. */
final class Smb1Requests {

    private static final int MOST_DIALECTS = 16;
    private static final int DIALECT = 2;
    private static final int DELETE_ON_CLOSE = 0x1000;
    private static final int DIRECTORY_FILE = 1;
    private static final int EXTENDED_SECURITY = 12;

    /** Versions that the client speaks, for the answer, which says only which of them. */
    final String[] dialects = new String[MOST_DIALECTS];

    int dialectCount;
    /** Passwords cross in the clear: the server said so. */
    boolean passwordsInTheClear;

    private final SmbConnection connection;
    private final Smb1Header header;
    private final Smb1Text text;
    final Smb1Transactions transactions;
    private @Nullable FileHandle file;
    private long key;
    private int block;

    Smb1Requests(SmbConnection connection, Smb1Header header, Smb1Text text) {
        this.connection = connection;
        this.header = header;
        this.text = text;
        transactions = new Smb1Transactions(connection, header, text, this);
    }

    /**
     * @param words what is left of the words
     * @param in the message, moved to the octets
     */
    void read(int command, Cursor words, Cursor in, Direction way, Sink out) {
        file = null;
        key = 0;
        block = command;
        switch (command) {
            case 0x72 -> negotiate(in, out);
            case 0x73 -> setUp(words, in, out);
            case 0x75 -> connect(words, in, out);
            case 0xa2 -> create(words, in, out);
            case 0x2d -> open(words, in, out);
            case 0x2e -> move(words, in, out);
            case 0x2f -> write(words, in, way, out);
            case 0x04, 0x05 -> {
                file(words.u16le());
                tell(SmbService.version1(command), words, in, out);
            }
            case 0x24 -> {
                file(words.u16le());
                tell(SmbService.LOCK, words, in, out);
            }
            case 0x00, 0x01, 0x06, 0x07, 0x08, 0x09, 0x10 -> path(command, words, in, out);
            case 0x25, 0x32, 0xa0 -> transactions.request(command, words, in, way, out);
            default -> {
                SmbService service = SmbService.version1(command);
                out.request(service);
                if (service == SmbService.TREE_DISCONNECT) {
                    out.space("share").symbol(connection.shares.path(header.tree));
                }
                ask(words, in, out);
            }
        }
    }

    /** The file with this number is what is asked of. */
    void file(int number) {
        key = Smb1Header.file(number);
        file = connection.files.of(key);
    }

    private void tell(SmbService service, Cursor words, Cursor in, Sink out) {
        SmbConnection.target(file, out.request(service));
        ask(words, in, out);
    }

    /** Ends the sentence that was begun and remembers it; tells nothing where the message is cut short. */
    @Nullable
    Asked ask(Cursor words, Cursor in, Sink out) {
        if (!words.ok() || !in.ok()) {
            return null;
        }
        Operation told = out.tell();
        Asked asked = connection.asked.ask(header.key(block), told, out.time());
        asked.file = file;
        asked.fileKey = key;
        return asked;
    }

    @Nullable
    FileHandle file() {
        return file;
    }

    /** 2 and a text, once and again. */
    private void negotiate(Cursor in, Sink out) {
        dialectCount = 0;
        boolean upgrades = false;
        while (in.left() > 0 && dialectCount < MOST_DIALECTS) {
            if (in.u8() != DIALECT) {
                in.fail();
                return;
            }
            String dialect = text.narrow(in, out);
            dialects[dialectCount++] = dialect;
            upgrades |= dialect.startsWith("SMB 2");
        }
        Operation told = out.request(SmbService.NEGOTIATE).tell();
        connection.asked.ask(header.key(block), told, out.time());
        if (upgrades) {
            connection.asked.ask(Smb2Answers.UPGRADE, told, out.time());
        }
    }

    /**
     * Buffer 2 | requests 2 | number 2 | session 4 | token length 2 | 0 4 | capabilities 4, with extended security; else
     * both password lengths 2 | 2 | 0 4 | capabilities 4. Octets: token, or passwords, account, domain; system, software.
     */
    private void setUp(Cursor words, Cursor in, Sink out) {
        boolean extended = words.left() == 2 * EXTENDED_SECURITY - 4;
        words.skip(10);
        int first = words.u16le();
        String mechanism = "";
        if (extended) {
            connection.token(in, first, out);
            mechanism = connection.tokens.mechanism();
        } else {
            int second = words.left() == 10 ? words.u16le() : 0;
            account(in, first, second, out);
        }
        String system = text.next(in, out);
        String software = text.next(in, out);
        if (words.ok() && in.ok()) {
            out.identity(out.sender(), Attribute.SYSTEM, system, "Session Setup", 4);
            out.identity(out.sender(), Attribute.SOFTWARE, software, "Session Setup", 4);
        }
        out.request(SmbService.SESSION_SETUP).qualifier(mechanism);
        ask(words, in, out);
    }

    private void account(Cursor in, int first, int second, Sink out) {
        String hashed = passwordsInTheClear && first > 0 ? out.hashed(in, first) : "";
        in.skip(hashed.isEmpty() ? first : 0);
        in.skip(second);
        String account = text.next(in, out);
        text.add(in);
        if (!in.ok()) {
            return;
        }
        if (account.isEmpty()) {
            connection.proven("anonymous", hashed);
        } else {
            connection.phrase.add(connection.phrase.isEmpty() ? "" : "\\").add(account);
            connection.proven(connection.phrase.take(out), hashed);
        }
    }

    /** Flags 2 | password length 2. Octets: password, path, kind of share. */
    private void connect(Cursor words, Cursor in, Sink out) {
        words.skip(2);
        in.skip(words.u16le());
        out.request(SmbService.TREE_CONNECT).space("share").symbol(text.next(in, out));
        ask(words, in, out);
    }

    /**
     * 0 1 | name length 2 | flags 4 | root 4 | access 4 | allocation 8 | attributes 4 | sharing 4 | disposition 4 | options 4
     * | impersonation 4 | security 1.
     */
    private void create(Cursor words, Cursor in, Sink out) {
        words.skip(31);
        int disposition = words.i32le();
        int options = words.i32le();
        words.skip(5);
        String word = (options & DELETE_ON_CLOSE) != 0 ? "delete_on_close" : Words.disposition(disposition);
        created((options & DIRECTORY_FILE) != 0 ? FileHandle.DIRECTORY : FileHandle.FILE, word, words, in, out);
    }

    /** Flags 2 | access 2 | attributes 2 | 2 | time 4 | how 2 | size 4 | timeout 4 | 4. */
    private void open(Cursor words, Cursor in, Sink out) {
        words.skip(26);
        created(FileHandle.FILE, "open", words, in, out);
    }

    private void created(String space, String word, Cursor words, Cursor in, Sink out) {
        String share = connection.shares.path(header.tree);
        String path = text.next(in, out);
        if (!words.ok() || !in.ok()) {
            return;
        }
        String kind = Shares.isPipes(share) ? FileHandle.PIPE : space;
        file = new FileHandle(kind, connection.file(share, path, out), !share.isEmpty());
        SmbConnection.target(file, out.request(SmbService.CREATE)).qualifier(word);
        ask(words, in, out);
    }

    /** File 2 | position 4 | most 2 | least 2 | timeout 4 | remaining 2 | [position, high 4]. */
    private void move(Cursor words, Cursor in, Sink out) {
        file(words.u16le());
        long position = words.u32le();
        words.skip(10);
        position += words.left() >= 4 ? words.u32le() << 32 : 0;
        SmbConnection.target(file, out.request(SmbService.READ));
        Asked asked = ask(words, in, out);
        if (asked != null) {
            asked.position = position;
        }
    }

    /** File 2 | position 4 | timeout 4 | mode 2 | remaining 2 | length, high 2 | length 2 | offset 2 | [position, high 4]. */
    private void write(Cursor words, Cursor in, Direction way, Sink out) {
        file(words.u16le());
        long position = words.u32le();
        words.skip(8);
        int length = words.u16le() << 16 | words.u16le();
        int offset = words.u16le();
        position += words.left() >= 4 ? words.u32le() << 32 : 0;
        in.seek(offset);
        if (length > in.left() + connection.missing) {
            in.fail();
        }
        SmbConnection.target(file, out.request(SmbService.WRITE));
        if (ask(words, in, out) != null) {
            connection.content(file, key, in, length, position, way, out);
        }
    }

    /** Octets: 4 and a path, twice to rename. */
    private void path(int command, Cursor words, Cursor in, Sink out) {
        SmbService service = SmbService.version1(command);
        String share = connection.shares.path(header.tree);
        in.skip(1);
        String name = connection.file(share, text.next(in, out), out);
        String word = "";
        if (service == SmbService.RENAME) {
            in.skip(1);
            word = connection.file(share, text.next(in, out), out);
        }
        out.request(service).space(FileHandle.FILE).symbol(name).qualifier(word);
        ask(words, in, out);
    }
}
