// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A capture in the block format of Wireshark (draft-ietf-opsawg-pcapng). A file is one section or more, each with its
 * byte order and interfaces; what is no frame and no interface is passed over.
 *
 * <pre>
 * block:   type(4) block length(4) body block length(4)
 * section: 0x0A0D0D0A; body: order(4) major(2) minor(2) section length(8) options
 * packet:  6; body: interface(4) ticks high(4) low(4) captured(4) length(4) bytes(captured) padding options
 * packet:  2; the same with interface(2) drops(2)
 * packet:  3; body: length(4) bytes(all, or the snap length of interface 0)
 * </pre>
 */
final class Pcapng extends CaptureFile {

    static final int SECTION = 0x0a0d_0d0a;
    private static final int INTERFACE = 1;
    private static final int OBSOLETE_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;

    private static final int ORDER = 0x1a2b_3c4d;

    /** Head and tail of any block. */
    private static final int SMALLEST_BLOCK = 12;

    private static final int SMALLEST_SECTION = 28;
    private static final int SMALLEST_INTERFACE = 20;
    private static final int SIMPLE_HEADER = 12;
    private static final int PACKET_HEADER = 28;

    /** Longest block that is read rather than passed over: a frame and as much again for its options. */
    private static final int LONGEST_BLOCK = 2 * LONGEST_FRAME;

    private static final int MOST_INTERFACES = 1 << 16;

    private final List<CaptureInterface> interfaces = new ArrayList<>();
    private long time;

    private Pcapng(Input input) {
        super(input);
    }

    /** Begins at the first section header, of which the chunk holds the type. */
    static Pcapng open(Input input) throws IOException {
        if (input.chunk().has(12) && !ordered(input.chunk())) {
            throw new NotACapture(input.name() + ": byte 8: begins like a pcapng file but has no byte order mark;"
                    + " give a capture made by tcpdump, Wireshark or dumpcap");
        }
        return new Pcapng(input);
    }

    @Override
    public boolean next(Frame frame) throws IOException {
        while (chunk.has(SMALLEST_BLOCK)) {
            int type = chunk.i32(0);
            boolean good = type == SECTION ? section() : block(type, chunk.u32(4), frame);
            if (!good) {
                return false;
            }
            if (type == ENHANCED_PACKET || type == SIMPLE_PACKET || type == OBSOLETE_PACKET) {
                return true;
            }
        }
        return ended("a block", SMALLEST_BLOCK);
    }

    /** Reads a block; false where it is damaged. */
    private boolean block(int type, long length, Frame frame) throws IOException {
        return switch (type) {
            case ENHANCED_PACKET -> whole(length, PACKET_HEADER + 4) && packet(frame, chunk.u32(8), (int) length);
            case OBSOLETE_PACKET -> whole(length, PACKET_HEADER + 4) && packet(frame, chunk.u16(8), (int) length);
            case SIMPLE_PACKET -> whole(length, SIMPLE_HEADER + 4) && simplePacket(frame, (int) length);
            case INTERFACE -> whole(length, SMALLEST_INTERFACE) && describedInterface((int) length);
            default -> passed(length, SMALLEST_BLOCK);
        };
    }

    private boolean section() throws IOException {
        if (!ordered(chunk)) {
            return damaged(chunk.position(), "a section without a byte order mark");
        }
        if (chunk.has(SMALLEST_SECTION) && chunk.u16(12) != 1) {
            return damaged(
                    chunk.position(),
                    "a section of pcapng version " + chunk.u16(12) + "." + chunk.u16(14) + ", which is not known");
        }
        interfaces.clear();
        return passed(chunk.u32(4), SMALLEST_SECTION);
    }

    /** Sets the chunk to the byte order of the section whose first 12 bytes it holds. */
    private static boolean ordered(Chunk chunk) {
        chunk.bigEndian(false);
        if (chunk.i32(8) == ORDER) {
            return true;
        }
        chunk.bigEndian(true);
        return chunk.i32(8) == ORDER;
    }

