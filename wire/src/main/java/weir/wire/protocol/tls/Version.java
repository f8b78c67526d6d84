// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.tls;

/** Versions of the protocol: their names, and how they stand in a fingerprint. */
final class Version {

    private Version() {}

    static String name(int version) {
        return switch (version) {
            case 0x0300 -> "SSL 3.0";
            case 0x0301 -> "TLS 1.0";
            case 0x0302 -> "TLS 1.1";
            case 0x0303 -> "TLS 1.2";
            case 0x0304 -> "TLS 1.3";
            default -> "";
        };
    }

    /** Two characters of JA4. */
    static String mark(int version) {
        return switch (version) {
            case 0x0002 -> "s2";
            case 0x0300 -> "s3";
            case 0x0301 -> "10";
            case 0x0302 -> "11";
            case 0x0303 -> "12";
            case 0x0304 -> "13";
            default -> "00";
        };
    }

    /** Values that stand for nothing, sent so that others learn to ignore what they do not know (RFC 8701). */
    static boolean isGrease(int value) {
        return (value & 0x0f0f) == 0x0a0a && value >> 8 == (value & 0xff);
    }
}
