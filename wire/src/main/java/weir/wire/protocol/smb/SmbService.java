// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

import weir.model.Service;
import weir.model.Verb;

/**
 * What can be asked of a file server. Numbers below 0x100 are commands of version 2 (MS-SMB2 2.2.1.2); what version 1 has
 * besides is numbered from 0x200 (MS-CIFS 2.2.2.1).
 */
enum SmbService implements Service {
    NEGOTIATE(0, Verb.SESSION),
    SESSION_SETUP(1, Verb.AUTHENTICATE),
    LOGOFF(2, Verb.SESSION),
    TREE_CONNECT(3, Verb.SESSION),
    TREE_DISCONNECT(4, Verb.SESSION),
    CREATE(5, Verb.FILE),
    CLOSE(6, Verb.FILE),
    FLUSH(7, Verb.FILE),
    READ(8, Verb.FILE),
    WRITE(9, Verb.FILE),
    LOCK(10, Verb.FILE),
    IOCTL(11, Verb.FILE),
    CANCEL(12, Verb.SESSION),
    ECHO(13, Verb.SESSION),
    QUERY_DIRECTORY(14, Verb.FILE),
    CHANGE_NOTIFY(15, Verb.SUBSCRIBE),
    QUERY_INFO(16, Verb.FILE),
    SET_INFO(17, Verb.FILE),
    OPLOCK_BREAK(18, Verb.SESSION),
    NOTIFICATION(19, Verb.SESSION),
    /** A command that there is not. */
    UNKNOWN_COMMAND(0xff, Verb.OTHER),
    /** Information set so that the file goes when it is closed. */
    DELETE(0x100, Verb.FILE),
    RENAME(0x101, Verb.FILE),
    /** A message that cannot be read (MS-SMB2 2.2.41). */
    ENCRYPTED(0x110, Verb.OTHER),
    COMPRESSED(0x111, Verb.OTHER),
    NETBIOS_SESSION(0x120, Verb.SESSION),
    KEEP_ALIVE(0x121, Verb.SESSION),
    ANNOUNCEMENT(0x122, Verb.IDENTIFY),
    CREATE_DIRECTORY(0x200, Verb.FILE),
    DELETE_DIRECTORY(0x201, Verb.FILE),
    CHECK_DIRECTORY(0x210, Verb.FILE),
    QUERY_DISK(0x280, Verb.FILE),
    TRANSACTION(0x225, Verb.OTHER),
    TRANSACTION2(0x232, Verb.FILE),
    NT_TRANSACT(0x2a0, Verb.FILE),
    FIND_CLOSE(0x234, Verb.FILE),
    PRINT(0x2c0, Verb.FILE),
    /** A command of version 1 that nobody uses any more. */
    OLD_COMMAND(0x2ff, Verb.FILE);

    private static final SmbService[] ALL = values();

    private final int code;
    private final Verb verb;

    SmbService(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
    }

    /** The command of version 2 with this number. */
    static SmbService version2(int command) {
        return command <= NOTIFICATION.code ? ALL[command] : UNKNOWN_COMMAND;
    }

    /** What a command of version 1 asks for. */
    static SmbService version1(int command) {
        return switch (command) {
            case 0x00 -> CREATE_DIRECTORY;
            case 0x01 -> DELETE_DIRECTORY;
            case 0x02, 0x03, 0x0f, 0x2d, 0xa2 -> CREATE;
            case 0x04, 0x31 -> CLOSE;
            case 0x05 -> FLUSH;
            case 0x06 -> DELETE;
            case 0x07, 0xa5 -> RENAME;
            case 0x08, 0x23 -> QUERY_INFO;
            case 0x09, 0x22 -> SET_INFO;
            case 0x0a, 0x1a, 0x2e -> READ;
            case 0x0b, 0x1d, 0x2c, 0x2f -> WRITE;
            case 0x0c, 0x0d, 0x24 -> LOCK;
            case 0x10 -> CHECK_DIRECTORY;
            case 0x25, 0x26 -> TRANSACTION;
            case 0x27 -> IOCTL;
            case 0x2b -> ECHO;
            case 0x32, 0x33 -> TRANSACTION2;
            case 0x34 -> FIND_CLOSE;
            case 0x70, 0x75 -> TREE_CONNECT;
            case 0x71 -> TREE_DISCONNECT;
            case 0x72 -> NEGOTIATE;
            case 0x73 -> SESSION_SETUP;
            case 0x74 -> LOGOFF;
            case 0x80 -> QUERY_DISK;
            case 0x81, 0x82, 0x83 -> QUERY_DIRECTORY;
            case 0xa0, 0xa1 -> NT_TRANSACT;
            case 0xa4 -> CANCEL;
            case 0xc0, 0xc1, 0xc2, 0xc3 -> PRINT;
            default -> OLD_COMMAND;
        };
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public Verb verb() {
        return verb;
    }
}
