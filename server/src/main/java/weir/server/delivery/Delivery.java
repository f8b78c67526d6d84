// SPDX-License-Identifier: Apache-2.0
package weir.server.delivery;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Brings what is in a spool to a receiver, in order; tries again, more and more seldom, while it does not take it. */
public final class Delivery {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Spool spool;
    private final Receiver receiver;
    private final Duration patience;
    private final BooleanSupplier stopped;

    /**
     * @param patience how long one message is tried
     * @param stopped whether the user has had enough
     */
    public Delivery(Spool spool, Receiver receiver, Duration patience, BooleanSupplier stopped) {
        this.spool = spool;
        this.receiver = receiver;
        this.patience = patience;
        this.stopped = stopped;
    }

    /**
     * How it went.
     *
     * @param sent messages that were taken
     * @param refused messages that the receiver does not want; they are gone
     * @param failure why the rest still waits; "" where nothing does
     * @param refusal why the last refused message was; or ""
     */
    public record Result(long sent, long refused, String failure, String refusal) {}

    /** Sends until nothing waits, patience ends or the user does. */
    public Result run() throws IOException {
        long sent = 0;
        long refused = 0;
        String refusal = "";
        while (true) {
            Optional<Message> next = spool.oldest();
            if (next.isEmpty()) {
                return new Result(sent, refused, "", refusal);
            }
            if (stopped.getAsBoolean()) {
                return new Result(sent, refused, "stopped", refusal);
            }
            try {
                String failure = deliver(next.get());
                if (!failure.isEmpty()) {
                    return new Result(sent, refused, failure, refusal);
                }
                sent++;
            } catch (Receiver.Refused e) {
                refused++;
                refusal = next.get().id() + ": " + reason(e);
            }
            spool.taken();
        }
    }

    /** "" when it was taken; else why not, after as many tries as there is patience for. */
    private String deliver(Message message) throws Receiver.Refused {
        long end = System.nanoTime() + patience.toNanos();
        for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
            String failure;
            try {
                receiver.send(message);
                return "";
            } catch (Receiver.Refused e) {
                throw e;
            } catch (Receiver.Denied e) {
                return reason(e);
            } catch (IOException e) {
                failure = reason(e);
                if (distrusted(e)) {
                    return failure;
                }
            }
            if (!pause(Math.min(pause.toNanos(), end - System.nanoTime()))) {
                return failure;
            }
        }
    }

    /** A certificate that is not believed will not be in a while. */
    private static boolean distrusted(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return true;
            }
        }
        return false;
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    /** False when there is no time left, or the user stops. */
    private boolean pause(long nanoseconds) {
        long end = System.nanoTime() + nanoseconds;
        try {
            for (long left = nanoseconds; left > 0; left = end - System.nanoTime()) {
                if (stopped.getAsBoolean()) {
                    return false;
                }
                Thread.sleep(Duration.ofNanos(Math.min(left, FIRST_PAUSE.toNanos())));
            }
            return nanoseconds > 0 && !stopped.getAsBoolean();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
