// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

import java.util.HexFormat;

/** Files that are given in place of a capture, and what to do about it. */
enum OtherFormat {
    ZIP(0x504b_0304, "a zip archive; unpack it first"),
    GZIP(0x1f8b_0000, "packed with gzip twice; unpack it first"),
    ZSTANDARD(0x28b5_2ffd, "packed with zstd; unpack it first"),
    LZ4(0x0422_4d18, "packed with lz4; unpack it first"),
    XZ(0xfd37_7a58, "packed with xz; unpack it first"),
    BZIP2(0x425a_6800, "packed with bzip2; unpack it first"),
    SNOOP(0x736e_6f6f, "a capture of snoop; convert it with editcap -F pcapng"),
    NETWORK_MONITOR(0x474d_4255, "a capture of Network Monitor; convert it with editcap -F pcapng");

    private final int magic;
    private final String text;

    /** @param magic first bytes; those at the end that are 0 do not count */
    OtherFormat(int magic, String text) {
        this.magic = magic;
        this.text = text;
    }

    int magic() {
        return magic;
    }

    /** What to say to a file with these first four bytes. */
    static String of(int first) {
        for (OtherFormat format : values()) {
            int mask = -1 << (Integer.numberOfTrailingZeros(format.magic) / 8 * 8);
            if ((first & mask) == format.magic) {
                return "not a pcap or pcapng file but " + format.text;
            }
        }
        HexFormat hex = HexFormat.ofDelimiter(" ");
        byte[] bytes = {(byte) (first >> 24), (byte) (first >> 16), (byte) (first >> 8), (byte) first};
        return "not a pcap or pcapng file (starts with " + hex.formatHex(bytes)
                + "); give a capture made by tcpdump, Wireshark or dumpcap";
    }
}
