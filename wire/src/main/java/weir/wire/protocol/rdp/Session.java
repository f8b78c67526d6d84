// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.rdp;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Outcome;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Numbered;
import weir.wire.Phrase;
import weir.wire.Sink;
import weir.wire.protocol.FlagWords;
import weir.wire.protocol.iso.OpeningReader;

/**
 * The reader of one session.
 *
 * <pre>
 * opening      ["Cookie: mstshash=" user CR LF] [kind u8 | flags u8 | 8 u16le | protocols or failure u32le]
 * channel data choice of T.125 6 bits and 2 | user u16 | channel u16 | 0x70 | length u8 or u16 | security flags u16le | -
 * client info  code page 4 | flags 4 | lengths of domain, user, password, shell, folder u16le | each with two octets 0
 * </pre>
 */
final class Session implements Dialogue, OpeningReader {

    private static final FlagWords PROTOCOLS = new FlagWords("tls", "credssp", "rdstls", "credssp_early", "aad");
    private static final Numbered BUILD = new Numbered("build ");
    private static final Numbered CLIENT = new Numbered("RDP client build ");
    private static final String COOKIE = "Cookie: mstshash=";

    private static final int EXCHANGE = 0x0001;
    private static final int ENCRYPTED = 0x0008;
    private static final int INFO = 0x0040;
    private static final int LICENSE = 0x0080;
    private static final int LONGEST_NAME = 64;

    private final ConferenceData conference = new ConferenceData();
    private final Phrase phrase = new Phrase();
    private @Nullable Operation asked;
    private long askedAt;

    /** What kind of data was last read. */
    private Message kind = Message.SEND_DATA;

    @Override
    public void opening(Cursor in, Direction way, Sink out) {
        String user = cookie(in, out);
        boolean negotiates = in.left() >= 8;
        int kind = in.u8();
        in.skip(3);
        long value = in.u32le();
        if (negotiates) {
            out.factHex("rdp", "neg", kind, 2);
        }
        if (way == Direction.TO_SERVER) {
            asked = out.request(Message.NEGOTIATE)
                    .symbol(user)
                    .qualifier(protocols(negotiates, value))
                    .tell();
            askedAt = out.time();
            if (!user.isEmpty()) {
                out.login(out.server(""), user, "", Outcome.OPEN);
            }
            return;
        }
        out.response(Message.NEGOTIATE).qualifier(protocols(negotiates && kind == 2, value));
        Operation request = asked;
        if (request != null) {
            out.like(request).since(askedAt);
        }
        (kind == 3 ? out.qualifier("").refused((int) value, failure(value)) : out).tell();
    }

    private static String protocols(boolean told, long value) {
        return !told || value == 0 ? "rdp" : PROTOCOLS.of(value);
    }

    /** 2.2.1.2.2. */
    private static String failure(long code) {
        return switch ((int) code) {
            case 1 -> "tls_required";
            case 2 -> "tls_not_allowed";
            case 3 -> "no_certificate";
            case 4 -> "inconsistent_flags";
            case 5 -> "credssp_required";
            case 6 -> "tls_with_user_authentication_required";
            default -> "failure";
        };
    }

    /** The user in the cookie, and moves behind it; a routing token in its place is passed over. */
    private static String cookie(Cursor in, Sink out) {
        int line = 0;
        while (line < in.left() && in.peek(line) != '\n') {
            line++;
        }
        if (line == in.left()) {
            return "";
        }
        int length = line - COOKIE.length() - 1;
        boolean known = length > 0 && in.peek(COOKIE.length() - 1) == '=' && in.peek(8) == 'm' && in.peek(12) == 'h';
        if (!known) {
            in.skip(line + 1);
            return "";
        }
        in.skip(COOKIE.length());
        String user = out.text(in, length);
        in.skip(2);
        return user;
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        int tag = in.peek16(0);
        if (tag == Rdp.CONNECT_INITIAL || tag == Rdp.CONNECT_RESPONSE) {
            connect(tag == Rdp.CONNECT_INITIAL, in, out);
            return;
        }
        Message message = Message.of(in.peek(0) >> 2);
        if (message == null) {
            out.violation("unknown_message", in.peek(0));
            return;
        }
        boolean data = message == Message.SEND_DATA || message == Message.SEND_DATA_INDICATION;
        out.notice(data ? data(in) : message).tell();
        if (data && kind == Message.CLIENT_INFO) {
            info(in, out);
        }
    }

    private void connect(boolean asks, Cursor in, Sink out) {
        if (!conference.read(in, out)) {
            out.violation("malformed_conference", in.left());
            return;
        }
        if (!asks) {
            out.response(Message.CONNECT)
                    .qualifier(encryption(conference.encryption()))
                    .tell();
            return;
        }
        String build = conference.build() < 0 ? "" : BUILD.of(conference.build());
        out.request(Message.CONNECT).symbol(conference.name()).qualifier(build).tell();
        out.identity(out.sender(), Attribute.NAME, conference.name(), "client core data", 5);
        if (conference.build() >= 0) {
            out.identity(out.sender(), Attribute.SOFTWARE, CLIENT.of(conference.build()), "client core data", 4);
        }
    }

    /** 2.2.1.4.3. */
    private static String encryption(long method) {
        return switch ((int) method) {
            case -1 -> "";
            case 0 -> "not_encrypted";
            case 1 -> "rc4_40";
            case 2 -> "rc4_128";
            case 8 -> "rc4_56";
            case 0x10 -> "fips";
            default -> "other_encryption";
        };
    }

    private Message data(Cursor in) {
        Message sent = in.peek(0) >> 2 == Message.SEND_DATA.code() ? Message.SEND_DATA : Message.SEND_DATA_INDICATION;
        in.skip(6);
        in.skip(in.peek(0) >= 0x80 ? 2 : 1);
        int flags = in.u16le();
        boolean high = in.u16le() == 0 && in.ok();
        kind = sent;
        if (high || (flags & ENCRYPTED) != 0) {
            kind = (flags & EXCHANGE) != 0
                    ? Message.SECURITY_EXCHANGE
                    : (flags & ENCRYPTED) != 0
                            ? Message.ENCRYPTED
                            : (flags & INFO) != 0
                                    ? Message.CLIENT_INFO
                                    : (flags & LICENSE) != 0 ? Message.LICENSE : sent;
        }
        return kind;
    }

    private void info(Cursor in, Sink out) {
        in.skip(8);
        int domain = in.u16le();
        int user = in.u16le();
        int password = in.u16le();
        in.skip(4);
        if (!in.ok() || domain + user + password + 6 > in.left()) {
            out.violation("truncated", in.left());
            return;
        }
        String realm = ConferenceData.text(in, Math.min(domain / 2, LONGEST_NAME), phrase, out);
        in.skip(domain - 2 * Math.min(domain / 2, LONGEST_NAME) + 2);
        String name = ConferenceData.text(in, Math.min(user / 2, LONGEST_NAME), phrase, out);
        in.skip(user - 2 * Math.min(user / 2, LONGEST_NAME) + 2);
        String who = phrase.begin()
                .add(realm)
                .add(realm.isEmpty() ? "" : "\\")
                .add(name)
                .take(out);
        out.login(out.server(""), who, out.hashed(in, password), Outcome.OPEN);
    }
}
