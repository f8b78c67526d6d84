// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tls;

import org.jspecify.annotations.Nullable;
import weir.model.Attribute;
import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Pending;
import weir.wire.Sink;

/**
 * The messages of one handshake, whatever carries them: records of TLS, or the cryptographic frames of QUIC.
 *
 * <pre>
 * type u8 | length u24 | body
 * </pre>
 */
public final class HandshakeMessages {

    static final int HEADER = 4;

    /** A longer message is not put together. */
    static final int MOST = 64 << 10;

    /** The hello that waits for its answer. */
    private static final int HELLO = 1;

    private final char carrier;
    private final Cursor body = new Cursor();
    private final Cursor whole = new Cursor();
    private final Cursor inner = new Cursor();
    private final Pending pending = new Pending(4);

    /** What is told of the whole handshake; null while nobody wants it. */
    private @Nullable HandshakeRow row;

    /** @param carrier how fingerprints begin: {@code t} over TCP, {@code q} in QUIC */
    public HandshakeMessages(char carrier) {
        this.carrier = carrier;
    }

    /** From now on the whole handshake is told as well. */
    void into(HandshakeRow wanted) {
        row = wanted;
    }

    /** Reads all whole messages; false where what comes is none: it is encrypted. */
    public boolean read(Cursor in, Direction way, Sink out) {
        while (in.left() >= HEADER) {
            Handshake type = Handshake.of(in.peek(0));
            int length = in.peek(1) << 16 | in.peek16(2);
            if (type == null || length > MOST) {
                in.skip(in.left());
                return type != null;
            }
            if (length > in.left() - HEADER) {
                return true;
            }
            in.skip(HEADER);
            in.slice(length, body);
            out.fact("tls", "hs", type.code());
            whole.wrap(body.bytes(), body.offset(), body.left());
            told(type, way, out);
            if (row != null) {
                boolean retry = type == Handshake.SERVER_HELLO && Reading.OURS.get().hello.retry;
                row.message(type, retry, way, whole, out);
            }
        }
        return true;
    }

    private void told(Handshake type, Direction way, Sink out) {
        switch (type) {
            case CLIENT_HELLO -> clientHello(out);
            case SERVER_HELLO -> serverHello(out);
            case CERTIFICATE -> certificate(way, out);
            default -> begin(type, way, out).tell();
        }
    }

    private static Sink begin(Handshake type, Direction way, Sink out) {
        return way == Direction.TO_SERVER ? out.request(type) : out.response(type);
    }

    private void clientHello(Sink out) {
        Reading reading = Reading.OURS.get();
        Hello hello = reading.hello;
        if (!hello.read(body, true)) {
            out.violation("malformed_hello", body.left());
            return;
        }
        if (out.counting()) {
            out.factHex("tls", "hsver", hello.legacyVersion, 4);
        }
        String name = out.text(hello.serverName, hello.serverName.left());
        String fingerprint = reading.fingerprint.of(hello, carrier, out);
        String oldFingerprint = reading.oldFingerprint.of(hello, out);
        Operation told = out.request(Handshake.CLIENT_HELLO)
                .space(Version.name(hello.version))
                .symbol(name)
                .qualifier(out.text(hello.protocol, hello.protocol.left()))
                .tell();
        if (!name.isEmpty()) {
            out.fact("tls", "sni", name);
        }
        if (row != null) {
            row.clientHello(hello, name, out);
        }
        pending.ask(HELLO, told, out.time(), 0);
        out.identity(out.sender(), Attribute.SOFTWARE, RemoteControl.asking(name), "ClientHello", 3);
        out.identity(out.sender(), Attribute.FINGERPRINT, fingerprint, "ClientHello JA4", 4);
        out.identity(out.sender(), Attribute.FINGERPRINT, oldFingerprint, "ClientHello JA3", 3);
    }

    private void serverHello(Sink out) {
        Hello hello = Reading.OURS.get().hello;
        if (!hello.read(body, false)) {
            out.violation("malformed_hello", body.left());
            return;
        }
        if (out.counting()) {
            out.factHex("tls", "hsver", hello.legacyVersion, 4);
        }
        out.response(Handshake.SERVER_HELLO);
        if (pending.take(HELLO)) {
            out.since(pending.time());
        }
        out.object("cipher_suite", hello.suite)
                .qualifier(Version.name(hello.version))
                .tell();
        if (row != null) {
            row.serverHello(hello, out);
        }
    }

    private void certificate(Direction way, Sink out) {
        begin(Handshake.CERTIFICATE, way, out).tell();
        int all = body.u24();
        if (all == 0 || !body.ok()) {
            return;
        }
        body.slice(body.u24(), inner);
        String text = body.ok() ? Reading.OURS.get().certificate.read(inner, out) : "";
        if (text.isEmpty()) {
            out.violation("malformed_certificate", all);
        } else {
            out.identity(out.sender(), Attribute.CERTIFICATE, text, "Certificate", 5);
            out.identity(out.sender(), Attribute.SOFTWARE, RemoteControl.showing(text), "Certificate", 4);
        }
    }

    /** Where hellos and certificates are taken apart: needed for a moment only, so one for each thread. */
    private static final class Reading {

        static final ThreadLocal<Reading> OURS = ThreadLocal.withInitial(Reading::new);

        final Hello hello = new Hello();
        final Fingerprint fingerprint = new Fingerprint();
        final OldFingerprint oldFingerprint = new OldFingerprint();
        final Certificate certificate = new Certificate();
    }
}
