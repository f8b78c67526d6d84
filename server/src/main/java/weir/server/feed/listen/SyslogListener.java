// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.listen;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Receives syslog at some addresses, each on a thread of its own, and hands it to one reader. */
public final class SyslogListener implements AutoCloseable {

    private static final long FAREWELL_MILLIS = 1000;

    private final ListenLimits limits;
    private final InstantSource clock;
    private final Arrivals arrivals;
    private final Semaphore places;
    private final Losses losses = new Losses();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Receiving> receivers = new ArrayList<>();
    private final List<ListenAddress> addresses = new ArrayList<>();

    private SyslogListener(ListenLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
        this.arrivals = new Arrivals(limits.waiting());
        this.places = new Semaphore(limits.connections());
    }

    /**
     * Begins to listen at all of them, or at none.
     *
     * @param tls for those that need it
     */
    public static SyslogListener open(
            List<ListenAddress> wished, @Nullable SSLContext tls, ListenLimits limits, InstantSource clock)
            throws IOException {
        SyslogListener listener = new SyslogListener(limits, clock);
        try {
            for (ListenAddress address : wished) {
                listener.bind(address, tls);
            }
        } catch (IOException | RuntimeException e) {
            listener.close();
            throw e;
        }
        listener.receivers.forEach(listener.threads::execute);
        return listener;
    }

    private void bind(ListenAddress address, @Nullable SSLContext tls) throws IOException {
        InetSocketAddress at = new InetSocketAddress(address.host(), address.port());
        if (at.isUnresolved()) {
            throw new IOException("cannot listen on " + address + ": the name " + address.host() + " is not known");
        }
        try {
            Receiving receiver = switch (address.kind()) {
                case UDP -> new Datagrams(at, arrivals, losses, clock);
                case TCP -> new Connections(at, null, this);
                case TLS -> new Connections(at, tls, this);
            };
            receivers.add(receiver);
            addresses.add(address.port(receiver.port()));
        } catch (IOException e) {
            throw new IOException("cannot listen on " + address + ": " + advice(String.valueOf(e.getMessage())), e);
        }
    }

    private static String advice(String reason) {
        if (reason.contains("Permission denied")) {
            return "no permission; give a port above 1023, to which the devices send then";
        } else if (reason.contains("in use")) {
            return "another program has this port; end it, or give another port";
        } else if (reason.contains("assign requested address")) {
            return "this computer has no such address; give one that it has, or 0.0.0.0 for all of them";
        }
        return reason;
    }

    /** Where it listens, with the ports that it has. */
    public List<ListenAddress> addresses() {
        return List.copyOf(addresses);
    }

    /** The message that came first, null where none comes in time. After the stop too, until all are taken. */
    public @Nullable Arrival next(long millis) throws InterruptedException {
        return arrivals.next(millis);
    }

    public Losses losses() {
        return losses;
    }

    ListenLimits limits() {
        return limits;
    }

    InstantSource clock() {
        return clock;
    }

    Arrivals arrivals() {
        return arrivals;
    }

    Semaphore places() {
        return places;
    }

    ExecutorService threads() {
        return threads;
    }

    @Override
    public void close() {
        stop();
    }

    /** Ends all threads, within a second; what was received waits to be read. */
    public void stop() {
        arrivals.close();
        receivers.forEach(Receiving::close);
        threads.shutdownNow();
        try {
            threads.awaitTermination(FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether no thread is left. */
    boolean isOver() {
        return threads.isTerminated();
    }
}
