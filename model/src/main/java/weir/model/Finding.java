// SPDX-License-Identifier: Apache-2.0
package weir.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What one detector claims, with its proof: what it expected, what it saw, in which packets, and what would make it
 * harmless. The same claim made again is the same finding with a higher count.
 *
 * @param id stable for the same input: {@code F-} and twelve hexadecimal digits
 * @param detector row of the catalogue: {@code PR-01}
 * @param title what happened, in a few words: {@code Controller stopped}
 * @param confidence 0 (guessed) to 1 (certain)
 * @param source who did it; {@link Address#NONE} where nobody can be named
 * @param target whom it was done to
 * @param about what of the target: an operation, a point, a name; or ""
 * @param start time of the first evidence, nanoseconds since the epoch
 * @param end time of the last
 * @param firstPacket number of the first packet of the evidence; 0 where it is no packet
 * @param lastPacket number of the last
 * @param count how often it was seen
 * @param expected what would have been normal
 * @param seen what was there instead
 * @param benignIf what would make it harmless
 * @param techniques ids of MITRE ATT&CK for ICS: {@code T0858}
 */
public record Finding(
        String id,
        String detector,
        String title,
        Severity severity,
        double confidence,
        Address source,
        Subject target,
        String about,
        long start,
        long end,
        long firstPacket,
        long lastPacket,
        long count,
        String expected,
        String seen,
        String benignIf,
        List<String> techniques) {

    /** In order of time; those of one moment by what they are, for an id holds the number of a packet. */
    public static final Comparator<Finding> BY_TIME = Comparator.comparingLong(Finding::start)
            .thenComparing(Finding::detector)
            .thenComparing(Finding::source)
            .thenComparing(f -> f.target().address())
            .thenComparing(f -> f.target().unit())
            .thenComparing(Finding::about)
            .thenComparing(Finding::id);

    public Finding {
        techniques = List.copyOf(techniques);
    }

    /** The devices it is about: who did it first, then to whom. */
    public List<Address> assets() {
        List<Address> assets = new ArrayList<>(2);
        if (source.kind() != Address.Kind.NONE) {
            assets.add(source);
        }
        if (target.address().kind() != Address.Kind.NONE && !target.address().equals(source)) {
            assets.add(target.address());
        }
        return assets;
    }
}
