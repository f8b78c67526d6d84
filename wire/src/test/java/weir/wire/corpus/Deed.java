// SPDX-License-Identifier: Apache-2.0
package weir.wire.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import weir.model.Operation;
import weir.model.Phase;
import weir.model.Sighting;
import weir.model.Transport;
import weir.wire.SinkOptions;

/**
 * One operation of a control protocol as it was told of a recording, in words that do not depend on what else was seen.
 *
 * @param asked when its request was seen; its own time where that was not
 * @param service what is done, without its target
 * @param whole the same with target and outcome
 */
record Deed(long packet, long asked, String ends, boolean tcp, boolean answer, String service, String whole) {

    /** The protocols of machines, which carry on for hours what began long ago. */
    static final Set<String> PROTOCOLS =
            Set.of("modbus", "umas", "dnp3", "iec104", "cotp", "s7comm", "enip", "cip", "pccc");

    /**
     * A file is named when it is opened, a job when it is set up: who missed that cannot name it later, and
     * tells of all of it at once.
     */
    private static final Set<String> NAMED_EARLIER = Set.of("read_file", "write_file", "close_file", "variable_status");

    private static Deed of(Sighting at, Operation told) {
        String service =
                told.protocol() + " " + told.phase() + " " + told.service().label();
        String target = NAMED_EARLIER.contains(told.service().label())
                ? ""
                : told.target().label() + " " + told.qualifier();
        return new Deed(
                at.packet(),
                at.latency() < 0 ? at.time() : at.time() - at.latency(),
                ends(at),
                at.transport() == Transport.TCP,
                told.phase() == Phase.RESPONSE,
                service,
                service + " " + target + " " + told.outcome());
    }

    private static String ends(Sighting at) {
        String one = at.source() + ":" + at.sourcePort();
        String other = at.destination() + ":" + at.destinationPort();
        return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
    }

    /** All that is told of a recording from a frame on. */
    static List<Deed> of(Recording recording, int first) {
        List<Deed> deeds = new ArrayList<>();
        recording.play(first, SinkOptions.PLAIN, (at, what) -> {
            if (what instanceof Operation told && PROTOCOLS.contains(told.protocol())) {
                Deed deed = of(at, told);
                boolean again = NAMED_EARLIER.contains(told.service().label())
                        && !deeds.isEmpty()
                        && deeds.getLast().equals(deed);
                if (!again) {
                    deeds.add(deed);
                }
            }
        });
        return deeds;
    }

    /**
     * Those of the first list that have no equal in the second.
     *
     * @param before an answer to what was asked earlier than this need not restate what it answers, nor name the
     *     service (CIP answers with a number that means something only together with the class that was asked)
     */
    static List<Deed> missing(List<Deed> wanted, List<Deed> found, long before) {
        Map<String, Integer> wholes = new HashMap<>();
        found.forEach(deed -> wholes.merge(deed.whole, 1, Integer::sum));
        List<Deed> missing = new ArrayList<>(wanted);
        missing.removeIf(deed -> taken(wholes, deed.whole));
        Map<String, Integer> answers = new HashMap<>();
        for (Deed deed : found) {
            if (deed.answer && taken(wholes, deed.whole)) {
                answers.merge(deed.protocol(), 1, Integer::sum);
            }
        }
        missing.removeIf(deed -> deed.answer && deed.asked < before && taken(answers, deed.protocol()));
        return missing;
    }

    private String protocol() {
        return service.substring(0, service.indexOf(' '));
    }

    private static boolean taken(Map<String, Integer> counts, String key) {
        int left = counts.getOrDefault(key, 0);
        counts.put(key, left - 1);
        return left > 0;
    }
}
