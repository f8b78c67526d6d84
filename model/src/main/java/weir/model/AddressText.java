// SPDX-License-Identifier: Apache-2.0
package weir.model;

/** Addresses as people write them. */
final class AddressText {

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private AddressText() {}

    static String of(Address address) {
        return switch (address.kind()) {
            case NONE -> "";
            case MAC -> mac(address.low());
            case IPV4 -> ipv4(address.low());
            case IPV6 -> ipv6(address.high(), address.low());
        };
    }

    private static String mac(long bits) {
        StringBuilder text = new StringBuilder(17);
        for (int shift = 40; shift >= 0; shift -= 8) {
            int octet = (int) (bits >>> shift) & 0xff;
            text.append(HEX[octet >>> 4]).append(HEX[octet & 15]);
            if (shift > 0) {
                text.append(':');
            }
        }
        return text.toString();
    }

    private static String ipv4(long bits) {
        return (bits >>> 24 & 0xff) + "." + (bits >>> 16 & 0xff) + "." + (bits >>> 8 & 0xff) + "." + (bits & 0xff);
    }

    /** RFC 5952: no leading zeros, the longest run of zero groups (two or more, the first of equals) as "::". */
    private static String ipv6(long high, long low) {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (int) ((i < 4 ? high : low) >>> 48 - 16 * (i & 3)) & 0xffff;
        }
        int bestAt = -1;
        int best = 1;
        for (int i = 0; i < 8; i++) {
            int run = 0;
            while (i + run < 8 && groups[i + run] == 0) {
                run++;
            }
            if (run > best) {
                best = run;
                bestAt = i;
            }
            i += run;
        }
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < 8; i++) {
            if (i == bestAt) {
                text.append("::");
                i += best - 1;
                continue;
            }
            if (i > 0 && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
