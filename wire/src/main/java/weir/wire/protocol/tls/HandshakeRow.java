// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tls;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.NamedCodes;
import weir.wire.Row;
import weir.wire.Sink;

/**
 * The line of Zeek's {@code ssl.log}: one of a connection, from its hello until both ends send what is encrypted. Told
 * once then, or with the connection where that does not come.
 */
final class HandshakeRow {

    /** Letters kept of the history, as Zeek keeps them. */
    private static final int MOST_LETTERS = 100;

    private static final int MOST_CERTIFICATES = 32;
    private static final int NAMED_CURVE = 3;
    private static final int TLS_1_3 = 0x0304;
    private static final int DRAFT = 0x7f;

    /** Letters by number of the message. */
    private static final String LETTERS = "hcsvtejzozzxkrnygzzzfwuap";

    private static final class Words {
        static final NamedCodes SUITES = NamedCodes.decimal("tls/suites", "unknown-");
        static final NamedCodes GROUPS = NamedCodes.decimal("tls/groups", "unknown-");
    }

    private final StringBuilder history = new StringBuilder();
    private final Cursor part = new Cursor();
    private final Cursor certificate = new Cursor();
    private final CertifiedHost certified = new CertifiedHost();
    private @Nullable Row row;
    private String suite = "";
    private String session = "";
    private String host = "";
    private int version;
    private boolean told;
    private boolean ticket;
    private boolean offersKey;
    private boolean keyed;
    private boolean clientEncrypts;
    private boolean serverEncrypts;

    /** Whether it waits for what is encrypted. */
    boolean isOpen() {
        return row != null && !told;
    }

    void clientHello(Hello hello, String name, Sink out) {
        Row begun = begun(out);
        if (!name.isEmpty()) {
            begun.set("server_name", name);
            host = name;
        }
        session = hello.session();
        ticket = hello.ticket && session.isEmpty();
        offersKey = hello.has(Hello.PRE_SHARED_KEY);
        tell(out);
    }

    void serverHello(Hello hello, Sink out) {
        Row begun = begun(out);
        version = hello.version;
        suite = Words.SUITES.of(hello.suite);
        begun.set("version", version(version)).set("cipher", suite);
        if (hello.group != 0) {
            begun.set("curve", Words.GROUPS.of(hello.group));
        }
        if (hello.protocol.left() > 0) {
            begun.set("next_protocol", Row.octets(hello.protocol, hello.protocol.left()));
        }
        boolean repeats = !session.isEmpty() && session.equals(hello.session()) && !isThird();
        if (repeats || offersKey && hello.has(Hello.PRE_SHARED_KEY)) {
            begun.set("resumed", true);
        }
        tell(out);
    }

    /** A message of the handshake, the cursor at its body; it is not moved. */
    void message(Handshake type, boolean retry, Direction way, Cursor body, Sink out) {
        if (!isOpen()) {
            return;
        }
        letter(retry ? 'j' : LETTERS.charAt(type.code()), way);
        keyed |= type == Handshake.CLIENT_KEY_EXCHANGE;
        switch (type) {
            case CERTIFICATE -> certificates(body, way);
            case SERVER_KEY_EXCHANGE -> curve(body);
            default -> {}
        }
        tell(out);
    }

    void alert(int description, Direction way, Sink out) {
        if (isOpen()) {
            letter('l', way);
            String text = Alert.text(description);
            begun(out).set("last_alert", text.isEmpty() ? "unknown-" + description : text);
            tell(out);
        }
    }

    /** From here on this direction is encrypted; in version 1.3 it only says so. */
    void changeCipher(Direction way, Sink out) {
        if (!isOpen()) {
            return;
        }
        letter('i', way);
        if (way == Direction.TO_SERVER && ticket && !keyed) {
            begun(out).set("resumed", true);
        }
        if (!isThird()) {
            encrypts(way);
        }
        tell(out);
    }

    /** An encrypted record. */
    void encrypted(Direction way, Sink out) {
        if (!isOpen()) {
            return;
        }
        if (isThird()) {
            encrypts(way);
        }
        if (clientEncrypts && serverEncrypts) {
            Row whole = begun(out).set("established", true).answered();
            told = true;
            out.row(whole);
        }
    }

    private void encrypts(Direction way) {
        clientEncrypts |= way == Direction.TO_SERVER;
        serverEncrypts |= way == Direction.TO_CLIENT;
    }

    private Row begun(Sink out) {
        Row begun = row;
        if (begun == null) {
            begun = new Row("ssl", out.time()).set("resumed", false).set("established", false);
            row = begun.waiting();
        }
        return begun;
    }

    private void tell(Sink out) {
        if (isOpen()) {
            out.row(begun(out).set("ssl_history", history.toString()));
        }
    }

    private void letter(char letter, Direction way) {
        if (history.length() < MOST_LETTERS) {
            history.append(way == Direction.TO_SERVER ? Character.toUpperCase(letter) : letter);
        }
    }

    private boolean isThird() {
        return version == TLS_1_3 || version >> 8 == DRAFT;
    }

    private static String version(int version) {
        return switch (version) {
            case 0x0300 -> "SSLv3";
            case 0x0301 -> "TLSv10";
            case 0x0302 -> "TLSv11";
            case 0x0303 -> "TLSv12";
            case TLS_1_3 -> "TLSv13";
            default -> version >> 8 == DRAFT ? "TLSv13-draft" + (version & 0xff) : "unknown-" + version;
        };
    }

    /** Curve type u8, 3 for a named one | named curve u16 (RFC 8422, 5.4). */
    private void curve(Cursor body) {
        if (row != null && suite.contains("ECDH") && body.peek(0) == NAMED_CURVE && body.peek16(1) >= 0) {
            row.set("curve", Words.GROUPS.of(body.peek16(1)));
        }
    }

    /** The hash of each, whole as it stands there. */
    private void certificates(Cursor body, Direction way) {
        Row known = row;
        if (known == null) {
            return;
        }
        if (!known.fields().containsKey("cert_chain_fps")) {
            known.list("cert_chain_fps").list("client_cert_chain_fps");
        }
        String column = way == Direction.TO_SERVER ? "client_cert_chain_fps" : "cert_chain_fps";
        part.wrap(body.bytes(), body.offset(), body.left());
        part.skip(3);
        for (int i = 0; i < MOST_CERTIFICATES && part.left() > 3; i++) {
            part.slice(part.u24(), certificate);
            if (!part.ok()) {
                return;
            }
            if (i == 0 && way == Direction.TO_CLIENT && !host.isEmpty()) {
                known.set("sni_matches_cert", certified.is(certificate, host));
            }
            MessageDigest digest = Fingerprint.sha256();
            digest.update(certificate.bytes(), certificate.offset(), certificate.left());
            known.add(column, HexFormat.of().formatHex(digest.digest()));
        }
    }
}
