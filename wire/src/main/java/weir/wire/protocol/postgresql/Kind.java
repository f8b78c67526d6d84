// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.postgresql;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;
import weir.wire.Direction;

/**
 * Messages (PostgreSQL documentation, Message Formats) by the letter that they begin with, which says other things of the
 * client than of the server. Those of the opening have none.
 */
enum Kind implements Service {
    STARTUP(-1, -1, Verb.SESSION),
    SSL_REQUEST(-1, -1, Verb.SESSION),
    GSS_REQUEST(-1, -1, Verb.SESSION),
    CANCEL_REQUEST(-1, -1, Verb.CONTROL),
    BIND('B', 0, Verb.SESSION),
    CLOSE_STATEMENT('C', 0, Verb.SESSION),
    COPY_DATA('d', 0, Verb.FILE),
    COPY_DONE('c', 4, Verb.FILE),
    COPY_FAIL('f', 0, Verb.FILE),
    DESCRIBE_STATEMENT('D', 0, Verb.SESSION),
    EXECUTE_PORTAL('E', 0, Verb.OTHER),
    FLUSH_OUTPUT('H', 4, Verb.SESSION),
    FUNCTION_CALL('F', 0, Verb.CONTROL),
    PASSWORD('p', 0, Verb.AUTHENTICATE),
    PARSE('P', 0, Verb.SESSION),
    QUERY('Q', 0, Verb.OTHER),
    SYNC('S', 4, Verb.SESSION),
    TERMINATE('X', 4, Verb.SESSION),
    AUTHENTICATION('R', 0, Verb.AUTHENTICATE, Direction.TO_CLIENT),
    KEY_DATA('K', 12, Verb.SESSION, Direction.TO_CLIENT),
    BIND_COMPLETE('2', 4, Verb.SESSION, Direction.TO_CLIENT),
    CLOSE_COMPLETE('3', 4, Verb.SESSION, Direction.TO_CLIENT),
    COMMAND_COMPLETE('C', 0, Verb.SESSION, Direction.TO_CLIENT),
    COPY_DATA_OUT('d', 0, Verb.FILE, Direction.TO_CLIENT),
    COPY_DONE_OUT('c', 4, Verb.FILE, Direction.TO_CLIENT),
    COPY_IN('G', 0, Verb.FILE, Direction.TO_CLIENT),
    COPY_OUT('H', 0, Verb.FILE, Direction.TO_CLIENT),
    COPY_BOTH('W', 0, Verb.FILE, Direction.TO_CLIENT),
    DATA_ROW('D', 0, Verb.READ, Direction.TO_CLIENT),
    EMPTY_QUERY('I', 4, Verb.SESSION, Direction.TO_CLIENT),
    ERROR('E', 0, Verb.OTHER, Direction.TO_CLIENT),
    FUNCTION_RESULT('V', 0, Verb.CONTROL, Direction.TO_CLIENT),
    NEGOTIATE_VERSION('v', 0, Verb.SESSION, Direction.TO_CLIENT),
    NO_DATA('n', 4, Verb.SESSION, Direction.TO_CLIENT),
    NOTICE('N', 0, Verb.DIAGNOSE, Direction.TO_CLIENT),
    NOTIFICATION('A', 0, Verb.SUBSCRIBE, Direction.TO_CLIENT),
    PARAMETER_DESCRIPTION('t', 0, Verb.SESSION, Direction.TO_CLIENT),
    PARAMETER_STATUS('S', 0, Verb.IDENTIFY, Direction.TO_CLIENT),
    PARSE_COMPLETE('1', 4, Verb.SESSION, Direction.TO_CLIENT),
    PORTAL_SUSPENDED('s', 4, Verb.SESSION, Direction.TO_CLIENT),
    READY('Z', 5, Verb.SESSION, Direction.TO_CLIENT),
    ROW_DESCRIPTION('T', 0, Verb.SESSION, Direction.TO_CLIENT),
    /** An answer whose request was not seen. */
    UNSEEN(-1, -1, Verb.OTHER);

    static final Kind[] ALL = values();

    private static final @Nullable Kind[][] BY_LETTER = new @Nullable Kind[2][128];

    static {
        for (Kind kind : ALL) {
            if (kind.letter >= 0) {
                BY_LETTER[kind.way.ordinal()][kind.letter] = kind;
            }
        }
    }

    private final int letter;
    /** The length that the message has in any case, without the letter; 0 where it varies. */
    private final int size;

    private final Verb verb;
    private final Direction way;

    Kind(int letter, int size, Verb verb) {
        this(letter, size, verb, Direction.TO_SERVER);
    }

    Kind(int letter, int size, Verb verb, Direction way) {
        this.letter = letter;
        this.size = size;
        this.verb = verb;
        this.way = way;
    }

    @Override
    public int code() {
        return letter;
    }

    @Override
    public Verb verb() {
        return verb;
    }

    static @Nullable Kind of(int letter, Direction way) {
        return letter >= 0 && letter < 128 ? BY_LETTER[way.ordinal()][letter] : null;
    }

    boolean fits(long length) {
        return size == 0 ? length > 4 : length == size;
    }
}
