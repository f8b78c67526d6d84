// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.kafka;

import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Likeness;

/** How a request begins, and how one is recognised; an answer has nothing to be recognised by. */
final class Header {

    /** Octets of a message that is told; of a longer one nothing is. */
    static final int LONGEST = 1 << 18;

    /** Octets of the size, and of size, key, version, number and the length of the client's name. */
    static final int SIZE = 4;

    private static final int REQUEST = 14;
    private static final int MOST = 1 << 27;
    private static final int LONGEST_CLIENT = 256;
    private static final int NEWER_VERSIONS = 4;
    private static final int SURE_CLIENT = 3;
    private static final int LONGEST_WAITED_FOR = 2048;

    private Header() {}

    /** As {@link Dialogue#frame}, of a request. */
    static int request(Cursor in) {
        int first = in.peek(0);
        if (first > MOST >> 24) {
            return Dialogue.LOST;
        }
        if (in.left() < REQUEST) {
            Api api = in.left() < SIZE + 2 ? null : Api.of(in.peek16(SIZE));
            return in.left() >= SIZE + 2 && api == null ? Dialogue.LOST : Dialogue.MORE;
        }
        long size = in.peek32(0);
        int client = (short) in.peek16(REQUEST - 2);
        boolean fits = size >= REQUEST - SIZE + Math.max(0, client) && size <= MOST;
        return fits && isVersion(in) && isClient(in, client) ? whole(size) : Dialogue.LOST;
    }

    /** What is too long to be told is passed over. */
    static int whole(long size) {
        return size > LONGEST ? Dialogue.skip((int) size + SIZE) : (int) size + SIZE;
    }

    static boolean isAnswerSize(long size) {
        return size >= SIZE && size <= MOST;
    }

    private static boolean isVersion(Cursor in) {
        Api api = Api.of(in.peek16(SIZE));
        return api != null && in.peek16(SIZE + 2) <= api.lastVersion() + NEWER_VERSIONS;
    }

    /** None, or characters that names are made of. */
    private static boolean isClient(Cursor in, int length) {
        if (length < -1 || length > LONGEST_CLIENT) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            int octet = in.peek(REQUEST + i);
            if (octet >= 0 && (octet < ' ' || octet == 0x7f)) {
                return false;
            }
        }
        return true;
    }

    /** Sure when the client has a name, and the request ends where the octets do or is not all there. */
    static Likeness likeness(Cursor in) {
        int size = request(in);
        if (size == Dialogue.MORE) {
            return Likeness.MORE;
        }
        if (size == Dialogue.LOST) {
            return Likeness.NO;
        }
        int client = (short) in.peek16(REQUEST - 2);
        if (in.left() < REQUEST + client) {
            return Likeness.MORE;
        }
        if (client >= SURE_CLIENT) {
            return Likeness.SURE;
        }
        if (in.left() < size && size <= LONGEST_WAITED_FOR) {
            return Likeness.MORE;
        }
        return in.left() == size ? Likeness.MAYBE : Likeness.NO;
    }
}
