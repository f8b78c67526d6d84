// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tls;

import java.util.Arrays;
import weir.model.Attribute;
import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Pending;
import weir.wire.Sink;

/** One connection: its handshake put together from records, and read. */
final class Secured implements Dialogue {

    /** The hello that waits for its answer. */
    private static final int HELLO = 1;

    private static final int HANDSHAKE_HEADER = 4;

    private final Fragments toServer = new Fragments();
    private final Fragments toClient = new Fragments();
    private final Cursor body = new Cursor();
    private final Cursor inner = new Cursor();
    private final Pending pending = new Pending(4);

    @Override
    public int frame(Cursor in, Direction way) {
        return Record.frame(in);
    }

    @Override
    public void lost(Direction way) {
        fragments(way).clear();
    }

    private Fragments fragments(Direction way) {
        return way == Direction.TO_SERVER ? toServer : toClient;
    }

    @Override
    public Direction direction(Cursor in, Direction presumed) {
        if (in.peek(0) != Record.HANDSHAKE) {
            return presumed;
        }
        return switch (in.peek(5)) {
            case 1, 16 -> Direction.TO_SERVER;
            case 2, 12, 14 -> Direction.TO_CLIENT;
            default -> presumed;
        };
    }

    @Override
    public void message(Cursor in, Direction way, Sink out) {
        int type = in.u8();
        in.skip(2);
        int length = in.u16();
        if (!in.ok() || in.left() < length) {
            out.violation("truncated", in.left());
            return;
        }
        Fragments fragments = fragments(way);
        switch (type) {
            case Record.CHANGE_CIPHER_SPEC -> fragments.encrypted = true;
            case Record.ALERT -> alert(in, length, fragments, out);
            case Record.HANDSHAKE -> handshake(in, fragments, way, out);
            default -> {}
        }
    }

    private static void alert(Cursor in, int length, Fragments fragments, Sink out) {
        int level = in.u8();
        int description = in.u8();
        if (length != 2 || fragments.encrypted || level < 1 || level > 2) {
            return;
        }
        out.notice(Handshake.ALERT)
                .object(level == 2 ? "fatal" : "warning", description)
                .qualifier(Alert.text(description))
                .tell();
    }

    private void handshake(Cursor in, Fragments fragments, Direction way, Sink out) {
        if (fragments.encrypted && !isHelloAgain(in)) {
            return;
        }
        if (fragments.held == 0) {
            messages(in, way, out);
            fragments.append(in, out);
            return;
        }
        fragments.append(in, out);
        Cursor all = new Cursor().wrap(fragments.bytes, 0, fragments.held);
        messages(all, way, out);
        fragments.keepLast(all.left());
    }

    /** After a retry request hellos come in the clear again (RFC 8446, 4.1.4). */
    private static boolean isHelloAgain(Cursor in) {
        boolean hello = in.peek(0) == 1 || in.peek(0) == 2;
        return hello && in.peek(1) == 0 && in.peek16(2) == in.left() - HANDSHAKE_HEADER && in.peek16(4) == 0x0303;
    }

    /** Reads all whole messages. */
    private void messages(Cursor in, Direction way, Sink out) {
        while (in.left() >= HANDSHAKE_HEADER) {
            Handshake type = Handshake.of(in.peek(0));
            int length = in.peek(1) << 16 | in.peek16(2);
            if (type == null || length > Fragments.MOST) {
                fragments(way).encrypted |= type == null;
                in.skip(in.left());
                return;
            }
            if (length > in.left() - HANDSHAKE_HEADER) {
                return;
            }
            in.skip(HANDSHAKE_HEADER);
            in.slice(length, body);
            out.fact("tls", "hs", type.code());
            told(type, way, out);
        }
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
        String fingerprint = reading.fingerprint.of(hello, out);
        Operation told = out.request(Handshake.CLIENT_HELLO)
                .space(Version.name(hello.version))
                .symbol(name)
                .qualifier(out.text(hello.protocol, hello.protocol.left()))
                .tell();
        if (!name.isEmpty()) {
            out.fact("tls", "sni", name);
        }
        pending.ask(HELLO, told, out.time(), 0);
        out.identity(out.sender(), Attribute.FINGERPRINT, fingerprint, "ClientHello JA4", 4);
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
        }
    }

    /** Where hellos and certificates are taken apart: needed for a moment only, so one for each thread. */
    private static final class Reading {

        static final ThreadLocal<Reading> OURS = ThreadLocal.withInitial(Reading::new);

        final Hello hello = new Hello();
        final Fingerprint fingerprint = new Fingerprint();
        final Certificate certificate = new Certificate();
    }

    /** The begun message of one direction. */
    private static final class Fragments {

        /** A longer handshake message is not put together. */
        static final int MOST = 64 << 10;

        private static final byte[] NOTHING = {};

        byte[] bytes = NOTHING;
        int held;
        /** After a change of cipher all is secret. */
        boolean encrypted;

        void clear() {
            held = 0;
            bytes = NOTHING;
        }

        void append(Cursor in, Sink out) {
            int count = in.left();
            if (count == 0) {
                return;
            }
            if (held + count > MOST + HANDSHAKE_HEADER) {
                out.violation("handshake_too_long", held + count);
                clear();
                return;
            }
            if (bytes.length < held + count) {
                bytes = Arrays.copyOf(bytes, Math.max(held + count, 2 * bytes.length));
            }
            System.arraycopy(in.bytes(), in.offset(), bytes, held, count);
            held += count;
        }

        void keepLast(int count) {
            if (count == 0) {
                clear();
                return;
            }
            System.arraycopy(bytes, held - count, bytes, 0, count);
            held = count;
        }
    }
}
