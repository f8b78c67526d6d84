// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mysql;

import weir.model.Attribute;
import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Phrase;
import weir.wire.Sink;

/** Who logs in, to what, with which program: read from the login, kept until it is known how it ended. */
final class Login {

    static final int SSL = 0x800;
    static final int COMPRESS = 0x20;

    private static final int CONNECT_WITH_DB = 0x8;
    private static final int SECURE_CONNECTION = 0x8000;
    private static final int PLUGIN_AUTH = 0x80000;
    private static final int CONNECT_ATTRIBUTES = 0x100000;
    private static final int LENGTH_ENCODED_PROOF = 0x200000;
    private static final int MOST_ATTRIBUTES = 64;
    private static final String CLEAR = "mysql_clear_password";

    private final Cursor part = new Cursor();
    private final Phrase phrase = new Phrase();
    private String user = "";
    private String plugin = "";
    private String secret = "";
    private String name = "";
    private String version = "";
    private boolean waiting;
    private int capabilities;

    /** Whether it waits for the word of the server. */
    boolean isWaiting() {
        return waiting;
    }

    int capabilities() {
        return capabilities;
    }

    /** HandshakeResponse41, behind the header of the packet. */
    Operation read(Cursor in, Sink out) {
        capabilities = in.i32le();
        in.skip(28);
        user = string(in, out);
        proof(in, out);
        String database = (capabilities & CONNECT_WITH_DB) != 0 ? string(in, out) : "";
        plugin = (capabilities & PLUGIN_AUTH) != 0 ? string(in, out) : "";
        if (plugin.equals(CLEAR)) {
            secret = out.hashed(part, part.left());
        }
        Operation told = told(Command.LOGIN, database, in, out);
        if (in.ok() && (capabilities & CONNECT_ATTRIBUTES) != 0) {
            attributes(in, out);
        }
        return told;
    }

    private Operation told(Command command, String database, Cursor in, Sink out) {
        if (!in.ok()) {
            out.violation("malformed_login", in.read());
        }
        waiting = in.ok();
        return out.request(command)
                .space(database.isEmpty() ? "" : "database")
                .symbol(database)
                .qualifier(plugin)
                .tell();
    }

    /** COM_CHANGE_USER, behind the command. */
    Operation change(Cursor in, Sink out) {
        user = string(in, out);
        secret = "";
        in.slice(in.u8(), part);
        String database = string(in, out);
        in.skip(Math.min(2, in.left()));
        plugin = in.left() > 0 ? string(in, out) : "";
        return told(Command.CHANGE_USER, database, in, out);
    }

    private void proof(Cursor in, Sink out) {
        secret = "";
        if ((capabilities & LENGTH_ENCODED_PROOF) != 0) {
            in.slice(Lengths.read(in), part);
        } else if ((capabilities & SECURE_CONNECTION) != 0) {
            in.slice(in.u8(), part);
        } else {
            string(in, out);
            part.wrap(in.bytes(), in.offset(), 0);
        }
    }

    /** The server wants another proof: by which plug-in. */
    String switched(Cursor in, Sink out) {
        plugin = string(in, out);
        return plugin;
    }

    /** Further proof of the client; a password where the plug-in sends it as it is. */
    void proves(Cursor in, Sink out) {
        if (plugin.equals(CLEAR) || plugin.equals("dialog")) {
            int length = in.left() > 0 && in.peek(in.left() - 1) == 0 ? in.left() - 1 : in.left();
            secret = out.hashed(in, length);
        }
    }

    void ends(int error, String word, Sink out) {
        if (waiting) {
            waiting = false;
            out.login(
                    out.server(""),
                    user,
                    secret,
                    error == 0
                            ? weir.model.Outcome.DONE
                            : new weir.model.Outcome(weir.model.Outcome.Kind.REFUSED, error, word));
        }
    }

    void forget() {
        waiting = false;
    }

    /** Names and values, as the program of the client gives them. */
    private void attributes(Cursor in, Sink out) {
        Cursor pairs = part;
        in.slice(Lengths.read(in), pairs);
        name = "";
        version = "";
        for (int i = 0; i < MOST_ATTRIBUTES && pairs.left() > 0; i++) {
            String key = out.text(pairs, Lengths.read(pairs));
            String value = out.text(pairs, Lengths.read(pairs));
            switch (key) {
                case "_client_name" -> name = value;
                case "_client_version" -> version = value;
                case "_os" -> out.identity(out.sender(), Attribute.SYSTEM, value, "login", 4);
                case "program_name" -> out.identity(out.sender(), Attribute.SOFTWARE, value, "login", 4);
                default -> {}
            }
        }
        if (!pairs.ok() || !in.ok()) {
            out.violation("malformed_attributes", in.read());
        } else if (!name.isEmpty()) {
            phrase.begin().add(name);
            if (!version.isEmpty()) {
                phrase.add(' ').add(version);
            }
            out.identity(out.sender(), Attribute.SOFTWARE, phrase.take(out), "login", 4);
        }
    }

    /** Text up to a zero octet. */
    static String string(Cursor in, Sink out) {
        int length = 0;
        while (in.peek(length) > 0) {
            length++;
        }
        String text = out.text(in, length);
        in.skip(1);
        return text;
    }
}
