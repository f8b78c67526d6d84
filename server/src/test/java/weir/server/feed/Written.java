// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.time.Instant;
import java.util.List;
import weir.model.Alert;
import weir.model.Contact;
import weir.model.HostEvent;
import weir.model.Identity;
import weir.model.Login;
import weir.model.Observation;
import weir.model.Observer;
import weir.model.Ruling;
import weir.model.Sighting;

/** Writes down what it is told, a line each. */
record Written(List<String> seen) implements Observer {

    @Override
    public void observe(Sighting at, Observation what) {
        seen.add(at.packet() + " " + Instant.EPOCH.plusNanos(at.time()) + " " + at.source() + ":" + at.sourcePort()
                + ">" + at.destination() + ":" + at.destinationPort() + " "
                + what.getClass().getSimpleName() + " " + text(what));
    }

    private static String text(Observation what) {
        return switch (what) {
            case Login l ->
                l.protocol() + " " + l.subject().address() + l.subject().unit() + " " + l.user() + " "
                        + l.outcome().kind();
            case HostEvent e -> e.protocol() + " " + e.kind() + " " + e.host() + " " + e.account() + " " + e.object();
            case Ruling r -> r.protocol() + " " + r.allowed() + " " + r.rule();
            case Alert a -> a.protocol() + " " + a.rule() + " " + a.severity();
            case Identity i -> i.value();
            case Contact c ->
                c.state() + " " + c.packetsOut() + " " + c.bytesOut() + " " + c.packetsBack() + " " + c.bytesBack()
                        + " " + (c.until() - c.since());
            default -> what.toString();
        };
    }
}
