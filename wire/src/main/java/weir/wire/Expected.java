// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import org.jspecify.annotations.Nullable;
import weir.model.Address;
import weir.model.Transport;

/**
 * Conversations that another one announced and that were not seen yet: who will take part, on which port, and who reads
 * what they say. Holds {@value #MOST}; where two fall on one place, the later stays.
 */
public final class Expected {

    private static final int MOST = 1024;

    /** How long one is waited for, nanoseconds. */
    private static final long PATIENCE = 120_000_000_000L;

    /** One of them, and who reads it; its place is taken by another after it was met. */
    public static final class Announced {
        private final Protocol protocol;
        private final Dialogue reader;
        private final Transport over;
        private final Address host;
        private final int port;
        private final Address peer;
        private long since;

        private Announced(
                Transport over, Address host, int port, Address peer, Protocol protocol, Dialogue reader, long since) {
            this.over = over;
            this.host = host;
            this.port = port;
            this.peer = peer;
            this.protocol = protocol;
            this.reader = reader;
            this.since = since;
        }

        private boolean is(Transport carrier, Address of, int number, Address from) {
            return port == number && over == carrier && host.equals(of) && peer.equals(from);
        }

        public Protocol protocol() {
            return protocol;
        }

        public Dialogue reader() {
            return reader;
        }
    }

    private final @Nullable Announced[] places = new @Nullable Announced[MOST];
    private int count;

    /** The next conversation between {@code peer}, from any port of it, and the port of {@code host} is that one. */
    public void announce(
            Transport over, Address host, int port, Address peer, Protocol protocol, Dialogue reader, long now) {
        int place = place(host, port);
        Announced known = places[place];
        if (known != null && known.is(over, host, port, peer) && known.reader == reader) {
            known.since = now;
            return;
        }
        count += known == null ? 1 : 0;
        places[place] = new Announced(over, host, port, peer, protocol, reader, now);
    }

    /** Who waits for a conversation with this port of {@code host}; waits no more then. Null where nobody does. */
    public @Nullable Announced meet(Transport over, Address host, int port, Address peer, long now) {
        if (count == 0) {
            return null;
        }
        int place = place(host, port);
        Announced announced = places[place];
        if (announced == null || !announced.is(over, host, port, peer)) {
            return null;
        }
        places[place] = null;
        count--;
        return now - announced.since > PATIENCE ? null : announced;
    }

    private static int place(Address host, int port) {
        return (host.hashCode() * 31 + port) * 0x9e37_79b9 >>> 22;
    }
}
