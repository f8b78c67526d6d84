// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

import java.util.Locale;
import java.util.Map;

/**
 * Lines of the LOG target of iptables and nftables: a prefix of the administrator's own, then
 * {@code IN=eth0 OUT= SRC=10.0.0.1 DST=10.0.0.2 PROTO=TCP SPT=1 DPT=2}. What was decided stands in the prefix or nowhere.
 */
final class NetfilterLog {

    private NetfilterLog() {}

    static boolean is(String text) {
        return text.contains("IN=") && text.contains(" SRC=") && text.contains(" PROTO=");
    }

    static void read(String text, LogEntry to) {
        String prefix = text.substring(0, text.indexOf("IN="))
                .replaceFirst("^\\[ *\\d+\\.\\d+\\] *", "")
                .strip();
        Map<String, String> values = KeyValues.of(text.substring(text.indexOf("IN=")));
        String said = prefix.toUpperCase(Locale.ROOT);
        boolean denied =
                said.contains("BLOCK") || said.contains("DROP") || said.contains("REJECT") || said.contains("DEN");
        boolean allowed = said.contains("ACCEPT") || said.contains("ALLOW") || said.contains("PASS");
        if (denied == allowed) {
            to.strange("iptables, no decision in the prefix");
            return;
        }
        to.between(Ends.of(
                value(values, "PROTO"),
                value(values, "SRC"),
                value(values, "SPT"),
                value(values, "DST"),
                value(values, "DPT")));
        to.ruling("iptables", allowed, prefix);
    }

    private static String value(Map<String, String> values, String key) {
        return values.getOrDefault(key, "");
    }
}
