// SPDX-License-Identifier: Apache-2.0
package weir.server.input;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The user's wish to stop (Ctrl-C, a termination signal), and time to write down what was seen until then. */
public final class StopSignal implements Stop {

    private static final long GRACE_SECONDS = 120;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::wish, "stop");
    private volatile boolean wished;

    public StopSignal() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void wish() {
        wished = true;
        try {
            if (!done.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean wished() {
        return wished;
    }

    @Override
    public void close() {
        done.countDown();
        if (!wished) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
