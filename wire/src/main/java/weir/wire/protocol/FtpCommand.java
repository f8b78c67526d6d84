// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Transfer;
import weir.model.Verb;
import weir.wire.Cursor;

/** The commands of FTP (RFC 959, 5.3; RFC 2228, 2389, 2428, 3659). */
enum FtpCommand implements Service {
    USER("USER", Verb.AUTHENTICATE),
    PASSWORD("PASS", Verb.AUTHENTICATE),
    ACCOUNT("ACCT", Verb.AUTHENTICATE),
    SECURE("AUTH", Verb.AUTHENTICATE),
    RETRIEVE("RETR", Verb.FILE),
    STORE("STOR", Verb.FILE),
    STORE_UNIQUE("STOU", Verb.FILE),
    APPEND("APPE", Verb.FILE),
    LIST("LIST", Verb.FILE),
    NAME_LIST("NLST", Verb.FILE),
    MACHINE_LIST("MLSD", Verb.FILE),
    MACHINE_FACTS("MLST", Verb.FILE),
    DELETE("DELE", Verb.FILE),
    MAKE_DIRECTORY("MKD", Verb.FILE),
    REMOVE_DIRECTORY("RMD", Verb.FILE),
    RENAME_FROM("RNFR", Verb.FILE),
    RENAME_TO("RNTO", Verb.FILE),
    SIZE("SIZE", Verb.FILE),
    MODIFICATION_TIME("MDTM", Verb.FILE),
    CHANGE_DIRECTORY("CWD", Verb.FILE),
    PARENT_DIRECTORY("CDUP", Verb.FILE),
    PRINT_DIRECTORY("PWD", Verb.FILE),
    SITE("SITE", Verb.CONFIGURE),
    SYSTEM("SYST", Verb.IDENTIFY),
    FEATURES("FEAT", Verb.IDENTIFY),
    CLIENT("CLNT", Verb.IDENTIFY),
    HELP("HELP", Verb.IDENTIFY),
    STATUS("STAT", Verb.DIAGNOSE),
    DATA_PORT("PORT", Verb.SESSION),
    EXTENDED_PORT("EPRT", Verb.SESSION),
    PASSIVE("PASV", Verb.SESSION),
    EXTENDED_PASSIVE("EPSV", Verb.SESSION),
    TYPE("TYPE", Verb.SESSION),
    STRUCTURE("STRU", Verb.SESSION),
    MODE("MODE", Verb.SESSION),
    RESTART("REST", Verb.SESSION),
    ALLOCATE("ALLO", Verb.SESSION),
    ABORT("ABOR", Verb.SESSION),
    OPTIONS("OPTS", Verb.SESSION),
    PROTECTION_BUFFER("PBSZ", Verb.SESSION),
    PROTECTION("PROT", Verb.SESSION),
    NO_OPERATION("NOOP", Verb.SESSION),
    REINITIALIZE("REIN", Verb.SESSION),
    QUIT("QUIT", Verb.SESSION),
    /** What the server says first. */
    GREETING("", Verb.IDENTIFY),
    /** A reply to a command that was not seen. */
    UNSEEN("", Verb.OTHER),
    UNLISTED("", Verb.OTHER);

    private static final FtpCommand[] ALL = values();

    private final long word;
    private final String spelled;
    private final Verb verb;

    FtpCommand(String spelled, Verb verb) {
        this.spelled = spelled;
        this.verb = verb;
        word = Lines.word(spelled);
    }

    /** The command whose word begins there, or null. */
    static @Nullable FtpCommand at(Cursor in, int from) {
        long word = Lines.word(in, from);
        for (FtpCommand command : ALL) {
            if (command.word == word && word != 0) {
                return command;
            }
        }
        return null;
    }

    String spelled() {
        return spelled;
    }

    /** Whether no other protocol has such a word at the beginning of a line. */
    boolean isTelling() {
        return switch (this) {
            case PASSIVE,
                    EXTENDED_PASSIVE,
                    DATA_PORT,
                    EXTENDED_PORT,
                    NAME_LIST,
                    MACHINE_LIST,
                    CHANGE_DIRECTORY,
                    PARENT_DIRECTORY,
                    PRINT_DIRECTORY,
                    SYSTEM,
                    MODIFICATION_TIME,
                    RENAME_FROM,
                    RENAME_TO,
                    PROTECTION_BUFFER -> true;
            case USER,
                    PASSWORD,
                    ACCOUNT,
                    SECURE,
                    RETRIEVE,
                    STORE,
                    STORE_UNIQUE,
                    APPEND,
                    LIST,
                    MACHINE_FACTS,
                    DELETE,
                    MAKE_DIRECTORY,
                    REMOVE_DIRECTORY,
                    SIZE,
                    SITE,
                    FEATURES,
                    CLIENT,
                    HELP,
                    STATUS,
                    TYPE,
                    STRUCTURE,
                    MODE,
                    RESTART,
                    ALLOCATE,
                    ABORT,
                    OPTIONS,
                    PROTECTION,
                    NO_OPERATION,
                    REINITIALIZE,
                    QUIT,
                    GREETING,
                    UNSEEN,
                    UNLISTED -> false;
        };
    }

    /** Which way it moves a file, or null. */
    Transfer.@Nullable Way moves() {
        return switch (this) {
            case STORE, STORE_UNIQUE, APPEND -> Transfer.Way.INTO_DEVICE;
            case RETRIEVE -> Transfer.Way.OUT_OF_DEVICE;
            case USER,
                    PASSWORD,
                    ACCOUNT,
                    SECURE,
                    LIST,
                    NAME_LIST,
                    MACHINE_LIST,
                    MACHINE_FACTS,
                    DELETE,
                    MAKE_DIRECTORY,
                    REMOVE_DIRECTORY,
                    RENAME_FROM,
                    RENAME_TO,
                    SIZE,
                    MODIFICATION_TIME,
                    CHANGE_DIRECTORY,
                    PARENT_DIRECTORY,
                    PRINT_DIRECTORY,
                    SITE,
                    SYSTEM,
                    FEATURES,
                    CLIENT,
                    HELP,
                    STATUS,
                    DATA_PORT,
                    EXTENDED_PORT,
                    PASSIVE,
                    EXTENDED_PASSIVE,
                    TYPE,
                    STRUCTURE,
                    MODE,
                    RESTART,
                    ALLOCATE,
                    ABORT,
                    OPTIONS,
                    PROTECTION_BUFFER,
                    PROTECTION,
                    NO_OPERATION,
                    REINITIALIZE,
                    QUIT,
                    GREETING,
                    UNSEEN,
                    UNLISTED -> null;
        };
    }

    /** Whether what follows the word is told: not a secret, and no address that is another each time. */
    boolean tellsArgument() {
        return verb == Verb.FILE || this == USER || this == SITE || this == SECURE || this == CLIENT;
    }

    @Override
    public int code() {
        return -1;
    }

    @Override
    public Verb verb() {
        return verb;
    }
}
