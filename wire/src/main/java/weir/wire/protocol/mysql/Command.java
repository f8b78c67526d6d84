// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mysql;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** Commands (MySQL Internals, Command Phase), and the messages of the connection phase, which have no number. */
enum Command implements Service {
    SLEEP(0, Verb.OTHER),
    QUIT(1, Verb.SESSION),
    INIT_DB(2, Verb.SESSION),
    QUERY(3, Verb.OTHER),
    FIELD_LIST(4, Verb.READ),
    CREATE_DB(5, Verb.CONFIGURE),
    DROP_DB(6, Verb.CONFIGURE),
    REFRESH(7, Verb.DIAGNOSE),
    SHUTDOWN(8, Verb.CONTROL),
    STATISTICS(9, Verb.DIAGNOSE),
    PROCESS_INFO(10, Verb.DIAGNOSE),
    CONNECT(11, Verb.OTHER),
    PROCESS_KILL(12, Verb.CONTROL),
    DEBUG(13, Verb.DIAGNOSE),
    PING(14, Verb.SESSION),
    TIME(15, Verb.OTHER),
    DELAYED_INSERT(16, Verb.OTHER),
    CHANGE_USER(17, Verb.AUTHENTICATE),
    BINLOG_DUMP(18, Verb.FILE),
    TABLE_DUMP(19, Verb.FILE),
    CONNECT_OUT(20, Verb.OTHER),
    REGISTER_SLAVE(21, Verb.CONFIGURE),
    STMT_PREPARE(22, Verb.SESSION),
    STMT_EXECUTE(23, Verb.OTHER),
    STMT_SEND_LONG_DATA(24, Verb.WRITE),
    STMT_CLOSE(25, Verb.SESSION),
    STMT_RESET(26, Verb.SESSION),
    SET_OPTION(27, Verb.SESSION),
    STMT_FETCH(28, Verb.READ),
    DAEMON(29, Verb.OTHER),
    BINLOG_DUMP_GTID(30, Verb.FILE),
    RESET_CONNECTION(31, Verb.SESSION),
    CLONE(32, Verb.FILE),
    /** What the server says first. */
    GREETING(-1, Verb.IDENTIFY),
    /** The client goes over to TLS. */
    SSL_REQUEST(-1, Verb.SESSION),
    LOGIN(-1, Verb.AUTHENTICATE),
    /** The server wants to know it another way, or more of it. */
    AUTHENTICATION_REQUEST(-1, Verb.AUTHENTICATE),
    AUTHENTICATION_DATA(-1, Verb.AUTHENTICATE),
    /** The server wants a file of the client. */
    LOCAL_FILE(-1, Verb.FILE),
    /** What follows is compressed. */
    COMPRESSED(-1, Verb.OTHER),
    /** An answer whose request was not seen. */
    UNSEEN(-1, Verb.OTHER);

    private static final @Nullable Command[] BY_CODE = new @Nullable Command[CLONE.code + 1];

    static {
        for (Command command : values()) {
            if (command.code >= 0) {
                BY_CODE[command.code] = command;
            }
        }
    }

    private final int code;
    private final Verb verb;
    private final String label;

    Command(int code, Verb verb) {
        this.code = code;
        this.verb = verb;
        label = (code < 0 ? "" : "com_") + name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int code() {
        return code;
    }

    @Override
    public Verb verb() {
        return verb;
    }

    /** As MySQL has it, in lower case: {@code com_ping}. */
    @Override
    public String label() {
        return label;
    }

    static @Nullable Command of(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
    }

    /** Whether the server says anything to it. */
    boolean isAnswered() {
        return this != QUIT && this != STMT_CLOSE && this != STMT_SEND_LONG_DATA;
    }

    /** Whether a command of this many octets can be this one: many have a fixed length. */
    boolean fits(int length) {
        return switch (this) {
            case QUIT, STATISTICS, PROCESS_INFO, DEBUG, PING, RESET_CONNECTION -> length == 1;
            case REFRESH -> length == 2;
            case SHUTDOWN -> length <= 2;
            case SET_OPTION -> length == 3;
            case PROCESS_KILL, STMT_CLOSE, STMT_RESET -> length == 5;
            case STMT_FETCH -> length == 9;
            case STMT_EXECUTE -> length >= 10;
            case STMT_SEND_LONG_DATA -> length >= 7;
            case SLEEP, CONNECT, TIME, DELAYED_INSERT, CONNECT_OUT, DAEMON -> length < 256;
            case INIT_DB, CREATE_DB, DROP_DB -> length > 1 && length <= 1024;
            default -> length > 1;
        };
    }
}
