// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture.live;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * The calls of the C library that listening needs. Each returns what the C function does, -1 for a failure of which
 * {@link #error} is the number. An instance belongs to one thread. Only for a machine that {@link Platform} knows.
 */
@SuppressWarnings("restricted")
final class Libc {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");

    private static final MethodHandle SOCKET = function("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle BIND = function("bind", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle NAME = function("getsockname", JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
    private static final MethodHandle SET_OPTION =
            function("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle GET_OPTION =
            function("getsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
    private static final MethodHandle MAP =
            function("mmap", ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);
    private static final MethodHandle UNMAP = function("munmap", JAVA_INT, ADDRESS, JAVA_LONG);
    private static final MethodHandle POLL = function("poll", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
    private static final MethodHandle CLOSE = function("close", JAVA_INT, JAVA_INT);
    private static final MethodHandle INDEX = function("if_nametoindex", JAVA_INT, ADDRESS);
    private static final MethodHandle IOCTL = variadic("ioctl", 2, JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS);
    private static final MethodHandle TEXT = function("strerror", ADDRESS, JAVA_INT);

    private static final int LONGEST_TEXT = 256;

    private final MemorySegment state;

    Libc(Arena arena) {
        state = arena.allocate(Linker.Option.captureStateLayout());
    }

    static MethodHandle function(String name, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments), ERRNO);
    }

    /** @param named how many arguments the C declaration has before its dots */
    static MethodHandle variadic(String name, int named, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(result, arguments),
                ERRNO,
                Linker.Option.firstVariadicArg(named));
    }

    /** Number of the last failure. */
    int error() {
        return state.get(JAVA_INT, 0);
    }

    MemorySegment state() {
        return state;
    }

    /** What a failure is called in C. */
    String text(int error) {
        try {
            MemorySegment text = (MemorySegment) TEXT.invokeExact(state, error);
            return text.reinterpret(LONGEST_TEXT).getString(0);
        } catch (Throwable e) {
            throw defect(e);
        }
    }

    int socket(int family, int type, int protocol) {
        try {
            return (int) SOCKET.invokeExact(state, family, type, protocol);
        } catch (Throwable e) {
            throw defect(e);
        }
    }

    int bind(int socket, MemorySegment address) {
        try {
            return (int) BIND.invokeExact(state, socket, address, (int) address.byteSize());
        } catch (Throwable e) {
            throw defect(e);
        }
    }

    int name(int socket, MemorySegment address, MemorySegment length) {
        try {
            return (int) NAME.invokeExact(state, socket, address, length);
        } catch (Throwable e) {
            throw defect(e);
        }
    }

    int setOption(int socket, int level, int option, MemorySegment value) {
        try {
            return (int) SET_OPTION.invokeExact(state, socket, level, option, value, (int) value.byteSize());
        } catch (Throwable e) {
            throw defect(e);
        }
    }

    int getOption(int socket, int level, int option, MemorySegment value, MemorySegment length) {
        try {
            return (int) GET_OPTION.invokeExact(state, socket, level, option, value, length);
        } catch (Throwable e) {
            throw defect(e);
        }
    }

    /** Maps a whole socket ring; an address of -1 is a failure. */
    MemorySegment map(int socket, long bytes) {
        try {
            return (MemorySegment) MAP.invokeExact(
                    state, MemorySegment.NULL, bytes, PacketAbi.PROT_READ_WRITE, PacketAbi.MAP_SHARED, socket, 0L);
        } catch (Throwable e) {
            throw defect(e);
        }
    }

    int unmap(MemorySegment memory) {
        try {
            return (int) UNMAP.invokeExact(state, memory, memory.byteSize());
        } catch (Throwable e) {
            throw defect(e);
        }
    }

    int poll(MemorySegment descriptors, long count, int milliseconds) {
        try {
            return (int) POLL.invokeExact(state, descriptors, count, milliseconds);
        } catch (Throwable e) {
            throw defect(e);
        }
    }

    int close(int descriptor) {
        try {
            return (int) CLOSE.invokeExact(state, descriptor);
        } catch (Throwable e) {
            throw defect(e);
        }
    }

    /** Number of the interface with a name; 0 where there is none. */
    int index(MemorySegment name) {
        try {
            return (int) INDEX.invokeExact(state, name);
        } catch (Throwable e) {
            throw defect(e);
        }
    }

    int ioctl(int descriptor, long request, MemorySegment argument) {
        try {
            return (int) IOCTL.invokeExact(state, descriptor, request, argument);
        } catch (Throwable e) {
            throw defect(e);
        }
    }

    static IllegalStateException defect(Throwable e) {
        return new IllegalStateException("a call of the C library is declared wrongly", e);
    }
}
