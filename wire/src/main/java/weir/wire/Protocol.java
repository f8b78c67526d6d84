// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import java.util.List;
import weir.model.Transport;

/**
 * One protocol: how it is recognised, and how a conversation in it is read. A protocol is one class, one line in
 * the registry, one capture, one golden log. It holds no state; {@link #open} makes what does.
 */
public interface Protocol {

    /** Stable lower-case name. */
    String name();

    /** What it travels in. A protocol that names any TCP (or UDP) port is looked for by content on all of them. */
    List<Carrier> carriers();

    /**
     * How much the bytes look like this protocol. Asked for the first bytes of a message, in either direction, often
     * with the message cut short, often in the middle of a conversation. Must be quick: most bytes are not yours.
     */
    Likeness probe(Cursor in, Transport over);

    /** A reader for one conversation. */
    Dialogue open();
}
