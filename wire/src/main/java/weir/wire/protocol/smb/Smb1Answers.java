// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Sink;
import weir.wire.protocol.WideText;

/** Answers of version 1; the words of each (MS-CIFS 2.2.4) stand with its reader. */
final class Smb1Answers {

    private static final int NONE_ACCEPTED = 0xffff;
    private static final int NT_WORDS = 17;
    private static final int EXTENDED_SETUP = 4;
    private static final int ENCRYPTS_PASSWORDS = 2;
    private static final int GUEST = 1;

    private final SmbConnection connection;
    private final Smb1Header header;
    private final Smb1Text text;
    private final Smb1Requests requests;

    Smb1Answers(SmbConnection connection, Smb1Header header, Smb1Text text, Smb1Requests requests) {
        this.connection = connection;
        this.header = header;
        this.text = text;
        this.requests = requests;
    }

    /**
     * @param words what is left of the words
     * @param in the message, moved to the octets
     */
    void read(int command, Cursor words, Cursor in, Direction way, Sink out) {
        SmbService service = SmbService.version1(command);
        Asked asked = connection.asked.find(header.key(command));
        if (header.isRefused()) {
            String word = header.statusName();
            connection
                    .response(asked, service, out)
                    .refused(header.status, word)
                    .tell();
            if (service == SmbService.SESSION_SETUP) {
                connection.loggedIn(header.status, word, out);
            }
        } else {
            done(command, service, asked, words, in, way, out);
        }
        if (asked == null) {
            return;
        }
        if (service == SmbService.CLOSE) {
            connection.files.closed(asked.fileKey, out);
        }
        asked.operation = null;
        asked.file = null;
    }

    private void done(
            int command, SmbService service, @Nullable Asked asked, Cursor words, Cursor in, Direction way, Sink out) {
        switch (command) {
            case 0x72 -> negotiated(asked, words, in, out);
            case 0x73 -> setUp(asked, words, in, out);
            case 0x75 -> connected(asked, out);
            case 0xa2 -> created(asked, words, out);
            case 0x2d -> opened(asked, words, out);
            case 0x2e -> content(asked, words, in, way, out);
            case 0x25 -> {
                tell(asked, service, "", words, out);
                requests.transactions.answer(asked, words, in, way, out);
            }
            case 0x71 -> {
                tell(asked, service, "", words, out);
                connection.shares.disconnected(header.tree);
            }
            default -> tell(asked, service, "", words, out);
        }
    }

    private void tell(@Nullable Asked asked, SmbService service, String word, Cursor words, Sink out) {
        if (words.ok()) {
            connection.response(asked, service, out).qualifier(word).tell();
        }
    }

    /**
     * Which version 2 | security 1 | requests 2 | numbers 2 | sizes 4, 4 | session 4 | capabilities 4 | time 8, zone 2 |
     * challenge length 1. Octets: server 16 and token, or challenge, domain and server.
     */
    private void negotiated(@Nullable Asked asked, Cursor words, Cursor in, Sink out) {
        boolean modern = words.left() == 2 * NT_WORDS;
        int index = words.u16le();
        if (!words.ok()) {
            return;
        }
        if (index == NONE_ACCEPTED) {
            connection
                    .response(asked, SmbService.NEGOTIATE, out)
                    .refused(index, "no_common_dialect")
                    .tell();
            return;
        }
        if (modern) {
            requests.passwordsInTheClear = (words.u8() & ENCRYPTS_PASSWORDS) == 0;
            words.skip(16);
            boolean extended = words.u32le() >>> 31 == 1;
            words.skip(10);
            int challenge = words.u8();
            if (!extended) {
                in.skip(challenge);
                server(in, out);
            }
        }
        String dialect = index < requests.dialectCount ? requests.dialects[index] : "";
        tell(asked, SmbService.NEGOTIATE, dialect, words, out);
    }

    /** Domain and name of the server, in Unicode wherever they stand. */
    private void server(Cursor in, Sink out) {
        if (header.unicode && in.left() > 0) {
            WideText.ended(connection.phrase.begin(), in);
            String name = WideText.ended(connection.phrase.begin(), in).take(out);
            out.identity(out.sender(), Attribute.NAME, name, "Negotiate", 5);
        }
    }

    /** Action 2: 1 guest | [ token length 2 ]. Octets: token; system, software. */
    private void setUp(@Nullable Asked asked, Cursor words, Cursor in, Sink out) {
        boolean extended = words.left() == 2 * EXTENDED_SETUP - 4;
        boolean guest = (words.u16le() & GUEST) != 0;
        if (extended) {
            connection.token(in, words.u16le(), out);
        }
        String system = text.next(in, out);
        String software = text.next(in, out);
        if (!in.ok() || !words.ok()) {
            return;
        }
        out.identity(out.sender(), Attribute.SYSTEM, system, "Session Setup", 4);
        out.identity(out.sender(), Attribute.SOFTWARE, software, "Session Setup", 4);
        boolean goesOn = header.status == NtStatus.MORE_PROCESSING;
        tell(asked, SmbService.SESSION_SETUP, goesOn ? "continue" : guest ? "guest" : "", words, out);
        if (!goesOn) {
            connection.loggedIn(0, "", out);
        }
    }

    private void connected(@Nullable Asked asked, Sink out) {
        connection.response(asked, SmbService.TREE_CONNECT, out).tell();
        if (asked != null && asked.operation != null && asked.operation.service() == SmbService.TREE_CONNECT) {
            connection.shares.connected(header.tree, asked.operation.target().symbol());
        }
    }

    /** Lock 1 | file 2 | action 4 | four times 8 | attributes 4 | allocated 8 | size 8. */
    private void created(@Nullable Asked asked, Cursor words, Sink out) {
        words.skip(1);
        int number = words.u16le();
        int action = words.i32le();
        words.skip(44);
        long size = words.u64le();
        tell(asked, SmbService.CREATE, Words.action(action), words, out);
        remember(asked, number, size, words, out);
    }

    /** File 2 | attributes 2 | time 4 | size 4. */
    private void opened(@Nullable Asked asked, Cursor words, Sink out) {
        int number = words.u16le();
        words.skip(6);
        long size = words.u32le();
        tell(asked, SmbService.CREATE, "opened", words, out);
        remember(asked, number, size, words, out);
    }

    private void remember(@Nullable Asked asked, int number, long size, Cursor words, Sink out) {
        FileHandle file = asked == null ? null : asked.file;
        if (file != null && words.ok()) {
            file.size = size;
            connection.files.opened(Smb1Header.file(number), file, out);
        }
    }

    /** Available 2 | 2 | 2 | length 2 | offset 2 | length, high 2. */
    private void content(@Nullable Asked asked, Cursor words, Cursor in, Direction way, Sink out) {
        words.skip(6);
        int low = words.u16le();
        int offset = words.u16le();
        int length = low | words.u16le() << 16;
        if (length > 0) {
            in.seek(offset);
        }
        if (length < 0 || length > in.left() + connection.missing) {
            in.fail();
        }
        if (in.ok()) {
            tell(asked, SmbService.READ, "", words, out);
        }
        if (in.ok() && words.ok() && asked != null) {
            connection.content(asked.file, asked.fileKey, in, length, asked.position, way, out);
        }
    }
}
