// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SyslogListenerTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(7));
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private static SyslogListener listener(String scheme, ListenLimits limits) throws IOException {
        return SyslogListener.open(List.of(ListenAddress.of(scheme + "://127.0.0.1:0")), null, limits, CLOCK);
    }

    private static int port(SyslogListener listener) {
        return listener.addresses().getFirst().port();
    }

    private static Socket connected(SyslogListener listener, String text) throws IOException {
        Socket socket = new Socket(HERE, port(listener));
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static void datagram(int port, String text) throws IOException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(octets, octets.length, HERE, port));
        }
    }

    /** Until it is so; the test has a time limit of its own. */
    private static void until(SyslogListener listener, Losses.Why why, long times) throws InterruptedException {
        while (listener.losses().counted().getOrDefault(why, 0L) < times) {
            Thread.sleep(5);
        }
    }

    @Test
    void a_message_comes_with_its_sender_and_its_time() throws Exception {
        try (SyslogListener listener = listener("udp", ListenLimits.USUAL)) {
            datagram(port(listener), "<1>a\n");
            assertThat(listener.next(10_000)).isEqualTo(new Arrival("127.0.0.1", "<1>a", 7_000_000_000L, true));
        }
        try (SyslogListener listener = listener("tcp", ListenLimits.USUAL);
                Socket sender = connected(listener, "<1>a\n5 <2>bc")) {
            assertThat(listener.next(10_000)).isEqualTo(new Arrival("127.0.0.1", "<1>a", 7_000_000_000L, false));
            assertThat(listener.next(10_000)).isEqualTo(new Arrival("127.0.0.1", "<2>bc", 7_000_000_000L, true));
            assertThat(sender.isConnected()).isTrue();
        }
    }

    @Test
    void of_too_many_datagrams_those_that_find_no_room_are_counted() throws Exception {
        try (SyslogListener listener = listener("udp", new ListenLimits(1, 60_000, 3))) {
            for (int i = 0; i < 10; i++) {
                datagram(port(listener), "<1>" + i);
            }
            until(listener, Losses.Why.QUEUE_FULL, 7);
            for (int i = 0; i < 3; i++) {
                Arrival arrival = Objects.requireNonNull(listener.next(0));
                assertThat(arrival.text()).isEqualTo("<1>" + i);
            }
            assertThat(listener.next(0)).isNull();
        }
    }

    @Test
    void a_connection_waits_until_there_is_room_and_loses_nothing() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            lines.append("<1>").append(i).append('\n');
        }
        try (SyslogListener listener = listener("tcp", new ListenLimits(1, 60_000, 3));
                Socket sender = connected(listener, lines.toString())) {
            for (int i = 0; i < 5000; i++) {
                Arrival arrival = Objects.requireNonNull(listener.next(10_000));
                assertThat(arrival.text()).isEqualTo("<1>" + i);
            }
            assertThat(listener.losses().counted()).isEmpty();
            assertThat(sender.isConnected()).isTrue();
        }
    }

    @Test
    void one_connection_too_many_is_refused_and_one_that_says_nothing_is_closed() throws Exception {
        try (SyslogListener listener = listener("tcp", new ListenLimits(2, 300, 10));
                Socket first = connected(listener, "");
                Socket second = connected(listener, "");
                Socket third = connected(listener, "")) {
            until(listener, Losses.Why.TOO_MANY, 1);
            assertThat(third.getInputStream().read()).isNegative();
            until(listener, Losses.Why.IDLE, 2);
            assertThat(first.getInputStream().read()).isNegative();
            assertThat(second.getInputStream().read()).isNegative();
            try (Socket next = connected(listener, "<1>a\n")) {
                assertThat(listener.next(10_000)).isNotNull();
                assertThat(next.isConnected()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "udp"})
    void the_end_ends_all_threads_within_a_second(String scheme) throws Exception {
        List<Socket> senders = new ArrayList<>();
        SyslogListener listener = listener(scheme, new ListenLimits(50, 60_000, 1));
        if (scheme.equals("tcp")) {
            for (int i = 0; i < 20; i++) {
                senders.add(connected(listener, i % 2 == 0 ? "<1>half" : "<1>a\n<1>b\n<1>c\n"));
            }
        }
        long begin = System.nanoTime();
        listener.close();
        assertThat(System.nanoTime() - begin).isLessThan(1_500_000_000L);
        assertThat(listener.isOver()).isTrue();
        for (Socket sender : senders) {
            sender.close();
        }
    }

    @Test
    void a_port_that_another_has_is_said_and_none_of_the_others_stays_open() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, HERE)) {
            free = socket.getLocalPort();
        }
        try (ServerSocket taken = new ServerSocket(0, 1, HERE)) {
            List<ListenAddress> both = List.of(
                    ListenAddress.of("tcp://127.0.0.1:" + free),
                    ListenAddress.of("tcp://127.0.0.1:" + taken.getLocalPort()));
            assertThatThrownBy(() -> SyslogListener.open(both, null, ListenLimits.USUAL, CLOCK))
                    .isInstanceOf(IOException.class)
                    .hasMessage("cannot listen on tcp://127.0.0.1:" + taken.getLocalPort()
                            + ": another program has this port; end it, or give another port");
            new ServerSocket(free, 1, HERE).close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://h:1", "udp:514", "tcp://", "udp://:514", "tcp://h:99999", "tls://h h"})
    void what_is_no_address_is_refused(String text) {
        assertThatThrownBy(() -> ListenAddress.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_address_has_the_usual_port_unless_given() {
        assertThat(ListenAddress.of("TLS://[::1]")).hasToString("tls://[::1]:6514");
        assertThat(ListenAddress.of("udp://0.0.0.0:5514")).hasToString("udp://0.0.0.0:5514");
    }

    @Test
    void what_waits_is_bounded_in_letters_too() throws Exception {
        Arrivals arrivals = new Arrivals(10_000);
        Arrival big = new Arrival("a", "x".repeat(1 << 16), 0, true);
        int taken = 0;
        while (arrivals.offer(big)) {
            taken++;
        }
        assertThat(taken).isEqualTo(256);
        assertThat(arrivals.next(0)).isSameAs(big);
        assertThat(arrivals.offer(big)).isTrue();
    }
}
