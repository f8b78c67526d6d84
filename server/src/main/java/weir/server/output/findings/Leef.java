// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import weir.model.Address;

/**
 * The Log Event Extended Format, version 2.0 (IBM, "QRadar Log Event Extended Format"):
 *
 * <pre>
 * LEEF:2.0|vendor|product|version|event id|x09|key=value TAB key=value
 * </pre>
 *
 * It knows no escapes: what would end a field is a space in its values, and a slash instead of a pipe in its head. A
 * value may have equals signs, a key ends at the first.
 */
final class Leef implements ClaimFormat {

    private static final String TIME = "yyyy-MM-dd'T'HH:mm:ss.SSSXXX";

    private final String version;

    Leef(String version) {
        this.version = version;
    }

    @Override
    public String of(Claim c) {
        StringBuilder line = new StringBuilder("LEEF:2.0|Weir|Weir|")
                .append(head(version))
                .append('|')
                .append(head(c.code()))
                .append("|x09|");
        pair(line, "cat", c.kind());
        pair(line, "devTime", Moment.millisecondText(c.start()));
        pair(line, "devTimeFormat", TIME);
        pair(line, "sev", Scores.ten(c.severity()));
        address(line, c.source(), "src", "srcMAC");
        address(line, c.target(), "dst", "dstMAC");
        pair(line, "id", c.id());
        pair(line, "severity", c.severity().label());
        pair(line, "title", c.title());
        pair(line, "story", c.story());
        pair(line, "endTime", Moment.millisecondText(c.end()));
        pair(line, "confidence", c.percent());
        pair(line, "detectors", String.join(",", c.detectors()));
        pair(line, "techniques", String.join(",", c.techniques()));
        pair(line, "assets", String.join(",", c.assetTexts()));
        pair(line, "findings", String.join(",", c.memberIds()));
        pair(line, "unit", c.unit());
        pair(line, "about", c.about());
        pair(line, "phase", c.phase());
        pair(line, "impact", c.impact());
        pair(line, "count", c.count());
        pair(line, "firstPacket", c.firstPacket());
        pair(line, "lastPacket", c.lastPacket());
        pair(line, "expected", c.expected());
        pair(line, "seen", c.seen());
        pair(line, "benignIf", c.benignIf());
        return line.substring(0, line.length() - 1);
    }

    private static void address(StringBuilder line, Address address, String ip, String mac) {
        switch (address.kind()) {
            case NONE -> {}
            case MAC -> pair(line, mac, address);
            case IPV4, IPV6 -> pair(line, ip, address);
        }
    }

    private static void pair(StringBuilder line, String key, Object value) {
        if (!value.toString().isEmpty()) {
            line.append(key).append('=').append(Plain.line(value.toString())).append('\t');
        }
    }

    private static String head(String text) {
        return Plain.line(text).replace('|', '/');
    }
}
