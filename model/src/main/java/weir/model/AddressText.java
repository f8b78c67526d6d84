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

    /** An address from its text; {@link Address#NONE} where it is none. */
    static Address parse(String text) {
        if (text.length() == 17 && text.charAt(2) == ':') {
            return parseMac(text);
        }
        return text.indexOf(':') >= 0 ? parseIpv6(text) : parseIpv4(text);
    }

    private static Address parseMac(String text) {
        long bits = 0;
        for (int i = 0; i < 17; i += 3) {
            int octet = number(text, i, i + 2, 16);
            if (octet < 0 || i < 15 && text.charAt(i + 2) != ':') {
                return Address.NONE;
            }
            bits = bits << 8 | octet;
        }
        return Address.mac(bits);
    }

    private static Address parseIpv4(String text) {
        String[] parts = text.split("\\.", -1);
        long bits = 0;
        for (String part : parts) {
            int octet = number(part, 0, part.length(), 10);
            if (parts.length != 4 || octet < 0 || octet > 255) {
                return Address.NONE;
            }
            bits = bits << 8 | octet;
        }
        return parts.length == 4 ? Address.ipv4(bits) : Address.NONE;
    }

    private static Address parseIpv6(String text) {
        int gap = text.indexOf("::");
        String[] front = groups(gap < 0 ? text : text.substring(0, gap));
        String[] back = groups(gap < 0 ? "" : text.substring(gap + 2));
        int zeros = 8 - front.length - back.length;
        if (zeros < 0 || gap < 0 && zeros != 0) {
            return Address.NONE;
        }
        long[] halves = new long[2];
        for (int i = 0; i < 8; i++) {
            String group =
                    i < front.length ? front[i] : i < front.length + zeros ? "0" : back[i - front.length - zeros];
            int value = number(group, 0, group.length(), 16);
            if (value < 0) {
                return Address.NONE;
            }
            halves[i / 4] = halves[i / 4] << 16 | value;
        }
        return Address.ipv6(halves[0], halves[1]);
    }

    private static String[] groups(String text) {
        return text.isEmpty() ? new String[0] : text.split(":", -1);
    }

    private static int number(String text, int from, int to, int radix) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = Character.digit(text.charAt(i), radix);
            if (digit < 0 || to - from > 4) {
                return -1;
            }
            value = value * radix + digit;
        }
        return to > from ? value : -1;
    }
}
