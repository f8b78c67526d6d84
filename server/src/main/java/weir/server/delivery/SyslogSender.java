// SPDX-License-Identifier: Apache-2.0
package weir.server.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Sends syslog (RFC 5424) over TLS (RFC 5425), TCP (RFC 6587, octets counted) or UDP (RFC 5426). Syslog has no answer: a
 * message counts as taken when it was written to a connection whose other end had not gone.
 */
final class SyslogSender implements Receiver {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int LOOK_MILLIS = 1;
    private static final int FAREWELL_MILLIS = 2_000;

    private final Destination to;
    private final Trust trust;
    private final int patienceMillis;
    private final SyslogLine line;
    private @Nullable Socket connection;
    private @Nullable Socket plain;

    SyslogSender(Destination to, Trust trust) {
        this(to, trust, PATIENCE_MILLIS);
    }

    /** @param patienceMillis how long a connection and each message may take */
    SyslogSender(Destination to, Trust trust, int patienceMillis) {
        this.patienceMillis = patienceMillis;
        this.to = to;
        this.trust = trust;
        this.line = new SyslogLine(localName());
    }

    private static String localName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "-";
        }
    }

    @Override
    public void send(Message message) throws IOException {
        byte[] bytes = line.of(message);
        if (to.kind() == Destination.Kind.SYSLOG_UDP) {
            datagram(bytes);
            return;
        }
        try {
            Socket socket = connected();
            write(socket, counted(bytes));
            stillThere(socket);
        } catch (IOException e) {
            drop();
            throw e;
        }
    }

    /** As RFC 5425 frames it: the number of octets, a space, and these. */
    private static byte[] counted(byte[] bytes) {
        byte[] count = (bytes.length + " ").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(count.length + bytes.length)
                .put(count)
                .put(bytes)
                .array();
    }

    private void datagram(byte[] bytes) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            InetSocketAddress address = new InetSocketAddress(to.host(), to.port());
            if (address.isUnresolved()) {
                throw new IOException("the name " + to.host() + " is not known");
            }
            socket.connect(address); // so that a refusal (ICMP) is told
            socket.send(new DatagramPacket(bytes, bytes.length));
        }
    }

    private Socket connected() throws IOException {
        Socket open = connection;
        if (open != null) {
            stillThere(open);
            return open;
        }
        Socket below = new Socket();
        try {
            below.connect(new InetSocketAddress(to.host(), to.port()), patienceMillis);
            below.setSoTimeout(patienceMillis);
            Socket socket = to.kind() == Destination.Kind.SYSLOG_TLS ? secured(below) : below;
            socket.setSoTimeout(LOOK_MILLIS);
            plain = below;
            connection = socket;
            return socket;
        } catch (IOException | RuntimeException e) {
            below.close();
            throw e;
        }
    }

    /** A receiver that does not read would hold the sender for ever: after a while the connection goes. */
    private void write(Socket socket, byte[] bytes) throws IOException {
        Socket below = plain;
        Thread watch = Thread.ofVirtual().start(() -> closeLate(below));
        try {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        } finally {
            watch.interrupt();
        }
    }

    private void closeLate(@Nullable Socket below) {
        try {
            Thread.sleep(patienceMillis);
            if (below != null) {
                below.close();
            }
        } catch (InterruptedException | IOException e) {
            // it was written in time, or is closed already
        }
    }

    private Socket secured(Socket below) throws IOException {
        SSLSocket socket =
                (SSLSocket) trust.context().getSocketFactory().createSocket(below, to.host(), to.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // the name in the certificate is the host's
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** A receiver says nothing; when there is an end to read, it has gone. */
    private static void stillThere(Socket socket) throws IOException {
        try {
            if (socket.getInputStream().read() < 0) {
                throw new IOException("the receiver has closed the connection");
            }
        } catch (SocketTimeoutException e) {
            // nothing to read: it is there
        }
    }

    private void drop() {
        Socket open = connection;
        connection = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            // it is given up anyway
        }
    }

    /** Lets the other end read to the last octet before the connection is gone. */
    @Override
    public void close() {
        Socket open = connection;
        if (open != null) {
            try {
                open.shutdownOutput();
                open.setSoTimeout(FAREWELL_MILLIS);
                while (open.getInputStream().read() >= 0) {
                    // what a receiver says is not looked at
                }
            } catch (IOException e) {
                // it has gone first
            }
        }
        drop();
    }
}
