// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.http;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;
import weir.wire.Cursor;

/** Methods (IANA, HTTP Method Registry; UPnP Device Architecture 2.0; MS-WDV), as they begin a request. */
enum Method implements Service {
    GET(Verb.READ),
    HEAD(Verb.READ),
    POST(Verb.WRITE),
    PUT(Verb.WRITE),
    DELETE(Verb.WRITE),
    OPTIONS(Verb.READ),
    TRACE(Verb.DIAGNOSE),
    PATCH(Verb.WRITE),
    CONNECT(Verb.SESSION),
    PROPFIND(Verb.READ),
    PROPPATCH(Verb.WRITE),
    MKCOL(Verb.FILE),
    COPY(Verb.FILE),
    MOVE(Verb.FILE),
    LOCK(Verb.FILE),
    UNLOCK(Verb.FILE),
    SEARCH(Verb.READ),
    REPORT(Verb.READ),
    NOTIFY(Verb.IDENTIFY),
    M_SEARCH(Verb.IDENTIFY),
    SUBSCRIBE(Verb.SUBSCRIBE),
    UNSUBSCRIBE(Verb.SUBSCRIBE),
    RPC_CONNECT(Verb.SESSION),
    RPC_IN_DATA(Verb.SESSION),
    RPC_OUT_DATA(Verb.SESSION),
    BITS_POST(Verb.WRITE),
    CCM_POST(Verb.WRITE),
    /** An answer whose request was not seen. */
    UNSEEN(Verb.OTHER);

    private static final Method[] ALL = values();

    private final Verb verb;
    private final byte[] word;

    Method(Verb verb) {
        this.verb = verb;
        String spelled = name().equals("M_SEARCH") ? "M-SEARCH" : name();
        word = spelled.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public int code() {
        return ordinal();
    }

    @Override
    public Verb verb() {
        return verb;
    }

    int length() {
        return word.length;
    }

    /** The word as it stands on the wire, for whoever counts. */
    String spelled() {
        return new String(word, StandardCharsets.US_ASCII);
    }

    /** The method that begins here with a blank behind it; null for none. */
    static @Nullable Method at(Cursor in) {
        int first = in.peek(0);
        if (first < 'A' || first > 'U') {
            return null;
        }
        for (Method method : ALL) {
            if (method != UNSEEN && method.word[0] == first && method.isAt(in)) {
                return method;
            }
        }
        return null;
    }

    /** The method that is spelled here, all of what there is; {@link #UNSEEN} for one that is not listed. */
    static Method named(Cursor in) {
        for (Method method : ALL) {
            if (method != UNSEEN && method.word.length == in.left() && method.spells(in)) {
                return method;
            }
        }
        return UNSEEN;
    }

    private boolean isAt(Cursor in) {
        return spells(in) && in.peek(word.length) == ' ';
    }

    private boolean spells(Cursor in) {
        for (int i = 0; i < word.length; i++) {
            if (in.peek(i) != word[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the few bytes that are there could become a method. */
    static boolean mayBegin(Cursor in) {
        for (Method method : ALL) {
            int i = 0;
            while (i < in.left() && i < method.word.length && in.peek(i) == method.word[i]) {
                i++;
            }
            if (i == in.left() && method != UNSEEN) {
                return true;
            }
        }
        return false;
    }
}
