// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.sql;

import weir.model.Service;
import weir.model.Verb;
import weir.wire.Cursor;

/**
 * The kind of an SQL statement: the word that it begins with (ISO/IEC 9075-2, and what MySQL, PostgreSQL and SQL Server
 * have more). The text behind that word may hold what nobody but the database should know, so it is not read.
 */
public enum Statement implements Service {
    SELECT(Verb.READ),
    INSERT(Verb.WRITE),
    UPDATE(Verb.WRITE),
    DELETE(Verb.WRITE),
    REPLACE(Verb.WRITE),
    MERGE(Verb.WRITE),
    BULK(Verb.WRITE),
    LOAD(Verb.WRITE),
    COPY(Verb.FILE),
    WITH(Verb.OTHER),
    TABLE(Verb.READ),
    VALUES(Verb.READ),
    SHOW(Verb.READ),
    DESCRIBE(Verb.READ),
    DESC(Verb.READ),
    EXPLAIN(Verb.READ),
    HELP(Verb.READ),
    HANDLER(Verb.READ),
    OPEN(Verb.READ),
    FETCH(Verb.READ),
    MOVE(Verb.READ),
    CLOSE(Verb.SESSION),
    DECLARE(Verb.OTHER),
    CALL(Verb.OTHER),
    EXEC(Verb.OTHER),
    EXECUTE(Verb.OTHER),
    DO(Verb.OTHER),
    PREPARE(Verb.SESSION),
    DEALLOCATE(Verb.SESSION),
    CREATE(Verb.CONFIGURE),
    ALTER(Verb.CONFIGURE),
    DROP(Verb.CONFIGURE),
    TRUNCATE(Verb.WRITE),
    RENAME(Verb.CONFIGURE),
    COMMENT(Verb.CONFIGURE),
    GRANT(Verb.CONFIGURE),
    REVOKE(Verb.CONFIGURE),
    DENY(Verb.CONFIGURE),
    REASSIGN(Verb.CONFIGURE),
    SECURITY(Verb.CONFIGURE),
    IMPORT(Verb.CONFIGURE),
    INSTALL(Verb.PROGRAM),
    UNINSTALL(Verb.PROGRAM),
    SET(Verb.SESSION),
    RESET(Verb.SESSION),
    USE(Verb.SESSION),
    DISCARD(Verb.SESSION),
    BEGIN(Verb.SESSION),
    START(Verb.SESSION),
    COMMIT(Verb.SESSION),
    END(Verb.SESSION),
    ROLLBACK(Verb.SESSION),
    ABORT(Verb.SESSION),
    SAVEPOINT(Verb.SESSION),
    SAVE(Verb.SESSION),
    RELEASE(Verb.SESSION),
    XA(Verb.SESSION),
    LOCK(Verb.SESSION),
    UNLOCK(Verb.SESSION),
    LISTEN(Verb.SUBSCRIBE),
    UNLISTEN(Verb.SUBSCRIBE),
    NOTIFY(Verb.OTHER),
    ANALYZE(Verb.DIAGNOSE),
    ANALYSE(Verb.DIAGNOSE),
    CHECK(Verb.DIAGNOSE),
    CHECKSUM(Verb.DIAGNOSE),
    CHECKPOINT(Verb.DIAGNOSE),
    OPTIMIZE(Verb.DIAGNOSE),
    REPAIR(Verb.DIAGNOSE),
    VACUUM(Verb.DIAGNOSE),
    CLUSTER(Verb.DIAGNOSE),
    REINDEX(Verb.DIAGNOSE),
    REFRESH(Verb.DIAGNOSE),
    FLUSH(Verb.DIAGNOSE),
    CACHE(Verb.DIAGNOSE),
    DBCC(Verb.DIAGNOSE),
    SIGNAL(Verb.OTHER),
    KILL(Verb.CONTROL),
    STOP(Verb.CONTROL),
    SHUTDOWN(Verb.CONTROL),
    RESTART(Verb.CONTROL),
    RECONFIGURE(Verb.CONFIGURE),
    CHANGE(Verb.CONFIGURE),
    PURGE(Verb.WRITE),
    BACKUP(Verb.FILE),
    RESTORE(Verb.FILE),
    IF(Verb.OTHER),
    WHILE(Verb.OTHER),
    WAITFOR(Verb.OTHER),
    PRINT(Verb.OTHER),
    RAISERROR(Verb.OTHER),
    THROW(Verb.OTHER),
    /** One that begins with no word of this list. */
    STATEMENT(Verb.OTHER);

    private static final Statement[] ALL = values();

    private final Verb verb;

    Statement(Verb verb) {
        this.verb = verb;
    }

    @Override
    public int code() {
        return ordinal();
    }

    @Override
    public Verb verb() {
        return verb;
    }

    /**
     * The kind of the statement that begins here; moves nothing.
     *
     * @param width octets of a character, the lowest first
     */
    public static Statement at(Cursor in, int width) {
        int start = beginning(in, width);
        int length = 0;
        while (letter(in.peek(start + length * width)) >= 0 && length <= 12) {
            length++;
        }
        for (Statement statement : ALL) {
            if (statement.name().length() == length && statement.isAt(in, start, width)) {
                return statement;
            }
        }
        return STATEMENT;
    }

    private boolean isAt(Cursor in, int start, int width) {
        String word = name();
        for (int i = 0; i < word.length(); i++) {
            if (letter(in.peek(start + i * width)) != word.charAt(i)) {
                return false;
            }
        }
        return this != STATEMENT;
    }

    /** The capital of a letter; -1 for what is none. */
    private static int letter(int octet) {
        int capital = octet & ~0x20;
        return octet > 0 && capital >= 'A' && capital <= 'Z' ? capital : -1;
    }

    /** Distance of the first word: behind blanks, brackets and remarks. */
    private static int beginning(Cursor in, int width) {
        int at = 0;
        while (true) {
            int octet = in.peek(at);
            int next = in.peek(at + width);
            if (octet == '/' && next == '*') {
                at = behind(in, at + 2 * width, width, '*', '/');
            } else if (octet == '#' || octet == '-' && next == '-') {
                at = behind(in, at + width, width, '\n', -1);
            } else if (octet > 0 && octet <= ' ' || octet == '(' || octet == ';') {
                at += width;
            } else {
                return at;
            }
        }
    }

    /** Distance behind the mark of one or two characters; of the end where it does not come. */
    private static int behind(Cursor in, int from, int width, int first, int second) {
        for (int at = from; at < in.left(); at += width) {
            if (in.peek(at) == first && (second < 0 || in.peek(at + width) == second)) {
                return at + (second < 0 ? width : 2 * width);
            }
        }
        return Math.max(from, in.left());
    }
}
