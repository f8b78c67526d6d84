// SPDX-License-Identifier: Apache-2.0
package weir.server.delivery;

import java.io.IOException;

/** Another machine that takes messages. */
public interface Receiver extends AutoCloseable {

    /**
     * Hands over one message, and returns when it has been taken as surely as the protocol can tell.
     *
     * @throws Refused it will never be taken
     * @throws IOException it was not taken now
     */
    void send(Message message) throws IOException;

    /** Ends the connection in order. */
    @Override
    void close();

    /** The receiver looked at a message and does not want it: sending it again is of no use. */
    final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why);
        }
    }

    /** The receiver wants nothing from this sender: all further messages would fare the same. */
    final class Denied extends IOException {
        private static final long serialVersionUID = 1;

        Denied(String why) {
            super(why);
        }
    }
}
