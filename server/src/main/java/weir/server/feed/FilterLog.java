// SPDX-License-Identifier: Apache-2.0
package weir.server.feed;

/**
 * The packet filter log of pfSense and OPNsense: cells between commas (Netgate documentation, "Raw Filter Log Format").
 *
 * <pre>
 * rule, sub-rule, anchor, tracker, interface, reason, action, direction, 4,
 *       tos, ecn, ttl, id, offset, flags, protocol number, protocol, length, source, destination [, ports]
 * ...                                                              6, class, flow label, hop limit, protocol,
 *       protocol number, length, source, destination [, ports]
 * </pre>
 */
final class FilterLog {

    private FilterLog() {}

    static void read(String text, LogEntry to) {
        String[] cells = text.split(",", 64);
        boolean older = cells.length > 19 && cells[8].equals("4");
        boolean newer = cells.length > 16 && cells[8].equals("6");
        if (!older && !newer) {
            to.strange("filterlog, other text");
            return;
        }
        int source = older ? 18 : 15;
        String protocol = cells[older ? 15 : 13];
        boolean ported = (protocol.equals("6") || protocol.equals("17")) && cells.length > source + 3;
        to.between(Ends.of(
                protocol,
                cells[source],
                ported ? cells[source + 2] : "",
                cells[source + 1],
                ported ? cells[source + 3] : ""));
        String rule = cells[3].isEmpty() || cells[3].equals("0") ? cells[0] : cells[3];
        switch (cells[6]) {
            case "pass" -> to.ruling("filterlog", true, rule);
            case "block", "reject" -> to.ruling("filterlog", false, rule);
            default -> to.strange("filterlog action");
        }
    }
}
