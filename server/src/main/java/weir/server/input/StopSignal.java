// SPDX-License-Identifier: Apache-2.0
package weir.server.input;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The user's wish to stop (Ctrl-C, a termination signal), and time to write down what was seen until then. */
public final class StopSignal implements Stop {

    private static final long GRACE_SECONDS = 120;

    private final StandardInput standardInput;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::wish, "stop");
    private volatile boolean wished;
    private volatile int status;

    /** @param standardInput ended by the wish: nobody knows when its next byte would come */
    public StopSignal(StandardInput standardInput) {
        this.standardInput = standardInput;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Runs when the process is told to end, which it does when this is over. */
    private void wish() {
        wished = true;
        try {
            standardInput.close();
        } catch (IOException stillOpen) {
            // then the wish is seen at the next frame
        }
        try {
            if (done.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(status);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean wished() {
        return wished;
    }

    /** Ends the process with a status of its own choice, whether it was told to end or not. */
    public void exit(int with) {
        status = with;
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // then the hook ends it
        }
        System.exit(with);
    }
}
