// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.threat;

import java.util.Map;
import java.util.Set;
import weir.analysis.detect.Claim;
import weir.analysis.detect.Detection;
import weir.analysis.detect.Detector;
import weir.analysis.detect.Moment;
import weir.analysis.detect.Settings;
import weir.analysis.detect.Stage;
import weir.analysis.detect.Watched;
import weir.analysis.detect.Wording;
import weir.model.Address;
import weir.model.Contact;
import weir.model.Severity;
import weir.model.Transfer;

/** Knowledge of the plant that leaves it: engineering files, or much data of one station. */
public final class Exfiltration implements Detector {

    private static final Detection DETECTION = Detection.of("IT-13");

    /** Within this many nanoseconds. */
    private static final long WINDOW = 3600 * 1_000_000_000L;

    /** Stations watched at once; the longest silent is forgotten first. */
    private static final int MOST = 4096;

    private static final class Sent {
        long since;
        long bytes;
    }

    private final Map<Address, Sent> stations = new Watched<>(MOST);
    private final long most;

    public Exfiltration(Settings settings) {
        most = settings.outwardBytes();
    }

    @Override
    public Set<Detection> detections() {
        return Set.of(DETECTION);
    }

    @Override
    public Set<Interest> interests() {
        return Set.of(Interest.CONTACTS, Interest.TRANSFERS);
    }

    @Override
    public void contact(Moment now, Contact contact) {
        Address client = now.at().client();
        Address server = now.at().server();
        boolean out = Exposure.isOutside(server) && client.isPrivate();
        boolean back = Exposure.isOutside(client) && server.isPrivate();
        if (contact.state() == Contact.State.OPENED || !out && !back || now.stage() == Stage.LEARNING) {
            return;
        }
        Sent sent = stations.computeIfAbsent(out ? client : server, s -> new Sent());
        if (now.time() - sent.since > WINDOW) {
            sent.since = now.time();
            sent.bytes = 0;
        }
        sent.bytes += out ? contact.bytesOut() : contact.bytesBack();
        if (sent.bytes <= most) {
            return;
        }
        Claim claim = now.claim(DETECTION, "", "volume");
        if (claim.isNew()) {
            claim.title("Much data leaves the plant")
                    .severity(Severity.MEDIUM)
                    .confidence(0.5)
                    .expected("at most " + most / 1_000_000 + " MB in an hour of one station")
                    .seen((out ? client : server) + " sent " + sent.bytes / 1_000_000 + " MB within "
                            + Wording.duration(now.time() - sent.since));
        }
    }

    @Override
    public void transfer(Moment now, Transfer transfer) {
        boolean out = transfer.way() == Transfer.Way.OUT_OF_DEVICE
                ? Exposure.isOutside(now.at().client()) && now.at().server().isPrivate()
                : Exposure.isOutside(now.at().server()) && now.at().client().isPrivate();
        if (!out || now.stage() == Stage.LEARNING || !ChangedProjects.isProject(transfer.name())) {
            return;
        }
        Claim claim = now.claim(DETECTION, "", "project");
        if (claim.isNew()) {
            claim.title("Engineering project leaves the plant")
                    .severity(Severity.HIGH)
                    .confidence(0.8)
                    .expected("engineering files stay in the plant")
                    .seen(now.at().client() + " and " + now.at().server() + " in " + transfer.protocol());
        }
        claim.item(transfer.name());
    }
}
