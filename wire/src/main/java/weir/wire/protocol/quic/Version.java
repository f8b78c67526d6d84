// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.quic;

import java.util.HexFormat;
import weir.wire.Spelled;

/** Versions by what their first keys are made of (RFC 9001, 5.2; RFC 9369, 3.3; the drafts of draft-ietf-quic-tls). */
enum Version {
    V1("38762cf7f55934b34d179ae6a4c80cadccbb7f0a", "quic"),
    V2("0dede3def700a6db819381be6e269dcbf9bd2ed9", "quicv2"),
    DRAFT_29("afbfec289993d24c9e9786f19c6111e04390a899", "quic"),
    DRAFT_23("c3eef712c72ebb5a11a7d2432bb46365bef9f502", "quic"),
    DRAFT_21("7fbcdb0e7c66bbe9193a96cd21519ebd7a02644a", "quic"),
    /** Any other. */
    OTHER("", "");

    private static final Spelled NAMES = new Spelled(Version::spelled);
    private static final long DRAFT = 0xff00_0000L;

    final byte[] salt;
    /** Begins the labels that keys are derived with. */
    final String label;

    Version(String salt, String label) {
        this.salt = HexFormat.of().parseHex(salt);
        this.label = label;
    }

    static Version of(long number) {
        if (number == 1) {
            return V1;
        }
        if (number == 0x6b33_43cfL) {
            return V2;
        }
        return switch ((int) draft(number)) {
            case 21, 22 -> DRAFT_21;
            case 23, 24, 25, 26, 27, 28 -> DRAFT_23;
            case 29, 30, 31, 32 -> DRAFT_29;
            case 33, 34 -> V1;
            default -> OTHER;
        };
    }

    /** Number of the draft, also where mvfst has a name of its own for it; 0 for none. */
    private static long draft(long number) {
        if (number == 0xface_b001L) {
            return 22;
        }
        if (number == 0xface_b002L) {
            return 27;
        }
        return number > DRAFT && number < DRAFT + 64 ? number - DRAFT : 0;
    }

    /** Whether somebody is known to speak it, or sends it so that others learn to pass it over (RFC 9000, 15). */
    static boolean isListed(long number) {
        return of(number) != OTHER || draft(number) > 0 || (number & 0x0f0f_0f0fL) == 0x0a0a_0a0aL;
    }

    static String name(long number) {
        return NAMES.of(number);
    }

    private static String spelled(long number) {
        if (number == 0x6b33_43cfL) {
            return "version 2";
        }
        if (number > DRAFT && number < DRAFT + 64) {
            return "draft " + (number - DRAFT);
        }
        return number < 16 ? "version " + number : String.format("version 0x%08x", number);
    }
}
