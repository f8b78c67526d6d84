// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture.live;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Sends frames as they are on an interface. */
final class FrameSender implements AutoCloseable {

    private static final MethodHandle SEND = Libc.function("send", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);

    private final Arena arena = Arena.ofConfined();
    private final Libc libc = new Libc(arena);
    private final MemorySegment frame = arena.allocate(1 << 18);
    private final int socket;

    FrameSender(String link) {
        socket = libc.socket(PacketAbi.AF_PACKET, PacketAbi.SOCK_RAW, 0);
        MemorySegment address = arena.allocate(PacketAbi.ADDRESS_BYTES, 4);
        address.set(JAVA_SHORT, 0, (short) PacketAbi.AF_PACKET);
        address.set(JAVA_INT, 4, libc.index(arena.allocateFrom(link)));
        if (libc.bind(socket, address) < 0) {
            throw new IllegalStateException("bind: " + libc.text(libc.error()));
        }
    }

    /** False where the interface does not take it, say for its length. */
    boolean send(byte[] data, int offset, int length) {
        MemorySegment.copy(data, offset, frame, JAVA_BYTE, 0, length);
        try {
            long sent = (long) SEND.invokeExact(libc.state(), socket, frame, (long) length, 0);
            return sent == length;
        } catch (Throwable e) {
            throw Libc.defect(e);
        }
    }

    @Override
    public void close() {
        libc.close(socket);
        arena.close();
    }
}
