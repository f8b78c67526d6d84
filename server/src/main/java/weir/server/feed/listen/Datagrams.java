// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.listen;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.InstantSource;

/** Receives messages by UDP, one a datagram (RFC 5426). */
final class Datagrams implements Receiving {

    /** The system holds so much between two looks, where it lets us. */
    private static final int HELD = 4 << 20;

    private final DatagramSocket socket;
    private final Arrivals arrivals;
    private final Losses losses;
    private final InstantSource clock;

    Datagrams(InetSocketAddress address, Arrivals arrivals, Losses losses, InstantSource clock) throws IOException {
        this.arrivals = arrivals;
        this.losses = losses;
        this.clock = clock;
        socket = new DatagramSocket(address);
        socket.setReceiveBufferSize(HELD);
    }

    @Override
    public int port() {
        return socket.getLocalPort();
    }

    @Override
    public void run() {
        DatagramPacket packet = new DatagramPacket(new byte[SyslogFrames.LONGEST], SyslogFrames.LONGEST);
        while (!socket.isClosed()) {
            try {
                packet.setLength(SyslogFrames.LONGEST);
                socket.receive(packet);
                receive(packet);
            } catch (IOException e) {
                // closed, or an answer to somebody that cannot be reached
            }
        }
    }

    private void receive(DatagramPacket packet) {
        String text = SyslogFrames.text(packet.getData(), packet.getLength());
        String source = packet.getAddress().getHostAddress();
        if (!text.isBlank() && !arrivals.offer(new Arrival(source, text, Receiving.now(clock), true))) {
            losses.add(Losses.Why.QUEUE_FULL);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
