// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import weir.model.Address;

/**
 * The Common Event Format, version 0 (ArcSight, "Implementing ArcSight Common Event Format"):
 *
 * <pre>
 * CEF:0|vendor|product|version|code|name|severity|key=value key=value
 * </pre>
 *
 * In the head a backslash and a pipe get a backslash in front, in values a backslash and an equals sign; an end of line
 * is {@code \n}. Fields are cut at the lengths of its dictionary.
 */
final class Cef implements ClaimFormat {

    private static final int NAME = 512;
    private static final int MESSAGE = 1023;
    private static final int CUSTOM = 4000;

    private final String version;

    Cef(String version) {
        this.version = version;
    }

    @Override
    public String of(Claim c) {
        StringBuilder line = new StringBuilder("CEF:0|Weir|Weir|")
                .append(head(version))
                .append('|')
                .append(head(c.code()))
                .append('|')
                .append(head(Plain.cut(c.title(), NAME)))
                .append('|')
                .append(Scores.ten(c.severity()))
                .append('|');
        int start = line.length();
        common(line, c);
        custom(line, c);
        return line.deleteCharAt(start).toString();
    }

    private static void common(StringBuilder line, Claim c) {
        pair(line, "externalId", c.id());
        pair(line, "cat", c.kind());
        pair(line, "start", Moment.milliseconds(c.start()));
        pair(line, "end", Moment.milliseconds(c.end()));
        address(line, c.source(), "src", "smac", "c6a2", "Source IPv6 Address");
        address(line, c.target(), "dst", "dmac", "c6a3", "Destination IPv6 Address");
        pair(line, "cnt", c.count());
        pair(line, "msg", Plain.cut(c.story(), MESSAGE));
        pair(line, "reason", Plain.cut(c.seen(), MESSAGE));
    }

    private static void custom(StringBuilder line, Claim c) {
        labelled(line, "cs1", "expected", c.expected());
        labelled(line, "cs2", "benignIf", c.benignIf());
        labelled(line, "cs3", "techniques", String.join(",", c.techniques()));
        labelled(line, "cs4", "detectors", String.join(",", c.detectors()));
        labelled(line, "cs5", "assets", String.join(",", c.assetTexts()));
        if (c.isIncident()) {
            labelled(line, "cs6", "findings", String.join(",", c.memberIds()));
            labelled(line, "flexString1", "phase", c.phase());
            labelled(line, "flexString2", "impact", c.impact());
        } else {
            labelled(line, "cs6", "about", c.about());
            labelled(line, "flexString1", "unit", c.unit());
        }
        labelled(line, "cn1", "firstPacket", c.firstPacket());
        labelled(line, "cn2", "lastPacket", c.lastPacket());
        labelled(line, "cn3", "confidence", c.percent());
    }

    private static void address(
            StringBuilder line, Address address, String ipv4, String mac, String ipv6, String ipv6Label) {
        switch (address.kind()) {
            case NONE -> {}
            case MAC -> pair(line, mac, address);
            case IPV4 -> pair(line, ipv4, address);
            case IPV6 -> labelled(line, ipv6, ipv6Label, address);
        }
    }

    private static void labelled(StringBuilder line, String key, String label, Object value) {
        if (!value.toString().isEmpty()) {
            pair(line, key + "Label", label);
            pair(line, key, Plain.cut(value.toString(), CUSTOM));
        }
    }

    private static void pair(StringBuilder line, String key, Object value) {
        if (!value.toString().isEmpty()) {
            line.append(' ').append(key).append('=');
            value(line, value.toString());
        }
    }

    private static String head(String text) {
        return Plain.line(text).replace("\\", "\\\\").replace("|", "\\|");
    }

    private static void value(StringBuilder line, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\', '=' -> line.append('\\').append(c);
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> line.append(Plain.breaks(c) ? ' ' : c);
            }
        }
    }
}
