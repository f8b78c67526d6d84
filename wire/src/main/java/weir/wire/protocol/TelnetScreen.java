// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import weir.model.Outcome;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Sink;

/**
 * What stands on the screen of a Telnet session as far as it tells of logins: the line that the server is writing, and the
 * one that is typed. It goes octet by octet, so it does not matter how they are cut into packets. At most
 * {@value #LONGEST} octets of a line are kept.
 */
final class TelnetScreen {

    private static final int LONGEST = 128;
    private static final Outcome WRONG = new Outcome(Outcome.Kind.REFUSED, 0, "login_failed");

    private enum Wanted {
        LINE,
        USER,
        PASSWORD,
        /** Nothing may be told of what is typed: what the server asked for was not seen. */
        UNKNOWN
    }

    private final byte[] shown = new byte[LONGEST];
    private final byte[] typed = new byte[LONGEST];
    private final Cursor line = new Cursor();
    private int showing;
    private int typing;
    private Wanted wanted = Wanted.UNKNOWN;
    private boolean waitsForOutcome;
    private String user = "";
    private String secret = "";

    void take(int octet, Direction way, Sink out) {
        if (way == Direction.TO_CLIENT) {
            show(octet, out);
        } else {
            type(octet, out);
        }
    }

    void lost() {
        showing = 0;
        typing = 0;
        wanted = Wanted.UNKNOWN;
        waitsForOutcome = false;
    }

    private void show(int octet, Sink out) {
        if (octet == '\r' || octet == '\n') {
            outcome(out);
            showing = 0;
            return;
        }
        if (octet >= ' ' && showing < LONGEST) {
            shown[showing++] = (byte) octet;
        }
        if (octet == ':') {
            prompt(out);
        } else if (octet == '>' || octet == '#' || octet == '$' || octet == '%') {
            wanted = wanted == Wanted.UNKNOWN || waitsForOutcome ? Wanted.LINE : wanted;
            outcome(out);
        }
    }

    private void prompt(Sink out) {
        line.wrap(shown, 0, showing);
        if (endsWith("PASSWORD:") || endsWith("PASSCODE:") || endsWith("PASSWORT:")) {
            refused(out);
            wanted = Wanted.PASSWORD;
            out.notice(TelnetCommand.PROMPT).qualifier("password").tell();
        } else if (!contains("LAST LOGIN") && (endsWith("LOGIN:") || endsWith("USERNAME:") || endsWith("USER NAME:"))) {
            refused(out);
            wanted = Wanted.USER;
            out.notice(TelnetCommand.PROMPT).qualifier("user").tell();
        }
    }

    private boolean endsWith(String capitals) {
        line.wrap(shown, Math.max(0, showing - capitals.length()), Math.min(showing, capitals.length()));
        return Lines.contains(line, line.left(), capitals);
    }

    private boolean contains(String capitals) {
        return Lines.contains(line.wrap(shown, 0, showing), showing, capitals);
    }

    /** It asks again. */
    private void refused(Sink out) {
        if (waitsForOutcome) {
            waitsForOutcome = false;
            out.login(out.server(""), user, secret, WRONG);
        }
    }

    /** The first line after the password that is not empty tells how the login ended. */
    private void outcome(Sink out) {
        if (!waitsForOutcome || showing == 0) {
            return;
        }
        if (contains("INCORRECT")
                || contains("FAIL")
                || contains("DENIED")
                || contains("INVALID")
                || contains("BAD ")) {
            refused(out);
        } else {
            waitsForOutcome = false;
            out.login(out.server(""), user, secret, Outcome.DONE);
        }
    }

    private void type(int octet, Sink out) {
        if (octet == '\b' || octet == 0x7f) {
            typing = Math.max(0, typing - 1);
        } else if (octet >= ' ' && typing < LONGEST) {
            typed[typing++] = (byte) octet;
        } else if (octet == '\r' || octet == '\n') {
            enter(out);
            typing = 0;
        }
    }

    private void enter(Sink out) {
        line.wrap(typed, 0, typing);
        switch (wanted) {
            case USER -> {
                user = out.text(line, typing);
                wanted = Wanted.UNKNOWN;
            }
            case PASSWORD -> {
                secret = out.hashed(line, typing);
                wanted = Wanted.UNKNOWN;
                waitsForOutcome = true;
                showing = 0;
            }
            case LINE -> {
                if (typing > 0) {
                    out.request(TelnetCommand.LINE)
                            .symbol(out.text(line, typing))
                            .tell();
                }
            }
            case UNKNOWN -> {}
        }
    }
}