    private boolean describedInterface(int length) {
        @Nullable CaptureInterface described = CaptureInterface.read(chunk, length);
        if (described == null) {
            return damaged(chunk.position(), "an interface with an option that is longer than its block");
        }
        if (interfaces.size() == MOST_INTERFACES) {
            return damaged(chunk.position(), "more than " + MOST_INTERFACES + " interfaces in a section");
        }
        interfaces.add(described);
        chunk.take((int) padded(length));
        return true;
    }

    private boolean packet(Frame frame, long interfaceNumber, int blockLength) {
        if (interfaceNumber >= interfaces.size()) {
            return noInterface(interfaceNumber);
        }
        int captured = chunk.i32(20);
        int room = blockLength - PACKET_HEADER - 4;
        if (captured < 0 || captured > Math.min(room, LONGEST_FRAME)) {
            return damaged(
                    chunk.position(),
                    "a frame of " + Integer.toUnsignedString(captured) + " bytes in a block with room for " + room);
        }
        CaptureInterface from = interfaces.get((int) interfaceNumber);
        time = from.scale().nanoseconds(chunk.u32(12) << 32 | chunk.u32(16));
        int length = chunk.i32(24);
        fill(frame, from, PACKET_HEADER, captured, length);
        frame.interfaceNumber = (int) interfaceNumber;
        chunk.take((int) padded(blockLength));
        return true;
    }

    /** A frame of interface 0 without a time: it has that of the frame before. */
    private boolean simplePacket(Frame frame, int blockLength) {
        if (interfaces.isEmpty()) {
            return noInterface(0);
        }
        CaptureInterface from = interfaces.getFirst();
        int length = chunk.i32(8);
        int room = Math.min(blockLength - SIMPLE_HEADER - 4, LONGEST_FRAME);
        int captured = Math.min(length < 0 ? Integer.MAX_VALUE : length, Math.min(room, from.snapLength()));
        fill(frame, from, SIMPLE_HEADER, captured, length);
        frame.interfaceNumber = 0;
        chunk.take((int) padded(blockLength));
        return true;
    }

    private void fill(Frame frame, CaptureInterface from, int header, int captured, int length) {
        frame.time = time;
        frame.data = chunk.data();
        frame.offset = chunk.at() + header;
        frame.captured = captured;
        frame.length = length < 0 ? Integer.MAX_VALUE : Math.max(captured, length);
        frame.linkType = from.linkType();
        number(frame);
    }

    private boolean noInterface(long interfaceNumber) {
        return damaged(
                chunk.position(),
                "a frame of interface " + interfaceNumber + ", but the section describes " + interfaces.size());
    }

    /** Whether the next block is all there and both its lengths agree. */
    private boolean whole(long length, int smallest) throws IOException {
        if (length < smallest || length > LONGEST_BLOCK) {
            return badLength(chunk.position(), length);
        }
        int padded = (int) padded(length);
        if (!chunk.has(padded)) {
            return ended("a block", padded);
        }
        long again = chunk.u32(padded - 4);
        return again == length || unequal(chunk.position(), length, again);
    }

    /** Moves behind a block of any length without keeping it. */
    private boolean passed(long length, int smallest) throws IOException {
        long start = chunk.position();
        long padded = padded(length);
        if (length < smallest) {
            return badLength(start, length);
        }
        if (!chunk.skip(padded - 4) || !chunk.has(4)) {
            long there = chunk.position() + chunk.left() - start;
            return damaged(start, "a block is cut: " + there + " of " + padded + " bytes are there");
        }
        long again = chunk.u32(0);
        chunk.take(4);
        return again == length || unequal(start, length, again);
    }

    /** A block ends on a multiple of four bytes; some writers forget that in its length, and are forgiven. */
    private static long padded(long length) {
        return length + 3 & ~3L;
    }

    private boolean badLength(long start, long length) {
        return damaged(start, "a block of " + length + " bytes cannot be");
    }

    private boolean unequal(long start, long length, long again) {
        return damaged(start, "a block says at its start that it has " + length + " bytes, at its end " + again);
    }
}
