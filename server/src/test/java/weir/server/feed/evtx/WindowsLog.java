// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.evtx;

import static weir.server.feed.evtx.EvtxNode.element;
import static weir.server.feed.evtx.EvtxNode.optional;
import static weir.server.feed.evtx.EvtxNode.place;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Events of a plant, each in binary form and as the XML text that Windows makes of it. */
final class WindowsLog {

    static final Instant TIME = Instant.parse("2022-01-21T00:02:32.1234567Z");
    private static final String SPACE = "http://schemas.microsoft.com/win/2004/08/events/event";

    final EvtxBuilder builder = new EvtxBuilder();
    final List<String> texts = new ArrayList<>();

    /** All that means something, of each way to hold it. */
    static WindowsLog ofAPlant() {
        return new WindowsLog()
                .event(
                        "Security",
                        4625,
                        "TargetUserName",
                        "operator",
                        "SubStatus",
                        "0xc000006a",
                        "LogonType",
                        "3",
                        "IpAddress",
                        "10.0.0.5",
                        "IpPort",
                        "49200")
                .event("Security", 4624, "TargetUserName", "Jörg & \"<b>\"", "LogonType", "10", "IpAddress", "::1")
                .event("Security", 4688, "SubjectUserName", "bob", "CommandLine", "cmd /c \"a > b & c\"\r\n\t<x>")
                .event("Security", 5156)
                .event("System", 7045, "ServiceName", "evil", "ImagePath", "C:\\x.exe")
                .event(
                        "Microsoft-Windows-Sysmon/Operational",
                        3,
                        "Protocol tcp SourceIp 10.0.0.5 SourcePort 50000 DestinationIp 10.0.0.9 DestinationPort 502"
                                .split(" "))
                .cleared("eve");
    }

    private static EvtxNode.Element event(EvtxNode.Element data) {
        return element("Event", system(), data).with("xmlns", SPACE);
    }

    private static EvtxNode.Element system() {
        return element(
                "System",
                element("Provider").with("Name", "Vendor").with("Guid", optional(5, 15)),
                element("EventID", place(0, 6)).with("Qualifiers", optional(6, 6)),
                element("Level", optional(4, 4)).depending(4),
                element("TimeCreated").with("SystemTime", place(1, 17)),
                element("EventRecordID", place(7, 10)),
                element("Channel", place(2, 1)),
                element("Computer", place(3, 1)),
                element("Security").with("UserID", optional(8, 19)));
    }

    private static EvtxDatum[] values(String channel, int id, List<EvtxDatum> data) {
        List<EvtxDatum> values = new ArrayList<>(List.of(
                EvtxDatum.number(6, 2, id),
                EvtxDatum.time(TIME),
                EvtxDatum.text(channel),
                EvtxDatum.text("EWS-01.plant\0"),
                EvtxDatum.nothing(),
                EvtxDatum.octets(15, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16),
                EvtxDatum.nothing(),
                EvtxDatum.number(10, 8, 77),
                EvtxDatum.sid(5, 21, -1, 2, 500)));
        values.addAll(data);
        return values.toArray(EvtxDatum[]::new);
    }

    /** The data are one value each of the event's template. */
    WindowsLog event(String channel, int id, String... data) {
        EvtxNode.Element holder = element("EventData");
        StringBuilder text = new StringBuilder();
        List<EvtxDatum> values = new ArrayList<>();
        for (int i = 0; i < data.length; i += 2) {
            String name = data[i];
            String value = data[i + 1];
            holder = holder.holding(element("Data", optional(9 + i / 2, 1)).with("Name", name));
            text.append("<Data Name='%s'>%s</Data>".formatted(name, escaped(value)));
            values.add(value(name, value));
        }
        builder.record(EvtxDatum.ticks(TIME), event(holder), values(channel, id, values));
        return text(channel, id, "<EventData>" + text + "</EventData>");
    }

    private static EvtxDatum value(String name, String value) {
        return switch (name) {
            case "LogonType" -> EvtxDatum.number(8, 4, Long.parseLong(value));
            case "SubStatus" -> EvtxDatum.number(20, 4, Long.decode(value));
            default -> EvtxDatum.text(value);
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\r", "&#13;");
    }

    /** The data are a template within the event's. */
    WindowsLog cleared(String who) {
        EvtxNode.Element data = element("LogFileCleared", element("SubjectUserName", place(0, 1)))
                .with("xmlns", "x");
        EvtxDatum nested = new EvtxDatum.Nested(data, List.of(EvtxDatum.text(who)));
        EvtxNode.Element template = event(element("UserData", optional(9, 0x21)));
        builder.record(EvtxDatum.ticks(TIME), template, values("Security", 1102, List.of(nested)));
        String xml = "<UserData><LogFileCleared xmlns='x'><SubjectUserName>" + who
                + "</SubjectUserName></LogFileCleared></UserData>";
        return text("Security", 1102, xml);
    }

    /** An event whose template holds these nodes, for these values from number 9 on. */
    WindowsLog holding(EvtxNode.Element data, EvtxDatum... values) {
        builder.record(EvtxDatum.ticks(TIME), event(data), values("Any", 1, List.of(values)));
        return this;
    }

    private WindowsLog text(String channel, int id, String data) {
        texts.add("""
                <Event xmlns='%s'><System><Provider Name='Vendor'/><EventID>%d</EventID>\
                <TimeCreated SystemTime='2022-01-21T00:02:32.1234567Z'/><Channel>%s</Channel>\
                <Computer>EWS-01.plant</Computer></System>%s</Event>""".formatted(SPACE, id, channel, data));
        return this;
    }
}
