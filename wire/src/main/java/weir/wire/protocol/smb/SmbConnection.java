// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.model.Outcome;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Phrase;
import weir.wire.Sink;
import weir.wire.protocol.WideText;
import weir.wire.protocol.gss.SecurityTokens;

/** What both versions of the protocol keep of a connection, and how they tell what is asked and answered. */
final class SmbConnection {

    final Shares shares = new Shares();
    final FileHandles files = new FileHandles();
    final AskedRequests asked = new AskedRequests();
    final SecurityTokens tokens = new SecurityTokens();
    final Phrase phrase = new Phrase();
    final Cursor part = new Cursor();

    private String user = "";
    private String secret = "";
    private boolean proven;

    /** Where content of a message goes that comes in pieces, for each direction. */
    private final @Nullable FileHandle[] flowing = new @Nullable FileHandle[2];

    private final long[] position = new long[2];
    private final long[] flowingLeft = new long[2];

    /** Where the message being read is only the head of a large one: how much more of it comes; 0 for a whole one. */
    long missing;

    String wide(Cursor in, int octets, Sink out) {
        return WideText.read(phrase, in, octets, out);
    }

    /** {@code share\path}, the name without its leading backslash; a pipe has only its own. */
    String file(String share, String path, Sink out) {
        int from = path.startsWith("\\") ? 1 : 0;
        if (Shares.isPipes(share)) {
            int pipe = path.regionMatches(true, from, "PIPE\\", 0, 5) ? from + 5 : from;
            return pipe == 0 ? path : out.text(phrase(path, pipe), path.length());
        }
        phrase.begin();
        for (int i = Shares.share(share); i < share.length(); i++) {
            phrase.add(share.charAt(i));
        }
        phrase.add(share.isEmpty() ? "" : "\\");
        for (int i = from; i < path.length(); i++) {
            phrase.add(path.charAt(i));
        }
        return phrase.take(out);
    }

    private Cursor phrase(String text, int from) {
        byte[] octets = text.substring(from).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return part.wrap(octets, 0, octets.length);
    }

    /** A token of who logs in, the next {@code length} octets. */
    void token(Cursor in, int length, Sink out) {
        in.slice(length, part);
        if (length > 0 && in.ok()) {
            tokens.token(part, out);
            if (tokens.proves()) {
                proven(tokens.user(), "");
            }
        }
    }

    /** @param hashed of a password that crossed in the clear, or "" */
    void proven(String name, String hashed) {
        user = name;
        secret = hashed;
        proven = true;
    }

    /** The session is set up or is not. */
    void loggedIn(int status, String word, Sink out) {
        if (proven) {
            Outcome outcome = status == 0 ? Outcome.DONE : new Outcome(Outcome.Kind.REFUSED, status, word);
            out.login(out.server(""), user, secret, outcome);
        }
        proven = false;
    }

    /** Begins to tell an answer; its request is named by what was asked, else by the command that it repeats. */
    Sink response(@Nullable Asked request, SmbService service, Sink out) {
        Operation operation = request == null ? null : request.operation;
        if (request == null || operation == null) {
            return out.response(service);
        }
        return out.response(operation.service()).like(operation).since(request.time);
    }

    /** The target of what is asked of an open file. */
    static Sink target(@Nullable FileHandle file, Sink out) {
        return file == null ? out : out.space(file.space()).symbol(file.name);
    }

    /** Content of {@code length} octets, some of which may only come in the pieces that follow. */
    void content(@Nullable FileHandle file, long key, Cursor in, long length, long from, Direction way, Sink out) {
        int here = (int) Math.min(length, in.left());
        in.slice(here, part);
        files.moved(file, key, part, here, from, way, out);
        int side = way.ordinal();
        flowing[side] = file;
        position[side] = from + here;
        flowingLeft[side] = length - here;
    }

    /** A further piece of the content of a large message. */
    void piece(Cursor in, Direction way, Sink out) {
        int side = way.ordinal();
        FileHandle file = flowing[side];
        int length = (int) Math.min(flowingLeft[side], in.left());
        if (file != null && length > 0) {
            in.slice(length, part);
            file.moved(part, length, position[side], way, out);
        }
        position[side] += length;
        flowingLeft[side] -= length;
    }

    void lost(Direction way) {
        flowing[way.ordinal()] = null;
        flowingLeft[way.ordinal()] = 0;
        files.lost(way);
    }
}
