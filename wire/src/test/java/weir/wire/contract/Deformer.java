// SPDX-License-Identifier: Apache-2.0
package weir.wire.contract;

import java.util.Arrays;
import java.util.Random;

/**
 * Makes frames wrong, each time differently and the same for the same seed: bits turned, frames cut, two put together,
 * fields repeated, lengths that lie. The headers mostly stay good, so that what is wrong comes to the decoders.
 */
final class Deformer {

    private static final int LONGEST = 9000;
    private static final int ETHERNET = 14;
    private static final int ETHERNET_LINK = 1;
    private static final int TCP = 6;
    private static final int UDP = 17;

    /** Numbers that are lengths, counts and offsets nobody means. */
    private static final long[] EXTREMES = {0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fff_ffffL, 0xffff_ffffL};

    private final Random random;

    Deformer(Random random) {
        this.random = random;
    }

    /** A frame that was made from this one, and a part of another. */
    byte[] deformed(byte[] frame, int linkType, byte[] other) {
        byte[] bytes = frame.clone();
        int body = bodyOf(bytes, linkType);
        for (int times = 1 + random.nextInt(3); times > 0 && bytes.length > 0; times--) {
            int from = random.nextInt(20) == 0 || body >= bytes.length ? 0 : body;
            bytes = once(bytes, from, other);
        }
        if (random.nextInt(4) != 0) {
            mend(bytes, linkType);
        }
        return bytes;
    }

    private byte[] once(byte[] bytes, int from, byte[] other) {
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(bytes, from + random.nextInt(bytes.length - from + 1));
            case 1 -> spliced(bytes, from, other);
            case 2 -> repeated(bytes, from);
            case 3, 4 -> wrongNumber(bytes, from);
            case 5 -> noise(bytes, from);
            default -> turned(bytes, from);
        };
    }

    private byte[] turned(byte[] bytes, int from) {
        for (int i = random.nextInt(6); i >= 0; i--) {
            bytes[at(bytes, from)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private byte[] noise(byte[] bytes, int from) {
        int at = at(bytes, from);
        for (int i = Math.min(bytes.length, at + 1 + random.nextInt(16)) - 1; i >= at; i--) {
            bytes[i] = (byte) random.nextInt();
        }
        return bytes;
    }

    /** The beginning of one and the end of the other. */
    private byte[] spliced(byte[] bytes, int from, byte[] other) {
        int keep = at(bytes, from);
        int take = Math.min(random.nextInt(other.length + 1), LONGEST - keep);
        byte[] both = Arrays.copyOf(bytes, keep + Math.max(0, take));
        System.arraycopy(other, other.length - both.length + keep, both, keep, both.length - keep);
        return both;
    }

    /** A few octets stand there again and again. */
    private byte[] repeated(byte[] bytes, int from) {
        int at = at(bytes, from);
        int size = Math.min(1 + random.nextInt(32), bytes.length - at);
        int times = Math.min(1 + random.nextInt(random.nextInt(8) == 0 ? 200 : 4), (LONGEST - bytes.length) / size);
        if (times <= 0) {
            return bytes;
        }
        byte[] longer = Arrays.copyOf(bytes, bytes.length + size * times);
        for (int i = 1; i <= times; i++) {
            System.arraycopy(bytes, at, longer, at + size * i, size);
        }
        System.arraycopy(bytes, at + size, longer, at + size * (times + 1), bytes.length - at - size);
        return longer;
    }

    private byte[] wrongNumber(byte[] bytes, int from) {
        int at = at(bytes, from);
        int size = Math.min(1 << random.nextInt(3), bytes.length - at);
        boolean little = random.nextBoolean();
        long number = EXTREMES[random.nextInt(EXTREMES.length)] + random.nextInt(3) - 1;
        if (random.nextBoolean()) {
            number = (bytes[at + size - 1] & 0xff) + random.nextInt(9) - 4;
        }
        for (int i = 0; i < size; i++) {
            bytes[at + i] = (byte) (number >>> 8 * (little ? i : size - 1 - i));
        }
        return bytes;
    }

    private int at(byte[] bytes, int from) {
        int room = bytes.length - Math.min(from, bytes.length - 1);
        // lengths and codes stand at the beginning
        int within = random.nextBoolean() ? Math.min(room, 24) : room;
        return bytes.length - room + random.nextInt(within);
    }

    /** Where what TCP and UDP carry begins, where it is plain to see. */
    private static int bodyOf(byte[] bytes, int linkType) {
        if (!isIp(bytes, linkType)) {
            return Math.min(ETHERNET, bytes.length);
        }
        int transport = ETHERNET + (bytes[ETHERNET] & 15) * 4;
        int head = switch (bytes[ETHERNET + 9]) {
            case TCP -> transport + 12 < bytes.length ? (bytes[transport + 12] >> 4 & 15) * 4 : 20;
            case UDP -> 8;
            default -> 0;
        };
        return transport + head;
    }

    /** Makes the lengths of IP and UDP fit again. */
    private static void mend(byte[] bytes, int linkType) {
        if (!isIp(bytes, linkType)) {
            return;
        }
        put(bytes, ETHERNET + 2, bytes.length - ETHERNET);
        int transport = ETHERNET + (bytes[ETHERNET] & 15) * 4;
        if (bytes[ETHERNET + 9] == UDP && transport + 8 <= bytes.length) {
            put(bytes, transport + 4, bytes.length - transport);
        }
    }

    /** Moves a frame of IP to other hosts, by 24 bits of both addresses: the first octet says multicast. */
    static void move(byte[] bytes, int linkType, int by) {
        if (isIp(bytes, linkType)) {
            for (int i = 0; i < 3; i++) {
                bytes[ETHERNET + 13 + i] ^= (byte) (by >> 8 * i);
                bytes[ETHERNET + 17 + i] ^= (byte) (by >> 8 * i);
            }
        }
    }

    private static void put(byte[] bytes, int at, int number) {
        bytes[at] = (byte) (number >> 8);
        bytes[at + 1] = (byte) number;
    }

    private static boolean isIp(byte[] bytes, int linkType) {
        return linkType == ETHERNET_LINK
                && bytes.length >= ETHERNET + 20
                && bytes[12] == 8
                && bytes[13] == 0
                && (bytes[ETHERNET] & 0xf0) == 0x40;
    }
}
