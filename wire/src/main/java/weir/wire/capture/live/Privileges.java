// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture.live;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The rights of this process that listening needs and nothing after it does. Capabilities belong to a thread: dropping
 * them reaches the calling thread and those that it starts later, while a change of the user reaches all threads, since
 * the C library carries it to each.
 */
public final class Privileges {

    static final String MISSING = "it needs the capability CAP_NET_RAW: run it as root, or as another user by"
            + " `setpriv --reuid USER --clear-groups --inh-caps +net_raw --ambient-caps +net_raw COMMAND`,"
            + " or as a service of systemd with AmbientCapabilities=CAP_NET_RAW";

    /** linux/prctl.h and linux/capability.h. */
    private static final int PR_SET_NO_NEW_PRIVS = 38;

    private static final int PR_CAP_AMBIENT = 47;
    private static final long PR_CAP_AMBIENT_CLEAR_ALL = 4;
    private static final int CAPABILITY_VERSION_3 = 0x20080522;
    private static final int CAPABILITY_HEADER = 8;
    private static final int CAPABILITY_SETS = 24;

    private Privileges() {}

    /**
     * What is left after dropping.
     *
     * @param threads how many there are
     * @param able those of them that could still take a capability: of the Java machine itself, started before
     */
    public record Left(int threads, int able) {}

    /** Gives up all capabilities of this thread, and of those that it will start, for good. */
    public static Left drop() throws CannotListen {
        Platform.check();
        try (Arena arena = Arena.ofConfined()) {
            Calls calls = new Calls(arena);
            calls.must(calls.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL), "clear the ambient capabilities");
            calls.must(calls.prctl(PR_SET_NO_NEW_PRIVS, 1), "refuse new privileges");
            MemorySegment header = arena.allocate(CAPABILITY_HEADER, Integer.BYTES);
            header.set(JAVA_INT, 0, CAPABILITY_VERSION_3);
            calls.must(calls.capset(header, arena.allocate(CAPABILITY_SETS, Integer.BYTES)), "drop the capabilities");
        }
        return left();
    }

    /** Becomes another user on all threads, who then have no capability; for a process that runs as root. */
    public static Left become(int user, int group) throws CannotListen {
        Platform.check();
        try (Arena arena = Arena.ofConfined()) {
            Calls calls = new Calls(arena);
            calls.must(calls.setgroups(), "leave the groups");
            calls.must(calls.setresgid(group), "become group " + group);
            calls.must(calls.setresuid(user), "become user " + user);
        }
        return drop();
    }

    /** Counts the threads of this process, and those that have a capability they may use. */
    static Left left() {
        int threads = 0;
        int able = 0;
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path task : tasks) {
                threads++;
                able += isAble(task) ? 1 : 0;
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Left(threads, able);
    }

    private static boolean isAble(Path task) throws IOException {
        try {
            for (String line : Files.readAllLines(task.resolve("status"))) {
                if (line.startsWith("CapPrm:")) {
                    return !line.substring(line.indexOf('\t') + 1).matches("0+");
                }
            }
        } catch (NoSuchFileException ended) {
            return false;
        }
        return false;
    }

    /** The calls of the C library that change rights. */
    private static final class Calls {

        private static final MethodHandle PRCTL =
                Libc.variadic("prctl", 1, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
        private static final MethodHandle CAPSET = Libc.function("capset", JAVA_INT, ADDRESS, ADDRESS);
        private static final MethodHandle GROUPS = Libc.function("setgroups", JAVA_INT, JAVA_LONG, ADDRESS);
        private static final MethodHandle GROUP = Libc.function("setresgid", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
        private static final MethodHandle USER = Libc.function("setresuid", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);

        private final Libc libc;

        Calls(Arena arena) {
            libc = new Libc(arena);
        }

        int prctl(int what, long value) {
            try {
                return (int) PRCTL.invokeExact(libc.state(), what, value, 0L, 0L, 0L);
            } catch (Throwable e) {
                throw Libc.defect(e);
            }
        }

        int capset(MemorySegment header, MemorySegment sets) {
            try {
                return (int) CAPSET.invokeExact(libc.state(), header, sets);
            } catch (Throwable e) {
                throw Libc.defect(e);
            }
        }

        int setgroups() {
            try {
                return (int) GROUPS.invokeExact(libc.state(), 0L, MemorySegment.NULL);
            } catch (Throwable e) {
                throw Libc.defect(e);
            }
        }

        int setresgid(int group) {
            try {
                return (int) GROUP.invokeExact(libc.state(), group, group, group);
            } catch (Throwable e) {
                throw Libc.defect(e);
            }
        }

        int setresuid(int user) {
            try {
                return (int) USER.invokeExact(libc.state(), user, user, user);
            } catch (Throwable e) {
                throw Libc.defect(e);
            }
        }

        void must(int result, String what) throws CannotListen {
            if (result < 0) {
                throw new CannotListen("cannot " + what + " (" + libc.text(libc.error())
                        + "); start it with fewer privileges instead");
            }
        }
    }
}
