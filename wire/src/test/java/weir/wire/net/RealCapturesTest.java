// SPDX-License-Identifier: Apache-2.0
package weir.wire.net;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import weir.model.Address;
import weir.model.Transport;
import weir.wire.net.Layers.Result;

/** What is read from real captures, against what tshark and editcap count in them. */
@weir.wire.NeedsCorpus
class RealCapturesTest {

    /** Counted for what is inside of tunnels, and by tshark for the outside too. */
    private static final Set<String> INSIDE_ONLY = Set.of("phs ip", "phs ipv6", "phs udp", "host");

    /** Made broken on purpose, or (rh0) with a destination that tshark takes from the routing header. */
    private static final Set<String> BROKEN =
            Set.of("it-radius/malcolm__RADIUS.pcap", "it-attack/malcolm__ripple20__ipv6_rh0_poc.pcap");

    private static final Set<String> COUNTED = Set.of(
            "phs ip",
            "phs ipv6",
            "phs tcp",
            "phs udp",
            "phs icmp",
            "phs icmpv6",
            "phs arp",
            "phs goose",
            "phs ptp",
            "phs llc",
            "phs vlan",
            "tcp syn_packets");

    /**
     * Copies by {@code editcap -w 0.005}, which knows nothing but octets; where it finds more, ours stand here and its
     * count beside.
     */
    private static final Map<String, Long> COPIES = Map.ofEntries(
            entry("dnp3/ndpi__dnp3.pcapng", 362L),
            entry("it-attack/malcolm__zerologon__CVE-2020-1472_exploit_win2019.pcap", 5L), // 7: two resent by TCP
            entry("it-icmpv6/suriverify__ipv6-rsmurf__rsmurf6.pcap", 750L), // 999: a flood
            entry("it-isakmp/suriverify__detect-bypass-udp.pcap", 33L),
            entry("it-mdns/ndpi__wa_voice.pcap", 2L),
            entry("it-radius/malcolm__RADIUS.pcap", 2L),
            entry("it-smb/zeek__raw_ntlm_in_smb.pcap", 1L),
            entry("it-smtp/suriverify__smtp-rfc2231.pcap", 1L),
            entry("it-ssh/zeek__ssh-dups.pcap", 280L),
            entry("mixed/iti__wrapup.pcapng", 1L), // 3: two of IPv6, a millisecond apart
            entry("modbus/iti__modbus_test_2.pcap", 926L),
            entry("profinet/malcolm__PROFINET.pcap", 631L), // 632: a frame without IP, later than 0.1 ms
            entry("s7comm/iti__s7comm_clean.pcap", 171L),
            entry("s7commplus/iti__s7-1200-hmi.pcap", 27L));

    private static final Map<String, Map<String, Long>> TRUTH = new TreeMap<>();
    private static final Map<String, Tally> READ = new TreeMap<>();

    @BeforeAll
    static void readAll() throws IOException {
        Path corpus = RealFrames.corpus();
        for (String line : Files.readAllLines(corpus.resolve("truth.tsv"))) {
            String[] cells = line.split("\t", -1);
            String key = cells[1] + " " + cells[2];
            boolean wanted = COUNTED.contains(key) || key.startsWith("host ") || key.startsWith("vlan id=");
            Map<String, Long> counts = TRUTH.computeIfAbsent(cells[0], capture -> new TreeMap<>());
            if (wanted) {
                counts.put(key, Long.parseLong(cells[3]));
            }
        }
        TRUTH.remove("capture");
        for (String capture : TRUTH.keySet()) {
            Path plain = corpus.resolve(capture);
            Tally tally = new Tally();
            RealFrames.read(Files.exists(plain) ? plain : corpus.resolve(capture + ".gz"), tally);
            READ.put(capture, tally);
        }
    }

