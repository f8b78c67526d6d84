// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** {@code weir logs --listen} within the test, until closed. */
final class Listening implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("weir: listens on \\w+://127\\.0\\.0\\.1:(\\d+)");

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();
    private final CompletableFuture<Integer> exit;
    private volatile boolean stopped;

    Listening(Object... arguments) {
        CommandLine line = Main.line(InputStream.nullInputStream(), lines, () -> stopped);
        line.setErr(new PrintWriter(err));
        List<String> all = new ArrayList<>(List.of("logs"));
        Arrays.stream(arguments).map(Object::toString).forEach(all::add);
        exit = CompletableFuture.supplyAsync(() -> line.execute(all.toArray(String[]::new)));
    }

    /** The ports at which it listens, so many. */
    List<Integer> ports(int wanted) throws InterruptedException {
        for (int look = 0; look < 2000; look++) {
            List<Integer> ports = new ArrayList<>();
            Matcher port = PORT.matcher(err.toString());
            while (port.find()) {
                ports.add(Integer.parseInt(port.group(1)));
            }
            if (ports.size() >= wanted) {
                return ports;
            }
            Thread.sleep(5);
        }
        throw new AssertionError(err.toString());
    }

    /** The lines told so far, as soon as they are so many. */
    List<String> lines(int wanted) throws InterruptedException {
        List<String> told = List.of();
        for (int look = 0; look < 2000 && told.size() < wanted; look++) {
            Thread.sleep(5);
            told = lines.toString(StandardCharsets.UTF_8).lines().toList();
        }
        return told;
    }

    /** Wishes the end. */
    int stopped() {
        stopped = true;
        return exit.orTimeout(10, TimeUnit.SECONDS).join();
    }

    String err() {
        return err.toString();
    }

    @Override
    public void close() {
        stopped();
    }
}
