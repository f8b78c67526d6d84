// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.listen;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Receives messages by TCP, or by TLS on it, from as many senders as there are places. */
final class Connections implements Receiving {

    private static final int HANDSHAKE_MILLIS = 10_000;
    private static final int BACKLOG = 128;
    private static final int BREATH_MILLIS = 50;

    private final ServerSocket server;
    private final @Nullable SSLContext tls;
    private final Semaphore places;
    private final int idleMillis;
    private final ExecutorService threads;
    private final Arrivals arrivals;
    private final Losses losses;
    private final InstantSource clock;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet(); // at most as many as there are places

    Connections(InetSocketAddress address, @Nullable SSLContext tls, SyslogListener listener) throws IOException {
        this.tls = tls;
        this.places = listener.places();
        this.idleMillis = listener.limits().idleMillis();
        this.threads = listener.threads();
        this.arrivals = listener.arrivals();
        this.losses = listener.losses();
        this.clock = listener.clock();
        server = new ServerSocket();
        try {
            server.bind(address, BACKLOG);
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    @Override
    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void run() {
        while (!server.isClosed()) {
            try {
                take(server.accept());
            } catch (IOException e) {
                breathe(); // closed; or the system has no room for another one just now
            }
        }
    }

    private void breathe() {
        try {
            Thread.sleep(server.isClosed() ? 0 : BREATH_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(Socket socket) throws IOException {
        if (!places.tryAcquire()) {
            losses.add(Losses.Why.TOO_MANY);
            socket.close();
            return;
        }
        try {
            threads.execute(() -> serve(socket));
        } catch (RejectedExecutionException ending) {
            places.release();
            socket.close();
        }
    }

    private void serve(Socket socket) {
        open.add(socket);
        try (socket) {
            if (!server.isClosed()) {
                receive(socket);
            }
        } catch (SocketTimeoutException e) {
            losses.add(Losses.Why.IDLE);
        } catch (IOException e) {
            if (!server.isClosed()) {
                losses.add(Losses.Why.BROKEN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
            places.release();
        }
    }

    private void receive(Socket socket) throws IOException, InterruptedException {
        String source = socket.getInetAddress().getHostAddress();
        Socket talk = tls == null ? socket : secured(socket, tls);
        if (talk == null) {
            return;
        }
        socket.setSoTimeout(idleMillis);
        SyslogFrames frames = new SyslogFrames(talk.getInputStream(), losses);
        for (SyslogFrames.Frame frame = frames.next(); frame != null; frame = frames.next()) {
            if (!arrivals.put(new Arrival(source, frame.text(), Receiving.now(clock), frame.whole()))) {
                return;
            }
        }
    }

    private @Nullable Socket secured(Socket socket, SSLContext context) {
        try {
            socket.setSoTimeout(HANDSHAKE_MILLIS);
            SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(socket, null, true);
            secured.setUseClientMode(false);
            secured.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            secured.startHandshake();
            return secured;
        } catch (IOException e) {
            losses.add(Losses.Why.NO_TLS);
            return null;
        }
    }

    @Override
    public void close() {
        quietly(server);
        open.forEach(Connections::quietly);
    }

    private static void quietly(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            // it is closed
        }
    }
}