    @Test
    void counts_what_tshark_counts() {
        List<String> differences = new ArrayList<>();
        TRUTH.forEach((capture, truth) -> {
            Tally tally = READ.getOrDefault(capture, new Tally());
            Set<String> keys = new TreeSet<>(truth.keySet());
            tally.counts.keySet().stream().filter(COUNTED::contains).forEach(keys::add);
            keys.removeIf(key -> key.contains("#distinct") || BROKEN.contains(capture));
            keys.removeIf(key -> tally.tunnels > 0 && INSIDE_ONLY.contains(key.startsWith("host") ? "host" : key));
            for (String key : keys) {
                long want = truth.getOrDefault(key, 0L);
                long got = tally.counts.getOrDefault(key, 0L);
                if (want != got) {
                    differences.add(capture + " " + key + ": tshark " + want + ", here " + got);
                }
            }
        });
        assertThat(differences).isEmpty();
        assertThat(READ).hasSizeGreaterThan(400);
    }

    @Test
    void finds_nothing_malformed_in_captures_that_are_whole() {
        Set<String> malformed = new TreeSet<>();
        READ.forEach((capture, tally) -> {
            if (tally.malformed > 0) {
                malformed.add(capture);
            }
        });
        assertThat(malformed).containsExactly("it-radius/malcolm__RADIUS.pcap");
    }

    @Test
    void removes_copies_and_nothing_else() {
        Map<String, Long> found = new TreeMap<>();
        READ.forEach((capture, tally) -> {
            if (tally.copies.count() > 0) {
                found.put(capture, tally.copies.count());
            }
        });
        assertThat(found).containsExactlyInAnyOrderEntriesOf(COPIES);
    }

    @Test
    void names_the_one_link_that_it_cannot_read() {
        long unknown = READ.values().stream().mapToLong(tally -> tally.unknown).sum();
        assertThat(unknown).isEqualTo(407);
    }

    /** Counts by the names that truth.tsv uses. */
    private static final class Tally implements RealFrames.Reader {

        private final Layers layers = new Layers();
        private final Copies copies = new Copies();
        private final Packet packet = new Packet();
        private final Map<String, Long> counts = new TreeMap<>();
        private long tunnels;
        private long malformed;
        private long unknown;

        @Override
        public void frame(byte[] data, int offset, int captured, int length, int linkType, long time) {
            Result result = layers.read(data, offset, captured, length, linkType, time, packet);
            switch (result) {
                case READ -> copies.isCopy(packet, offset, captured, time);
                case HELD -> {}
                case MALFORMED -> malformed++;
                case UNKNOWN_LINK -> unknown++;
            }
            tunnels += packet.tunnels;
            countLink(linkType);
            countInternet();
            countTransport();
        }

        private void count(String key) {
            counts.merge(key, 1L, Long::sum);
        }

        private void countLink(int linkType) {
            if (linkType == Links.ETHERNET) {
                count("host mac=" + Address.mac(packet.destinationMac));
            }
            if (linkType == Links.ETHERNET || packet.sourceMac != 0) {
                count("host mac=" + Address.mac(packet.sourceMac));
            }
            for (long tags = packet.vlans; tags != 0; tags >>>= 16) {
                count("vlan id=" + (tags & 0xfff));
            }
            if (packet.vlans != 0) {
                count("phs vlan");
            }
            if (packet.llc >= 0) {
                count("phs llc");
            }
        }

        private void countInternet() {
            if (packet.ipVersion == 4) {
                count("phs ip");
                count("host ip=" + Address.ipv4(packet.sourceLow));
                count("host ip=" + Address.ipv4(packet.destinationLow));
            } else if (packet.ipVersion == 6) {
                count("phs ipv6");
                count("host ip6=" + Address.ipv6(packet.sourceHigh, packet.sourceLow));
                count("host ip6=" + Address.ipv6(packet.destinationHigh, packet.destinationLow));
            }
        }

        private void countTransport() {
            switch (packet.transport) {
                case TCP -> count("phs tcp");
                case UDP -> count("phs udp");
                case ICMP -> count(packet.ipVersion == 4 ? "phs icmp" : "phs icmpv6");
                case IP -> {}
                case LINK -> countFrame();
            }
            if (packet.transport == Transport.TCP && (packet.flags & Packet.SYN) != 0) {
                count("tcp syn_packets");
            }
        }

        private void countFrame() {
            switch (packet.etherType) {
                case EtherTypes.ARP -> count("phs arp");
                case 0x88b8 -> count("phs goose");
                case 0x88f7 -> count("phs ptp");
                default -> {}
            }
        }
    }
}
