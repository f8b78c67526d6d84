// SPDX-License-Identifier: Apache-2.0
package weir.plant;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The timetable of one station, in seconds of the recording. All processes of a scene share its zero, {@code
 * PLANT_ZERO} (milliseconds of the epoch), and its length, {@code PLANT_SECONDS}; actions of one station run one after
 * another.
 */
final class Scene {
    private static final Logger LOG = System.getLogger(Scene.class.getName());

    private final long zero;
    private final long length;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    private Scene(long zero, long length) {
        this.zero = zero;
        this.length = length;
    }

    static Scene fromEnvironment() {
        return new Scene(number("PLANT_ZERO"), number("PLANT_SECONDS"));
    }

    private static long number(String variable) {
        String value = System.getenv(variable);
        if (value == null) {
            throw new IllegalStateException(variable + " is not set; scenario/record sets it");
        }
        return Long.parseLong(value);
    }

    /** What a station does; a failure is logged and the scene goes on, as in a plant. */
    interface Action {
        void run() throws Exception;
    }

    Scene at(double second, String what, Action action) {
        clock.schedule(guarded(what, action), millisUntil(second), TimeUnit.MILLISECONDS);
        return this;
    }

    Scene every(double from, long periodMillis, String what, Action action) {
        clock.scheduleAtFixedRate(guarded(what, action), millisUntil(from), periodMillis, TimeUnit.MILLISECONDS);
        return this;
    }

    /** Waits for that second of the scene. */
    void reach(double second) throws InterruptedException {
        Thread.sleep(millisUntil(second));
    }

    /** Plays to the end of the scene. */
    void play() throws InterruptedException {
        reach(length);
        clock.shutdown();
        clock.awaitTermination(2, TimeUnit.SECONDS);
    }

    private long millisUntil(double second) {
        return Math.max(0, zero + Math.round(second * 1000) - System.currentTimeMillis());
    }

    private static Runnable guarded(String what, Action action) {
        return () -> {
            try {
                action.run();
            } catch (Exception failure) {
                LOG.log(Level.INFO, what + ": " + failure);
            }
        };
    }
}
