// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture.live;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/** Two network namespaces, and pairs of interfaces w0-s0, w1-s1 between the one that watches and the one that sends. */
final class Cable implements AutoCloseable {

    private static final AtomicInteger MADE = new AtomicInteger();
    private static final MethodHandle OPEN = Libc.variadic("open", 2, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle ENTER = Libc.function("setns", JAVA_INT, JAVA_INT, JAVA_INT);

    private final String watching;
    private final String sending;

    Cable(int pairs) {
        String name = "weir" + ProcessHandle.current().pid() + "-" + MADE.incrementAndGet();
        watching = name + "w";
        sending = name + "s";
        ip("netns", "add", watching);
        ip("netns", "add", sending);
        for (int i = 0; i < pairs; i++) {
            lay(i);
        }
    }

    static boolean isPossible() {
        String probe = "weir" + ProcessHandle.current().pid() + "probe";
        return run(List.of("ip", "netns", "add", probe)) == 0 && run(List.of("ip", "netns", "del", probe)) == 0;
    }

    void lay(int number) {
        String w = "w" + number;
        String s = "s" + number;
        ip(
                "-n", watching, "link", "add", w, "mtu", "65000", "type", "veth", "peer", "name", s, "mtu", "65000",
                "netns", sending);
        sysctl(watching, w);
        sysctl(sending, s);
        ip("-n", watching, "link", "set", w, "up");
        ip("-n", sending, "link", "set", s, "up");
    }

    void cut(int number) {
        ip("-n", watching, "link", "del", "w" + number);
    }

    void down(int number) {
        ip("-n", watching, "link", "set", "w" + number, "down");
    }

    void up(int number) {
        ip("-n", watching, "link", "set", "w" + number, "up");
    }

    private static void sysctl(String namespace, String link) {
        run(List.of("ip", "netns", "exec", namespace, "sysctl", "-qw", "net.ipv6.conf." + link + ".disable_ipv6=1"));
    }

    /** Runs in the namespace that watches. */
    <T> T watching(Callable<T> work) throws Exception {
        return inside(watching, work);
    }

    <T> T sending(Callable<T> work) throws Exception {
        return inside(sending, work);
    }

    private static <T> T inside(String namespace, Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(() -> {
            enter(namespace);
            return work.call();
        });
        Thread thread = new Thread(task, namespace);
        thread.start();
        return task.get();
    }

    private static void enter(String namespace) {
        try (Arena arena = Arena.ofConfined()) {
            Libc libc = new Libc(arena);
            int file = (int) OPEN.invokeExact(libc.state(), arena.allocateFrom("/run/netns/" + namespace), 0);
            int entered = (int) ENTER.invokeExact(libc.state(), file, 0);
            libc.close(file);
            if (entered < 0) {
                throw new IllegalStateException("setns: " + libc.text(libc.error()));
            }
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    static void ip(String... arguments) {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments));
        if (run(command) != 0) {
            throw new IllegalStateException("failed: " + command);
        }
    }

    private static int run(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        ip("netns", "del", watching);
        ip("netns", "del", sending);
    }
}
