// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import weir.wire.Cursor;
import weir.wire.Direction;
import weir.wire.Phrase;
import weir.wire.Sink;

/**
 * What one side offers for the exchange of keys (RFC 4253, 7.1), and its fingerprint HASSH: the MD5 of its lists for keys,
 * encryption, authentication and compression in the direction in which it sends.
 *
 * <pre>
 * cookie 16, ten lists (length u32, names with commas): 0 key exchange, 1 host keys, 2 and 3 encryption to and from the
 * server, 4 and 5 authentication, 6 and 7 compression, 8 and 9 languages
 * </pre>
 */
final class SshOffer {

    private static final int LISTS = 10;

    private final int[] from = new int[LISTS];
    private final int[] length = new int[LISTS];
    private final MessageDigest digest = md5();
    private final byte[] hash = new byte[16];
    private final Phrase phrase = new Phrase();
    private final Cursor part = new Cursor();
    private byte[] data = hash;
    private boolean fromServer;

    /** Finds the lists behind the number of the message; false where they are not all there. */
    boolean read(Cursor in, Direction way) {
        fromServer = way == Direction.TO_CLIENT;
        data = in.bytes();
        in.skip(16);
        for (int i = 0; i < LISTS && in.ok(); i++) {
            length[i] = (int) Math.min(in.u32(), Integer.MAX_VALUE);
            from[i] = in.offset();
            in.skip(length[i]);
        }
        return in.ok();
    }

    /** First name of a list, which of the two for the direction in which it sends. */
    String preferred(int list, Sink out) {
        int row = sending(list);
        int size = 0;
        while (size < length[row] && data[from[row] + size] != ',') {
            size++;
        }
        return out.text(part.wrap(data, from[row], size), size);
    }

    private int sending(int list) {
        return list >= 2 && fromServer ? list + 1 : list;
    }

    String fingerprint(Sink out) {
        digest.reset();
        add(0, false);
        add(2, true);
        add(4, true);
        add(6, true);
        try {
            digest.digest(hash, 0, hash.length);
        } catch (java.security.DigestException e) {
            throw new IllegalStateException("an MD5 has 16 octets", e);
        }
        phrase.begin();
        for (byte octet : hash) {
            phrase.hex(octet & 0xff, 2);
        }
        return phrase.take(out);
    }

    private void add(int list, boolean further) {
        if (further) {
            digest.update((byte) ';');
        }
        int row = sending(list);
        digest.update(data, from[row], length[row]);
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
