// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.openvpn;

import weir.wire.Cursor;

/**
 * How control packets are protected (draft-openvpn-wire-protocol, 5): told by the length of a reset, of which all else has
 * a known one.
 *
 * <pre>
 * tls-auth    hash, 16 to 64 | number u32, from 1 | time u32
 * tls-crypt   number u32 | time u32 | hash, 32; what follows is encrypted
 * </pre>
 */
enum Protection {
    NONE("plain", 0),
    MD5("tls_auth", 16),
    SHA1("tls_auth", 20),
    SHA224("tls_auth", 28),
    SHA256("tls_auth", 32),
    SHA384("tls_auth", 48),
    SHA512("tls_auth", 64),
    ENCRYPTED("tls_crypt", 0),
    UNKNOWN("", 0);

    private static final Protection[] WITH_HASH = {MD5, SHA1, SHA224, SHA256, SHA384, SHA512};
    private static final int SESSION_END = 9;
    private static final int HASH_OF_ENCRYPTED = 32;

    final String word;
    private final int hash;

    Protection(String word, int hash) {
        this.word = word;
        this.hash = hash;
    }

    /** Octets between the session and what is acknowledged. */
    int length() {
        return this == NONE ? 0 : hash + 8;
    }

    /** That of a reset of the client, which acknowledges nothing and has the number 0. */
    static Protection ofReset(Cursor in) {
        if (in.left() == SESSION_END + 5 && isEmptyList(in, SESSION_END)) {
            return NONE;
        }
        for (Protection protection : WITH_HASH) {
            int numbers = SESSION_END + protection.hash;
            if (in.left() == numbers + 8 + 5 && in.peek32(numbers) == 1 && isEmptyList(in, numbers + 8)) {
                return protection;
            }
        }
        boolean encrypted = in.left() >= SESSION_END + 8 + HASH_OF_ENCRYPTED + 5;
        return encrypted && isFirstNumber(in.peek32(SESSION_END)) && isTime(in.peek32(SESSION_END + 4))
                ? ENCRYPTED
                : UNKNOWN;
    }

    private static boolean isEmptyList(Cursor in, int at) {
        return in.peek(at) == 0 && in.peek32(at + 1) == 0;
    }

    /** With tls-crypt-v2 the early negotiation is marked in the upper octet. */
    private static boolean isFirstNumber(long number) {
        return number == 1 || number == 0x0f00_0001L;
    }

    /** From 2001 to 2065. */
    private static boolean isTime(long seconds) {
        return seconds > 1_000_000_000L && seconds < 3_000_000_000L;
    }
}
