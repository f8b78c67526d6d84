// SPDX-License-Identifier: Apache-2.0
package weir.wire.contract;

import java.util.List;
import weir.model.Transport;
import weir.wire.Direction;
import weir.wire.Protocol;

/** A conversation as it was really held: its messages, cut apart, in order. */
record Spoken(Protocol protocol, Transport transport, String capture, List<Said> messages) {

    /** One message. */
    record Said(Direction way, byte[] bytes, long time) {}

    @Override
    public String toString() {
        return protocol.name() + " of " + capture + " (" + messages.size() + " messages)";
    }
}
