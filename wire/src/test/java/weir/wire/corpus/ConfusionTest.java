// SPDX-License-Identifier: Apache-2.0
package weir.wire.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import weir.model.Contact;
import weir.wire.Corpus;
import weir.wire.NeedsCorpus;
import weir.wire.SinkOptions;

/** No protocol is taken for another: what Weir sees in a capture, tshark sees there too, or is listed here. */
@NeedsCorpus
class ConfusionTest {

    /** What tshark calls it, where the name is another. */
    private static final Map<String, Set<String>> LAYERS = Map.ofEntries(
            Map.entry("modbus", Set.of("modbus", "mbtcp")),
            Map.entry("umas", Set.of("modbus", "mbtcp")),
            Map.entry("iec104", Set.of("iec60870_104")),
            Map.entry("iso", Set.of("cotp")),
            Map.entry("cip", Set.of("enip", "cip")),
            Map.entry("fins", Set.of("omron")),
            Map.entry("ads", Set.of("ams")),
            Map.entry("profinet_dcp", Set.of("pn_dcp", "pn_rt")),
            Map.entry("profinet_rt", Set.of("pn_rt")),
            Map.entry("profinet_io", Set.of("pn_io_device", "pn_io_controller")),
            Map.entry("knxnet_ip", Set.of("kip")),
            Map.entry("mrp", Set.of("pn_mrp")),
            Map.entry("postgresql", Set.of("pgsql")),
            Map.entry("ike", Set.of("isakmp")),
            Map.entry("smb", Set.of("smb", "smb2")),
            Map.entry("ethercat", Set.of("ecatf", "ecat")));

    private static final String NOT_READ_BY_TSHARK = "tshark 4.0 has no reader of it: COTP data that begins with 0x72";

    private static final String NOT_KNOWN_TO_TSHARK = "tshark 4.0 has no reader of it; its checks or lengths agree";

    /** Capture and protocol, and why Weir is right where tshark does not see it. */
    private static final Map<String, String> RIGHT = Map.ofEntries(
            Map.entry("s7commplus/iti__S7-1511_db2_var1_HMI.pcapng s7comm_plus", NOT_READ_BY_TSHARK),
            Map.entry(
                    "s7commplus/iti__V13_1200_TP1200sim_MW100_Int_SPS_5s_MW102_Int_SPS_10s_MW102_ab_1000_Timer_sync.pcapng"
                            + " s7comm_plus",
                    NOT_READ_BY_TSHARK),
            Map.entry("s7commplus/iti__s7-1200-hmi.pcap s7comm_plus", NOT_READ_BY_TSHARK),
            Map.entry("melsec/iti__melsoft_UDP_clean_1.pcap melsec", NOT_KNOWN_TO_TSHARK),
            Map.entry("melsec/iti__melsoft_UDP_clean_2.pcap melsec", NOT_KNOWN_TO_TSHARK),
            Map.entry("bsap/icsnpp__bsap-serial_example.pcapng bsap", NOT_KNOWN_TO_TSHARK),
            Map.entry("genisys/icsnpp__genisys.pcap genisys", NOT_KNOWN_TO_TSHARK),
            Map.entry("rocplus/icsnpp__all_opcodes_udp.pcap roc_plus", NOT_KNOWN_TO_TSHARK),
            Map.entry("fox/iti__fox_info.pcap fox", NOT_KNOWN_TO_TSHARK),
            Map.entry("tristation/tricotools__malware_exec.pcapng tristation", NOT_KNOWN_TO_TSHARK),
            Map.entry("mixed/iti__wrapup.pcapng ws_discovery", "tshark 4.0 shows it as data: SOAP to port 3702"),
            Map.entry(
                    "trdp/ndpi__trdp.pcapng trdp",
                    "tshark 4.0 has no reader of it: the check over each header is right"),
            Map.entry("dlms/ndpi__dlms.pcap dlms", "tshark 4.0 has no reader of its wrapper"),
            Map.entry(
                    "it-rsh/ndpi__rsh-syslog-false-positive.pcap syslog",
                    "tshark takes everything on TCP port 514 for rsh: each message begins with a priority and a date"),
            Map.entry(
                    "it-attack/malcolm__cve-2021-44228__log4j-user_agent.pcap ldap",
                    "tshark looks for it on port 389 only"),
            Map.entry("coap/ndpi__coap_mqtt.pcap mqtt", "tshark looks for it on port 1883 only"));

    @Test
    void noProtocolIsTakenForAnother() {
        Map<String, Set<String>> layers = new HashMap<>();
        for (Corpus.Truth row : Corpus.truth()) {
            if (row.protocol().equals("phs")) {
                layers.computeIfAbsent(row.capture(), name -> new HashSet<>()).add(row.key());
            }
        }
        Map<String, Integer> unexpected = new TreeMap<>();
        for (Corpus.Capture capture : Corpus.captures()) {
            Set<String> theirs = layers.getOrDefault(capture.path(), Set.of());
            Recording.of(capture).play(0, SinkOptions.PLAIN, (at, what) -> {
                if (what instanceof Contact contact && contact.state() == Contact.State.CLOSED) {
                    String label = contact.protocol();
                    if (!label.isEmpty()
                            && LAYERS.getOrDefault(label, Set.of(label)).stream()
                                    .noneMatch(theirs::contains)) {
                        unexpected.merge(capture.path() + " " + label, 1, Integer::sum);
                    }
                }
            });
        }
        System.out.println("labels that tshark does not give: " + unexpected);
        assertThat(new TreeSet<>(unexpected.keySet())).isEqualTo(new TreeSet<>(RIGHT.keySet()));
    }
}
