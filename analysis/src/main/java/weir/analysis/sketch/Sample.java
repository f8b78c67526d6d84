// SPDX-License-Identifier: Apache-2.0
package weir.analysis.sketch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The first messages of conversations with one server on one port, as they came in packets. */
public final class Sample {

    private static final int MOST_MESSAGES = 512;

    /** Octets kept of a message; more say nothing new about its form. */
    private static final int MOST_OCTETS = 512;

    /**
     * One message.
     *
     * @param fromClient who sent it
     * @param time nanoseconds since the epoch
     * @param length octets it had
     * @param octets the first of them
     */
    record Message(boolean fromClient, long time, int length, byte[] octets) {

        boolean whole() {
            return octets.length == length;
        }
    }

    private final List<Message> messages = new ArrayList<>();
    private long told;

    public void add(boolean fromClient, long time, byte[] data, int offset, int length) {
        told++;
        if (messages.size() < MOST_MESSAGES && length > 0) {
            byte[] kept = Arrays.copyOfRange(data, offset, offset + Math.min(length, MOST_OCTETS));
            messages.add(new Message(fromClient, time, length, kept));
        }
    }

    /** How many messages there were. */
    public long told() {
        return told;
    }

    List<Message> messages() {
        return messages;
    }
}
