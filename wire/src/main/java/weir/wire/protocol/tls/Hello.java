// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tls;

import java.util.HexFormat;
import weir.wire.Cursor;
import weir.wire.Row;

/**
 * A ClientHello or ServerHello (RFC 5246, 7.4.1; RFC 8446, 4.1).
 *
 * <pre>
 * client    version u16 | random, 32 | session id, length u8 | cipher suites, length u16 | compression, length u8
 * server    version u16 | random, 32 | session id, length u8 | cipher suite u16 | compression u8
 * both      extensions, length u16: type u16 | length u16 | data
 * </pre>
 */
final class Hello {

    private static final int RANDOM = 32;

    /** Suites, extensions, signature algorithms, groups and formats that are kept, each. */
    static final int MOST = 128;

    private static final int SERVER_NAME = 0;
    private static final int SUPPORTED_GROUPS = 10;
    private static final int POINT_FORMATS = 11;
    private static final int SIGNATURE_ALGORITHMS = 13;
    private static final int APPLICATION_PROTOCOLS = 16;
    private static final int SESSION_TICKET = 35;
    static final int PRE_SHARED_KEY = 41;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int KEY_SHARE = 51;

    /** The random of a hello that asks for another one: the hash of "HelloRetryRequest" (RFC 8446, 4.1.3). */
    private static final byte[] RETRY =
            HexFormat.of().parseHex("cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c");

    int legacyVersion;
    /** The highest version offered, or the one chosen. */
    int version;

    int suite;
    final int[] suites = new int[MOST];
    int suiteCount;
    final int[] extensions = new int[MOST];
    int extensionCount;
    final int[] signatures = new int[MOST];
    int signatureCount;
    final int[] groups = new int[MOST];
    int groupCount;
    final int[] pointFormats = new int[MOST];
    int pointFormatCount;
    boolean named;
    final Cursor serverName = new Cursor();
    final Cursor protocol = new Cursor();

    /** The group that a server chose in version 1.3; 0 where it says none. */
    int group;

    /** Whether a client shows a ticket of an earlier session. */
    boolean ticket;

    /** Whether a server asks for another hello. */
    boolean retry;

    private final Cursor session = new Cursor();
    private final Cursor extension = new Cursor();
    private final Cursor list = new Cursor();

    /** False where the bytes are no hello. */
    boolean read(Cursor in, boolean client) {
        begin(in);
        legacyVersion = in.u16();
        version = legacyVersion;
        retry = !client && isRetry(in);
        in.skip(RANDOM);
        in.slice(in.u8(), session);
        if (client) {
            in.slice(in.u16(), list);
            while (list.left() >= 2) {
                suiteCount = keep(suites, suiteCount, list.u16());
            }
            in.skip(in.u8());
        } else {
            suite = in.u16();
            in.skip(1);
        }
        if (in.ok() && in.left() >= 2) {
            in.slice(in.u16(), list);
            extensions(client);
            return in.ok() && list.ok();
        }
        return in.ok();
    }

    /** The octets that name a session that may go on, one a character; "" where there is none. */
    String session() {
        String octets = Row.octets(session, session.left());
        return octets.chars().allMatch(octet -> octet == 0) ? "" : octets;
    }

    boolean has(int extension) {
        for (int i = 0; i < extensionCount; i++) {
            if (extensions[i] == extension) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRetry(Cursor in) {
        for (int i = 0; i < RANDOM; i++) {
            if (in.peek(i) != (RETRY[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    private void begin(Cursor in) {
        suite = 0;
        suiteCount = 0;
        extensionCount = 0;
        signatureCount = 0;
        groupCount = 0;
        pointFormatCount = 0;
        named = false;
        group = 0;
        ticket = false;
        serverName.wrap(in.bytes(), in.offset(), 0);
        protocol.wrap(in.bytes(), in.offset(), 0);
    }

    private void extensions(boolean client) {
        while (list.left() > 0) {
            int type = list.u16();
            list.slice(list.u16(), extension);
            extensionCount = keep(extensions, extensionCount, type);
            switch (type) {
                case SERVER_NAME -> serverName();
                case SUPPORTED_GROUPS -> groups();
                case POINT_FORMATS -> pointFormats();
                case SIGNATURE_ALGORITHMS -> signatures();
                case APPLICATION_PROTOCOLS -> {
                    extension.skip(2);
                    extension.slice(extension.u8(), protocol);
                }
                case SESSION_TICKET -> ticket = client && extension.left() > 0;
                case KEY_SHARE -> group = client ? 0 : extension.u16();
                case SUPPORTED_VERSIONS -> versions(client);
                default -> {}
            }
        }
    }

    /** List, length u16: type u8, 0 for a host name | name, length u16 (RFC 6066, 3). */
    private void serverName() {
        named = true;
        extension.skip(2);
        if (extension.u8() == 0) {
            extension.slice(extension.u16(), serverName);
        }
    }

    private void signatures() {
        extension.skip(2);
        while (extension.left() >= 2) {
            signatureCount = keep(signatures, signatureCount, extension.u16());
        }
    }

    private void groups() {
        extension.skip(2);
        while (extension.left() >= 2) {
            groupCount = keep(groups, groupCount, extension.u16());
        }
    }

    private void pointFormats() {
        extension.skip(1);
        while (extension.left() >= 1) {
            pointFormatCount = keep(pointFormats, pointFormatCount, extension.u8());
        }
    }

    private void versions(boolean client) {
        if (!client) {
            version = extension.u16();
            return;
        }
        extension.skip(1);
        int highest = 0;
        while (extension.left() >= 2) {
            int offered = extension.u16();
            highest = Version.isGrease(offered) ? highest : Math.max(highest, offered);
        }
        version = highest == 0 ? legacyVersion : highest;
    }

    /** Appends a value that is no filler. */
    private static int keep(int[] values, int count, int value) {
        if (Version.isGrease(value) || count == MOST) {
            return count;
        }
        values[count] = value;
        return count + 1;
    }
}
