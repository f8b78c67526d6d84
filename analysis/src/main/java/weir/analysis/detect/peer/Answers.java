// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.peer;

import java.util.HashSet;
import java.util.Set;
import weir.analysis.baseline.Edge;
import weir.model.Contact;

/** On which edges the server was ever seen to answer: a port that nobody answers on is no service. */
final class Answers {

    private final Set<Edge> edges = new HashSet<>(); // as many as the baseline keeps; equal by identity

    /** True where the server has answered. */
    boolean met(Edge edge, Contact contact) {
        if (contact.packetsBack() == 0 || contact.state() == Contact.State.OPENED) {
            return false;
        }
        edges.add(edge);
        return true;
    }

    boolean on(Edge edge) {
        return edge.answers() || edges.contains(edge);
    }
}
