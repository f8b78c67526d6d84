// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

/** Names of security providers (MS-RPCE 2.2.1.1.7), and why a connection is not opened (C706, 12.6.3.1). */
final class Providers {

    private static final String[] REJECTIONS = {
        "not_specified", "unknown_interface", "unknown_representation", "too_many_contexts"
    };

    private Providers() {}

    static String name(int provider) {
        return switch (provider) {
            case 0 -> "none";
            case 9 -> "negotiate";
            case 10 -> "ntlm";
            case 14 -> "tls";
            case 16 -> "kerberos";
            case 68 -> "netlogon";
            default -> "other_security";
        };
    }

    /** Why a context was not accepted. */
    static String rejection(int reason) {
        return reason < REJECTIONS.length ? REJECTIONS[reason] : "unknown_reason";
    }

    /** Why a connection was refused as a whole. */
    static String refusal(int reason) {
        return switch (reason) {
            case 0 -> "not_specified";
            case 1 -> "temporary_congestion";
            case 2 -> "local_limit";
            case 4 -> "protocol_version_not_supported";
            case 8 -> "authentication_type_not_recognized";
            case 9 -> "invalid_checksum";
            default -> "unknown_reason";
        };
    }
}
