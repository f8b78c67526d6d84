// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture.live;

import static weir.wire.capture.live.PacketAbi.BLOCK_BYTES;
import static weir.wire.capture.live.PacketAbi.BLOCK_FIRST;
import static weir.wire.capture.live.PacketAbi.BLOCK_HEADER;
import static weir.wire.capture.live.PacketAbi.BLOCK_PACKETS;
import static weir.wire.capture.live.PacketAbi.BLOCK_STATUS;
import static weir.wire.capture.live.PacketAbi.PACKET_HEADER;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import weir.wire.capture.Frame;

/**
 * The blocks of frames that the kernel fills for one interface. A block is copied whole and given back at once, so that
 * the kernel has all its room while the frames are decoded.
 */
final class Ring {

    private static final VarHandle STATUS = ValueLayout.JAVA_INT.varHandle();
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int ADDRESSES = 12;
    private static final int TAG = 4;
    private static final short USUAL_TPID = (short) 0x8100;
    private static final long SECOND = 1_000_000_000L;

    private final MemorySegment memory;
    private final RingSize size;
    private final int linkType;
    private final boolean withOutgoing;
    private final byte[] block;

    private int current;
    private int end;
    private int at;
    private int left;
    private long taken;
    private long unreadable;

    /** @param withOutgoing whether frames that this machine sends count; on the loopback they come a second time */
    Ring(MemorySegment memory, RingSize size, int linkType, boolean withOutgoing) {
        this.memory = memory;
        this.size = size;
        this.linkType = linkType;
        this.withOutgoing = withOutgoing;
        this.block = new byte[size.blockBytes()];
    }

    /** Whether there is a frame now. */
    boolean ready() {
        while (left > 0 || take()) {
            if (!sound()) {
                unreadable += left;
                left = 0;
            } else if (withOutgoing || block[at + PacketAbi.PACKET_DIRECTION] != PacketAbi.OUTGOING) {
                return true;
            } else {
                pass();
            }
        }
        return false;
    }

    /** Time of the frame that is there, nanoseconds since the epoch. */
    long time() {
        return (i32(at + PacketAbi.PACKET_SECONDS) & 0xffff_ffffL) * SECOND + i32(at + PacketAbi.PACKET_NANOSECONDS);
    }

    /** When the block of the frame that is there was taken, by {@link System#nanoTime}. */
    long taken() {
        return taken;
    }

    /** Frames since the last asking that could not be found in their block, which a kernel without defect never makes. */
    long unreadable() {
        long count = unreadable;
        unreadable = 0;
        return count;
    }

    /** Fills in the frame that is there, and goes to the next one. */
    void next(Frame frame) {
        frame.data = block;
        frame.offset = at + u16(at + PacketAbi.PACKET_MAC);
        frame.captured = i32(at + PacketAbi.PACKET_CAPTURED);
        frame.length = Math.max(frame.captured, i32(at + PacketAbi.PACKET_LENGTH));
        frame.linkType = linkType;
        frame.time = time();
        int status = i32(at + PacketAbi.PACKET_STATUS);
        if ((status & PacketAbi.STATUS_VLAN) != 0 && frame.captured >= ADDRESSES) {
            tag(frame, status);
        }
        pass();
    }

    /** Puts the VLAN tag back between addresses and type, into the free bytes before the frame. */
    private void tag(Frame frame, int status) {
        int from = frame.offset;
        int to = from - TAG;
        System.arraycopy(block, from, block, to, ADDRESSES);
        short tpid = (status & PacketAbi.STATUS_TPID) == 0
                ? USUAL_TPID
                : (short) SHORT.get(block, at + PacketAbi.PACKET_TPID);
        SHORT.set(block, to + ADDRESSES, Short.reverseBytes(tpid));
        SHORT.set(block, to + ADDRESSES + 2, Short.reverseBytes((short) SHORT.get(block, at + PacketAbi.PACKET_TCI)));
        frame.offset = to;
        frame.captured += TAG;
        frame.length += TAG;
    }

    private void pass() {
        at += i32(at + PacketAbi.PACKET_NEXT);
        left--;
    }

    /** Whether the header and the bytes of the frame at hand are within the block. */
    private boolean sound() {
        if (at < BLOCK_HEADER || at > end - PACKET_HEADER) {
            return false;
        }
        int mac = u16(at + PacketAbi.PACKET_MAC);
        int captured = i32(at + PacketAbi.PACKET_CAPTURED);
        int next = i32(at + PacketAbi.PACKET_NEXT);
        return mac >= PACKET_HEADER + PacketAbi.ADDRESS_BYTES
                && captured >= 0
                && captured <= end - at - mac
                && (left == 1 || next > 0 && next <= end - at);
    }

    /** Copies the next block, if the kernel has handed it over. */
    private boolean take() {
        long start = (long) current * size.blockBytes();
        int status = (int) STATUS.getAcquire(memory, start + BLOCK_STATUS);
        if ((status & PacketAbi.STATUS_USER) == 0) {
            return false;
        }
        left = memory.get(ValueLayout.JAVA_INT, start + BLOCK_PACKETS);
        at = memory.get(ValueLayout.JAVA_INT, start + BLOCK_FIRST);
        end = Math.clamp(memory.get(ValueLayout.JAVA_INT, start + BLOCK_BYTES), 0, size.blockBytes());
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, start, block, 0, end);
        STATUS.setRelease(memory, start + BLOCK_STATUS, PacketAbi.STATUS_KERNEL);
        current = (current + 1) % size.blocks();
        taken = System.nanoTime();
        return true;
    }

    private int i32(int index) {
        return (int) INT.get(block, index);
    }

    private int u16(int index) {
        return (short) SHORT.get(block, index) & 0xffff;
    }
}
