// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes a capture into memory, and remembers where its records end. */
final class CaptureBytes {

    static final int ETHERNET = 1;
    static final int SECTION = 0x0a0d0d0a;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Integer> ends = new ArrayList<>();
    private final List<Integer> frameEnds = new ArrayList<>();
    private ByteOrder order;

    CaptureBytes(ByteOrder order) {
        this.order = order;
    }

    /** A pcap file with three frames of 60, 0 and 1514 bytes. */
    static CaptureBytes pcap(ByteOrder order, int magic) {
        return new CaptureBytes(order)
                .pcapHeader(magic, ETHERNET)
                .record(1_000, 1, frame(60), 60)
                .record(1_000, 2, frame(0), 0)
                .record(1_001, 0, frame(300), 1514);
    }

    /** A pcapng file with every kind of block. */
    static CaptureBytes pcapng(ByteOrder order) {
        CaptureBytes file = new CaptureBytes(order).section().described(ETHERNET, 96);
        file.block(4, file.numbers(1, 2, 3)); // names
        file.enhanced(0, 1_000_000, frame(61), 61);
        file.block(5, file.numbers(0, 0, 0)); // statistics
        file.block(9, "__REALTIME_TIMESTAMP=1".getBytes(StandardCharsets.US_ASCII));
        file.block(0xa, file.numbers(0x544c534b, 1, 7)); // secrets
        file.block(0xbad, file.numbers(0xb16b00b5, 9)); // custom
        file.simple(frame(60), 60);
        file.obsolete(0, 3_000_000, frame(60), 60);
        file.block(0x80000001, frame(400));
        return file.enhanced(0, 4_000_000, frame(42), 1514);
    }

    static byte[] frame(int length) {
        byte[] frame = new byte[length];
        for (int i = 0; i < length; i++) {
            frame[i] = (byte) (length + i);
        }
        return frame;
    }

    CaptureBytes order(ByteOrder other) {
        order = other;
        return this;
    }

    CaptureBytes pcapHeader(int magic, int network) {
        return add(buffer(24)
                .putInt(magic)
                .putShort((short) 2)
                .putShort((short) 4)
                .putLong(0)
                .putInt(65535)
                .putInt(network));
    }

    CaptureBytes record(long seconds, long fraction, byte[] data, int length) {
        add(recordHeader(16, seconds, fraction, data.length, length), data);
        frameEnds.add(size());
        return this;
    }

    CaptureBytes longRecord(long seconds, long fraction, byte[] data, int interfaceNumber) {
        add(recordHeader(24, seconds, fraction, data.length, data.length).putInt(16, interfaceNumber), data);
        frameEnds.add(size());
        return this;
    }

    private ByteBuffer recordHeader(int size, long seconds, long fraction, int captured, int length) {
        return buffer(size)
                .putInt((int) seconds)
                .putInt((int) fraction)
                .putInt(captured)
                .putInt(length);
    }

    CaptureBytes section() {
        return block(
                SECTION,
                bytes(buffer(16)
                        .putInt(0x1a2b3c4d)
                        .putShort((short) 1)
                        .putShort((short) 0)
                        .putLong(-1)));
    }

    /** An interface; options as {@link #option} makes them. */
    CaptureBytes described(int linkType, int snapLength, byte[]... options) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(bytes(buffer(8).putShort((short) linkType).putInt(4, snapLength)));
        for (byte[] option : options) {
            body.writeBytes(option);
        }
        return block(1, body.toByteArray());
    }

    byte[] option(int code, byte[] value) {
        ByteBuffer option = buffer(4 + (value.length + 3 & ~3));
        option.putShort((short) code).putShort((short) value.length).put(value);
        return bytes(option);
    }

    byte[] resolution(int code) {
        return option(9, new byte[] {(byte) code});
    }

    byte[] offset(long seconds) {
        return option(14, bytes(buffer(8).putLong(seconds)));
    }

    CaptureBytes enhanced(int interfaceNumber, long ticks, byte[] data, int length, byte[]... options) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(numbers(interfaceNumber, (int) (ticks >>> 32), (int) ticks, data.length, length));
        body.writeBytes(data);
        body.writeBytes(new byte[-data.length & 3]);
        for (byte[] option : options) {
            body.writeBytes(option);
        }
        return packet(6, body.toByteArray());
    }

    CaptureBytes obsolete(int interfaceNumber, long ticks, byte[] data, int length) {
        ByteBuffer body = buffer(20 + data.length);
        body.putShort((short) interfaceNumber).putShort((short) 77);
        body.putInt((int) (ticks >>> 32)).putInt((int) ticks).putInt(data.length);
        return packet(2, bytes(body.putInt(length).put(data)));
    }

    CaptureBytes simple(byte[] data, int length) {
        return packet(3, bytes(buffer(4 + data.length).putInt(length).put(data)));
    }

    private CaptureBytes packet(int type, byte[] body) {
        block(type, body);
        frameEnds.add(size());
        return this;
    }

    CaptureBytes block(int type, byte[] body) {
        int length = 12 + (body.length + 3 & ~3);
        return block(type, body, length, length);
    }

    /** A block that says at its start and end that it has these lengths. */
    CaptureBytes block(int type, byte[] body, int first, int last) {
        return add(
                buffer(8).putInt(type).putInt(first),
                body,
                new byte[-body.length & 3],
                bytes(buffer(4).putInt(last)));
    }

    byte[] numbers(int... numbers) {
        ByteBuffer bytes = buffer(4 * numbers.length);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes(bytes);
    }

    private ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(order);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.capacity()];
        buffer.get(0, bytes);
        return bytes;
    }

    CaptureBytes add(byte[]... parts) {
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        ends.add(size());
        return this;
    }

    private CaptureBytes add(ByteBuffer first, byte[]... parts) {
        out.writeBytes(bytes(first));
        return add(parts);
    }

    int size() {
        return out.size();
    }

    /** Where the file header and each record or block ends. */
    List<Integer> ends() {
        return ends;
    }

    /** Where the records and blocks of frames end. */
    List<Integer> frameEnds() {
        return frameEnds;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    InputStream stream() {
        return new ByteArrayInputStream(bytes());
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
