// SPDX-License-Identifier: Apache-2.0
package weir.wire.designs;

import java.io.ByteArrayOutputStream;
import java.util.List;
import weir.wire.Direction;
import weir.wire.Told;

/** The messages that both designs are given, made by hand. */
record Traffic(Direction way, byte[] bytes) {

    private static final int MASTER = 0xc4;
    private static final int OUTSTATION = 0x44;

    static List<Traffic> modbus() {
        return List.of(
                asks("0001 0000 0006 03 03 0064 000a"), // read registers 100 to 109
                answers("0001 0000 0017 03 03 14 0001 0002 0003 0004 0005 0006 0007 0008 0009 000a"),
                asks("0002 0000 0006 03 01 0000 000a"), // read coils 0 to 9
                answers("0002 0000 0005 03 01 02 01 02"),
                asks("0003 0000 0006 03 04 0200 0002"), // read input registers, refused
                answers("0003 0000 0003 03 84 02"),
                asks("0004 0000 0006 03 06 0005 000b"), // write register 5
                answers("0004 0000 0006 03 06 0005 000b"),
                asks("0005 0000 0006 03 05 0007 ff00"), // set coil 7
                answers("0005 0000 0006 03 05 0007 ff00"),
                asks("0006 0000 000b 03 10 0020 0002 04 0001 0002"), // write registers 32 and 33
                answers("0006 0000 0006 03 10 0020 0002"),
                asks("0007 0000 0008 03 0f 0010 0008 01 ff"), // set coils 16 to 23
                answers("0007 0000 0006 03 0f 0010 0008"),
                asks("0008 0000 0006 03 02 0000 0008"), // read inputs 0 to 7
                answers("0008 0000 0004 03 02 01 ff"));
    }

    static List<Traffic> dnp3() {
        return List.of(
                // read 60:2, 60:3 and 60:4, all; answer 30:2 index 5 to 6, 2:1 indices 7 and 9
                asks(frame(MASTER, 10, 1, 0xc0, "c1 01 3c 02 06 3c 03 06 3c 04 06")),
                answers(frame(
                        OUTSTATION, 1, 10, 0xc0, "c1 81 0000 1e 02 00 05 06 01 ffff 03 e803 02 01 17 02 07 81 09 01")),
                // read 30:1 index 0 to 3; the answer comes in two frames
                asks(frame(MASTER, 10, 1, 0xc1, "c2 01 1e 01 00 00 03")),
                answers(frame(OUTSTATION, 1, 10, 0x41, "c2 81 0000 1e 01 00 00 03 01 00000000 01 0100")),
                answers(frame(OUTSTATION, 1, 10, 0x82, "0000 01 02000000 01 03000000")),
                // read 1:1 index 3 to 12, and the answer
                asks(frame(MASTER, 10, 1, 0xc2, "c3 01 01 01 01 0300 0c00")),
                answers(frame(OUTSTATION, 1, 10, 0xc3, "c3 81 0000 01 01 00 03 0c 05 02")));
    }

    static Traffic asks(String hex) {
        return new Traffic(Direction.TO_SERVER, Told.bytes(hex));
    }

    static Traffic answers(String hex) {
        return new Traffic(Direction.TO_CLIENT, Told.bytes(hex));
    }

    private static String frame(int control, int destination, int source, int transport, String application) {
        byte[] data = Told.bytes("%02x".formatted(transport) + application);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        byte[] header = {0x05, 0x64, (byte) (5 + data.length), (byte) control, (byte) destination, 0, (byte) source, 0};
        checked(header, 0, 8, frame);
        for (int at = 0; at < data.length; at += 16) {
            checked(data, at, Math.min(16, data.length - at), frame);
        }
        return java.util.HexFormat.of().formatHex(frame.toByteArray());
    }

    /** Bit by bit, as IEEE 1815 clause 9.2.4.3 describes it. */
    private static void checked(byte[] data, int from, int count, ByteArrayOutputStream out) {
        int crc = 0;
        for (int i = from; i < from + count; i++) {
            for (int bit = 0; bit < 8; bit++) {
                boolean one = ((crc ^ data[i] >> bit) & 1) != 0;
                crc = one ? crc >>> 1 ^ 0xa6bc : crc >>> 1;
            }
        }
        out.write(data, from, count);
        out.write(~crc);
        out.write(~crc >> 8);
    }
}
