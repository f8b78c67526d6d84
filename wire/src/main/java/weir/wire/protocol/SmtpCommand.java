// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;
import weir.wire.Cursor;

/** The commands of SMTP (RFC 5321, 4.1; RFC 3030, 3207, 4954). */
enum SmtpCommand implements Service {
    HELLO("HELO", Verb.SESSION),
    EXTENDED_HELLO("EHLO", Verb.SESSION),
    AUTHENTICATE("AUTH", Verb.AUTHENTICATE),
    START_TLS("STARTTLS", Verb.SESSION),
    /** The sender. */
    MAIL("MAIL", Verb.OTHER),
    /** A receiver. */
    RECIPIENT("RCPT", Verb.OTHER),
    /** What is sent follows in lines. */
    DATA("DATA", Verb.OTHER),
    /** What is sent follows in pieces. */
    PIECE("BDAT", Verb.OTHER),
    VERIFY("VRFY", Verb.IDENTIFY),
    EXPAND("EXPN", Verb.IDENTIFY),
    TURN("ETRN", Verb.OTHER),
    HELP("HELP", Verb.IDENTIFY),
    RESET("RSET", Verb.SESSION),
    NO_OPERATION("NOOP", Verb.SESSION),
    QUIT("QUIT", Verb.SESSION),
    /** What was sent ends. */
    CONTENT("", Verb.OTHER),
    /** What the server says first. */
    GREETING("", Verb.IDENTIFY),
    /** A reply to a command that was not seen. */
    UNSEEN("", Verb.OTHER),
    UNLISTED("", Verb.OTHER);

    private static final SmtpCommand[] ALL = values();

    private final long word;
    private final Verb verb;

    SmtpCommand(String spelled, Verb verb) {
        this.verb = verb;
        word = Lines.word(spelled);
    }

    /** The command whose word begins the next line, or null. */
    static @Nullable SmtpCommand at(Cursor in) {
        long word = Lines.word(in, 0);
        for (SmtpCommand command : ALL) {
            if (command.word == word && word != 0) {
                return command;
            }
        }
        return null;
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
