// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.http;

import java.nio.charset.StandardCharsets;

/** Header fields that are read (RFC 9110; UPnP Device Architecture 2.0, 1.2). */
enum Field {
    HOST("host"),
    SERVER("server"),
    USER_AGENT("user-agent"),
    REFERER("referer"),
    X_FORWARDED_FOR("x-forwarded-for"),
    AUTHORIZATION("authorization"),
    /** With what a client may prove itself, and a server's part of that. */
    WWW_AUTHENTICATE("www-authenticate"),
    CONTENT_LENGTH("content-length"),
    TRANSFER_ENCODING("transfer-encoding"),
    UPGRADE("upgrade"),
    /** What a search is for. */
    ST("st"),
    /** What a notice is of. */
    NT("nt"),
    /** What happened to it: {@code ssdp:alive}. */
    NTS("nts");

    static final Field[] ALL = values();

    private final byte[] name;

    Field(String name) {
        this.name = name.getBytes(StandardCharsets.US_ASCII);
    }

    /** Index behind the colon where the line from {@code at} to {@code end} is this field, else -1. */
    int valueOf(byte[] data, int at, int end) {
        if (end - at <= name.length || data[at + name.length] != ':') {
            return -1;
        }
        for (int i = 0; i < name.length; i++) {
            if ((data[at + i] | 0x20) != name[i]) {
                return -1;
            }
        }
        return at + name.length + 1;
    }
}
