// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture.live;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import weir.wire.capture.Damage;
import weir.wire.capture.Frame;
import weir.wire.capture.FrameSource;

/**
 * Frames as they pass on interfaces, read by one thread. Those of several interfaces are in order of time: where an
 * interface is silent, the others wait {@link #HOLD_NANOSECONDS} for what it may still hand over. No end but the wish for one.
 */
public final class LiveSource implements FrameSource {

    /** More than twice the time after which the kernel hands over a block that is not full. */
    private static final long HOLD_NANOSECONDS = 50_000_000L;

    private static final int LONGEST_WAIT_MILLISECONDS = 100;
    private static final int HELD_WAIT_MILLISECONDS = 5;
    private static final long BETWEEN_LOOKS = 1_000_000_000L;
    private static final int FRAMES_BETWEEN_CLOCKS = 4096;
    private static final int MOST_INTERFACES = 64;

    private final Arena arena = Arena.ofShared();
    private final Libc libc;
    private final PacketSocket[] sockets;
    private final MemorySegment polled;
    private final LiveListener listener;
    private final BooleanSupplier ended;
    private long settled = Long.MIN_VALUE;
    private long looked = System.nanoTime();
    private boolean silent;
    private long packets;
    private long bytes;
    private long dropped;
    private boolean closed;

    private LiveSource(List<String> names, RingSize size, LiveListener listener, BooleanSupplier ended)
            throws CannotListen {
        this.listener = listener;
        this.ended = ended;
        libc = new Libc(arena);
        List<PacketSocket> opened = new ArrayList<>();
        try {
            for (String name : names) {
                opened.add(PacketSocket.open(name, size, libc, arena));
            }
        } catch (CannotListen failed) {
            opened.forEach(PacketSocket::close);
            arena.close();
            throw failed;
        }
        sockets = opened.toArray(PacketSocket[]::new);
        polled = arena.allocate((long) PacketAbi.POLL_BYTES * sockets.length, Integer.BYTES);
    }

    /** @param ended asked at least ten times a second whether it is enough */
    public static LiveSource open(List<String> names, RingSize size, LiveListener listener, BooleanSupplier ended)
            throws CannotListen {
        Platform.check();
        if (names.isEmpty() || names.size() > MOST_INTERFACES) {
            throw new CannotListen("give 1 to " + MOST_INTERFACES + " interfaces; there are "
                    + String.join(", ", Platform.interfaces()));
        }
        return new LiveSource(names, size, listener, ended);
    }

    @Override
    public boolean next(Frame frame) {
        if (packets % FRAMES_BETWEEN_CLOCKS == 0) {
            if (isOver()) {
                return false;
            }
            look();
        }
        while (true) {
            int first = first();
            if (first >= 0 && (!silent || isSettled(sockets[first]))) {
                deliver(first, frame);
                return true;
            }
            if (isOver()) {
                return false;
            }
            await(first < 0 ? LONGEST_WAIT_MILLISECONDS : HELD_WAIT_MILLISECONDS);
            look();
        }
    }

    private boolean isOver() {
        return closed || ended.getAsBoolean();
    }

    /** Which interface has the earliest frame; -1 where none has one. */
    private int first() {
        int first = -1;
        silent = false;
        for (int i = 0; i < sockets.length; i++) {
            PacketSocket socket = sockets[i];
            if (!socket.ready()) {
                silent |= !socket.isGone();
            } else if (first < 0 || socket.time() < sockets[first].time()) {
                first = i;
            }
        }
        return first;
    }

    /** Whether no silent interface can still hand over an earlier frame; a clock that was set back ends the wait too. */
    private boolean isSettled(PacketSocket socket) {
        if (sockets.length == 1 || socket.time() <= settled) {
            return true;
        }
        boolean old = System.nanoTime() - socket.taken() > HOLD_NANOSECONDS;
        settled = System.currentTimeMillis() * 1_000_000L - HOLD_NANOSECONDS;
        return old;
    }

    private void deliver(int number, Frame frame) {
        sockets[number].next(frame);
        frame.input = number;
        frame.interfaceNumber = number;
        frame.packet = ++packets;
        bytes += frame.captured;
    }

    private void await(int milliseconds) {
        for (int i = 0; i < sockets.length; i++) {
            PacketSocket socket = sockets[i];
            long at = (long) i * PacketAbi.POLL_BYTES;
            polled.set(JAVA_INT, at, socket.isGone() ? -1 : socket.descriptor());
            polled.set(JAVA_INT, at + 4, socket.ready() ? 0 : PacketAbi.POLLIN);
        }
        if (libc.poll(polled, sockets.length, milliseconds) <= 0) {
            return;
        }
        for (int i = 0; i < sockets.length; i++) {
            if ((polled.get(JAVA_SHORT, (long) i * PacketAbi.POLL_BYTES + 6) & PacketAbi.POLLERR) != 0) {
                listener.gone(sockets[i].name(), sockets[i].failure());
            }
        }
    }

    /** Once a second: what was lost, and who is back. */
    private void look() {
        long now = System.nanoTime();
        if (now - looked < BETWEEN_LOOKS) {
            return;
        }
        looked = now;
        count();
        for (PacketSocket socket : sockets) {
            if (socket.isGone() && socket.isBack()) {
                listener.back(socket.name());
            }
        }
    }

    private void count() {
        for (PacketSocket socket : sockets) {
            long lost = socket.dropped();
            if (lost > 0) {
                dropped += lost;
                listener.dropped(socket.name(), lost);
            }
        }
    }

    /** Frames that the kernel had no room for, as far as it was asked yet; {@link #close} asks a last time. */
    @Override
    public long dropped() {
        return dropped;
    }

    @Override
    public List<Damage> damages() {
        return List.of();
    }

    @Override
    public @Nullable Damage damage() {
        return null;
    }

    @Override
    public long position() {
        return bytes;
    }

    @Override
    public long size() {
        return -1;
    }

    /** Called by the thread that asks for frames. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        count();
        for (PacketSocket socket : sockets) {
            socket.close();
        }
        arena.close();
    }
}
