// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A protocol that exists nowhere is found out, and its description reads it. */
class SketchTest {

    private static final int PORT = 5555;

    @TempDir
    Path folder;

    @Test
    void an_unknown_protocol_is_sketched_and_its_description_reads_it() {
        Path capture = capture();
        Path draft = folder.resolve("draft.yaml");
        Weir.Ran ran = Weir.run("sketch", capture, "--write", draft);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(ExitCode.DONE);
        assertThat(ran.lines())
                .startsWith("unknown protocol on UDP 5555: binary, 120 messages of 14 to 22 octets")
                .contains("always the same: octets at 0, 1")
                .contains("length in 2 octets at 2")
                .contains("answers repeat 2 octets at 4")
                .contains("3 message kinds by the octet at 7")
                .contains("ends with a check (crc32)")
                .contains("about every 200 ms")
                .contains("100 % answered");
        Weir.Ran decoded = Weir.run("decode", capture, "--describe", draft, "--protocol", "udp_5555");
        assertThat(decoded.lines().lines().filter(l -> l.contains("\"operation\"")))
                .hasSize(120);
        assertThat(decoded.lines()).contains("\"service\":\"kind_03\"").contains("latencyNanos");
    }

    @Test
    void what_weir_knows_is_not_sketched() {
        assertThat(Weir.run("sketch", Weir.SAMPLE).lines())
                .doesNotContain("TCP 502:")
                .doesNotContain("TCP 102:");
    }

    @Test
    void nothing_to_describe_is_told() {
        Weir.Ran ran = Weir.run("sketch", Weir.SAMPLE, "--port", "502", "--write", folder.resolve("x.yaml"));
        assertThat(ran.exit()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(ran.err()).contains("no unknown protocol");
    }

    /** Sixty polls of three kinds: aa 55, length, number, 0, kind, data, CRC-32. */
    private Path capture() {
        Path file = folder.resolve("press.pcap");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(ByteBuffer.allocate(24)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(0xa1b2c3d4)
                    .putShort((short) 2)
                    .putShort((short) 4)
                    .putLong(0)
                    .putInt(65535)
                    .putInt(1)
                    .array());
            for (int i = 0; i < 60; i++) {
                int kind = 1 + i % 3;
                byte[] data = new byte[2 + 4 * (i % 3 == 0 ? 0 : 1)];
                data[0] = (byte) (i * 37);
                out.write(frame(i * 200_000L, true, message(700 + i * 9, kind, data)));
                out.write(frame(i * 200_000L + 3000, false, message(700 + i * 9, kind, new byte[] {
                    0, (byte) i, 1, 2, 3, 4, 5, 6, 7, 8
                })));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static byte[] message(int number, int kind, byte[] data) {
        int length = 8 + data.length + 4;
        ByteBuffer buffer = ByteBuffer.allocate(length)
                .put((byte) 0xaa)
                .put((byte) 0x55)
                .putShort((short) (length - 4))
                .putShort((short) number)
                .put((byte) 0)
                .put((byte) kind)
                .put(data);
        CRC32 crc = new CRC32();
        crc.update(buffer.array(), 0, length - 4);
        return buffer.putInt((int) crc.getValue()).array();
    }

    private static byte[] frame(long micros, boolean up, byte[] payload) {
        int length = 14 + 20 + 8 + payload.length;
        ByteBuffer record = ByteBuffer.allocate(16 + length).order(ByteOrder.LITTLE_ENDIAN);
        record.putInt((int) (1_772_438_400L + micros / 1_000_000))
                .putInt((int) (micros % 1_000_000))
                .putInt(length)
                .putInt(length)
                .order(ByteOrder.BIG_ENDIAN);
        byte[] client = {2, 0, 0, 0, 0, 1};
        byte[] server = {2, 0, 0, 0, 0, 2};
        record.put(up ? server : client).put(up ? client : server).putShort((short) 0x0800);
        record.put((byte) 0x45)
                .put((byte) 0)
                .putShort((short) (length - 14))
                .putInt(0)
                .put((byte) 64)
                .put((byte) 17);
        record.putShort((short) 0);
        record.putInt(up ? 0xc000020a : 0xc0000214).putInt(up ? 0xc0000214 : 0xc000020a);
        record.putShort((short) (up ? 49152 : PORT)).putShort((short) (up ? PORT : 49152));
        return record.putShort((short) (8 + payload.length))
                .putShort((short) 0)
                .put(payload)
                .array();
    }
}
