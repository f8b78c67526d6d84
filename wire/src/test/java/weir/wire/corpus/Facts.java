// SPDX-License-Identifier: Apache-2.0
package weir.wire.corpus;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import weir.wire.Corpus;
import weir.wire.SinkOptions;

/** What tshark and Weir count in the captures, fact by fact: {@code capture | protocol key=value}. */
final class Facts {

    private static final Set<String> PROTOCOLS = Set.of(
            "smb",
            "ftp",
            "ntlmssp",
            "kerberos",
            "ldap",
            "radius",
            "ntp",
            "coap",
            "telnet",
            "syslog",
            "rdp",
            "ssh",
            "knx",
            "profinet",
            "dnp3",
            "modbus",
            "s7comm",
            "iec104",
            "enip",
            "cip",
            "arp",
            "lldp",
            "cdp",
            "dhcp",
            "icmp",
            "snmp",
            "dns",
            "nbns",
            "http",
            "tls",
            "opcua",
            "mqtt",
            "mms",
            "goose",
            "bacnet",
            "fins",
            "ads",
            "synphasor",
            "c1222",
            "dcerpc",
            "hartip");

    /** One number of each; 0 for what was not seen. */
    record Count(String protocol, long tshark, long weir) {

        boolean equal() {
            return tshark == weir;
        }
    }

    private Facts() {}

    /** Every fact that either counts; of keys whose values tshark lists only in part, those that it lists. */
    static Map<String, Count> count() {
        Map<String, Count> facts = new TreeMap<>();
        Set<String> partial = new HashSet<>();
        for (Corpus.Truth row : Corpus.truth()) {
            if (row.key().endsWith("#distinct")) {
                partial.add(kind(row.capture(), row.protocol(), row.key().replace("#distinct", "")));
            } else if (isCompared(row.protocol(), row.key())) {
                facts.put(name(row.capture(), row.protocol(), row.key()), new Count(row.protocol(), row.number(), 0));
            }
        }
        for (Corpus.Capture capture : Corpus.captures()) {
            Map<String, Long> ours = new TreeMap<>();
            Recording.of(capture)
                    .play(
                            0,
                            SinkOptions.PLAIN.counting((protocol, key, value) -> {
                                if (isCompared(protocol, key)) {
                                    String name = name(capture.path(), protocol, key + "=" + value);
                                    if (facts.containsKey(name)
                                            || !partial.contains(kind(capture.path(), protocol, key))) {
                                        facts.putIfAbsent(name, new Count(protocol, 0, 0));
                                        ours.merge(name, 1L, Long::sum);
                                    }
                                }
                            }),
                            (at, what) -> {});
            ours.forEach((name, count) ->
                    facts.computeIfPresent(name, (same, fact) -> new Count(fact.protocol, fact.tshark, count)));
        }
        return facts;
    }

    private static boolean isCompared(String protocol, String key) {
        return PROTOCOLS.contains(protocol);
    }

    private static String kind(String capture, String protocol, String key) {
        return capture + " " + protocol + " " + key;
    }

    /** As it stands in a table: what is no printable ASCII, or would end a cell, is a question mark. */
    private static String name(String capture, String protocol, String key) {
        return capture + " | "
                + (protocol + " " + key).replaceAll("[^ -~]|[|`\\\\]", "?").strip();
    }
}
