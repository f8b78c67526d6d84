// SPDX-License-Identifier: Apache-2.0
package weir.server.delivery;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Takes syslog over TCP or TLS, octets counted. */
public final class SyslogServer implements AutoCloseable {

    private final ServerSocket server;
    private final int hangUpAfter;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    /**
     * @param port 0 for any
     * @param hangUpAfter closes each connection after so many messages
     */
    public SyslogServer(@Nullable SSLContext tls, int port, int hangUpAfter) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        this.server = tls == null
                ? new ServerSocket(port, 5, here)
                : tls.getServerSocketFactory().createServerSocket(port, 5, here);
        this.hangUpAfter = hangUpAfter;
        Thread.ofVirtual().start(this::serve);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                read(new DataInputStream(client.getInputStream()));
            } catch (IOException e) {
                // the client has gone, or the test is over
            }
        }
    }

    private void read(DataInputStream in) throws IOException {
        for (int message = 0; message < hangUpAfter; message++) {
            int length = 0;
            for (int c = in.read(); c != ' '; c = in.read()) {
                if (c < '0' || c > '9') {
                    return;
                }
                length = length * 10 + c - '0';
            }
            byte[] line = new byte[length];
            in.readFully(line);
            lines.add(new String(line, StandardCharsets.UTF_8));
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Waits for so many, ten seconds at the most. */
    List<String> lines(int wanted) throws InterruptedException {
        for (int wait = 0; wait < 1000 && lines.size() < wanted; wait++) {
            Thread.sleep(10);
        }
        return lines;
    }

    public List<String> lines() {
        return lines;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
