// SPDX-License-Identifier: Apache-2.0
package weir.analysis.inventory;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import weir.model.Verb;

/** How one asset behaves: what it asks of others, what it is asked, with whom. Gathered from the conversations. */
public final class Conduct {

    private final Map<Verb, Long> asked = new EnumMap<>(Verb.class);
    private final SortedMap<String, SortedSet<String>> serversByProtocol = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> clientsByProtocol = new TreeMap<>();

    /** It asked somebody to do something so many times. */
    public void asks(String protocol, String server, Verb verb, long times) {
        asked.merge(verb, times, Long::sum);
        talks(protocol, server);
    }

    public void talks(String protocol, String server) {
        serversByProtocol.computeIfAbsent(protocol, p -> new TreeSet<>()).add(server);
    }

    public void answers(String protocol, String client) {
        clientsByProtocol.computeIfAbsent(protocol, p -> new TreeSet<>()).add(client);
    }

    long asked(Verb verb) {
        return asked.getOrDefault(verb, 0L);
    }

    SortedMap<String, SortedSet<String>> serversByProtocol() {
        return serversByProtocol;
    }

    SortedMap<String, SortedSet<String>> clientsByProtocol() {
        return clientsByProtocol;
    }
}
