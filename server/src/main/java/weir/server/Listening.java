// SPDX-License-Identifier: Apache-2.0
package weir.server;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import weir.server.site.Site;
import weir.wire.capture.live.LiveListener;
import weir.wire.capture.live.LiveSource;
import weir.wire.capture.live.RingSize;

/** A site that listens to interfaces of this machine, in a thread of its own, until it is closed. */
final class Listening implements AutoCloseable {

    /** Says what happens to the interfaces; lost frames are told by the site. */
    private record Said(BiConsumer<String, Throwable> problems) implements LiveListener {
        @Override
        public void dropped(String network, long packets) {}

        @Override
        public void gone(String network, String why) {
            problems.accept("interface " + network, new IOException("is gone, and tried again: " + why));
        }

        @Override
        public void back(String network) {
            problems.accept("interface " + network, new IOException("is back"));
        }
    }

    private final Thread thread;
    private volatile boolean closed;

    /** When this returns it listens; throws where it may not or cannot. */
    Listening(Site site, List<String> interfaces, BiConsumer<String, Throwable> problems) throws IOException {
        CompletableFuture<Boolean> opened = new CompletableFuture<>();
        thread = Thread.ofPlatform().name("listening").daemon().start(() -> listen(site, interfaces, problems, opened));
        try {
            opened.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IOException cannot ? cannot : new IOException(e.getCause());
        }
    }

    /** The thread that opens the source also reads and closes it. */
    private void listen(
            Site site,
            List<String> interfaces,
            BiConsumer<String, Throwable> problems,
            CompletableFuture<Boolean> opened) {
        try (LiveSource source = LiveSource.open(interfaces, RingSize.USUAL, new Said(problems), () -> closed)) {
            opened.complete(true);
            site.read("live " + String.join(",", interfaces), source, () -> closed, (packets, at) -> {});
        } catch (IOException | RuntimeException e) {
            if (!opened.completeExceptionally(e)) {
                problems.accept("listening", e);
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join(5_000);
    }
}
