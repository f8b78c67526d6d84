// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.evtx;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.server.feed.evtx.EvtxNode.element;
import static weir.server.feed.evtx.EvtxNode.optional;
import static weir.server.feed.evtx.EvtxNode.place;
import static weir.server.feed.evtx.EvtxNode.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import weir.server.feed.LogCount;
import weir.server.feed.LogEntry;
import weir.server.feed.record.Recorded;
import weir.server.feed.record.WindowsXml;

class EvtxTest {

    private static final EvtxNode.Element INNER =
            element("In", element("Of", text("x"))).with("k", "v");

    /** What is told of events that are XML text. */
    private static List<String> told(List<String> texts, LogCount count) {
        List<String> told = new ArrayList<>();
        LogEntry entry = new LogEntry(
                "log",
                (at, what) -> told.add(at.time() + " " + at.source() + ":" + at.sourcePort() + " " + what),
                count);
        Recorded windows = new Recorded(new WindowsXml());
        texts.forEach(text -> windows.read(text, entry));
        return told;
    }

    @Test
    void binary_events_tell_what_their_xml_text_tells() {
        WindowsLog log = WindowsLog.ofAPlant();
        EvtxHeard heard = EvtxHeard.of(log.builder.file());
        LogCount binary = new LogCount();
        LogCount xml = new LogCount();
        assertThat(told(heard.events, binary)).hasSize(6).isEqualTo(told(log.texts, xml));
        assertThat(binary.strange()).isEqualTo(xml.strange());
        assertThat(heard.strange).isEmpty();
        assertThat(heard.numbers)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, log.texts.size()).boxed().toList());
    }

    @Test
    void an_event_is_written_as_windows_writes_it() {
        byte[] file = new WindowsLog()
                .event("System", 7036, "param1", "A & B")
                .builder
                .file();
        assertThat(EvtxHeard.of(file).events).containsExactly("""
                <Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System>\
                <Provider Name="Vendor" Guid="{04030201-0605-0807-090A-0B0C0D0E0F10}"></Provider>\
                <EventID>7036</EventID>\
                <TimeCreated SystemTime="2022-01-21T00:02:32.123456700Z"></TimeCreated>\
                <EventRecordID>77</EventRecordID><Channel>System</Channel><Computer>EWS-01.plant</Computer>\
                <Security UserID="S-1-5-21-4294967295-2-500"></Security></System>\
                <EventData><Data Name="param1">A &amp; B</Data></EventData></Event>""");
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(EvtxDatum.nothing(), ""),
                Arguments.of(EvtxDatum.text("a\0b\ud800\0\0"), "a\uFFFDb\uFFFD"),
                Arguments.of(EvtxDatum.narrow("Größe"), "Größe"),
                Arguments.of(EvtxDatum.number(3, 1, -1), "-1"),
                Arguments.of(EvtxDatum.number(4, 1, 255), "255"),
                Arguments.of(EvtxDatum.number(5, 2, -2), "-2"),
                Arguments.of(EvtxDatum.number(6, 2, 65535), "65535"),
                Arguments.of(EvtxDatum.number(7, 4, -3), "-3"),
                Arguments.of(EvtxDatum.number(8, 4, -1), "4294967295"),
                Arguments.of(EvtxDatum.number(9, 8, Long.MIN_VALUE), "-9223372036854775808"),
                Arguments.of(EvtxDatum.number(10, 8, -1), "18446744073709551615"),
                Arguments.of(EvtxDatum.number(11, 4, Float.floatToIntBits(1.5f)), "1.5"),
                Arguments.of(EvtxDatum.number(12, 8, Double.doubleToLongBits(-0.25)), "-0.25"),
                Arguments.of(EvtxDatum.number(13, 4, 1), "true"),
                Arguments.of(EvtxDatum.number(13, 4, 0), "false"),
                Arguments.of(EvtxDatum.octets(14, 0xca, 0xfe, 0), "CAFE00"),
                Arguments.of(EvtxDatum.number(16, 8, 4096), "0x1000"),
                Arguments.of(
                        EvtxDatum.octets(18, 0xe6, 7, 1, 0, 5, 0, 21, 0, 0, 0, 2, 0, 32, 0, 123, 0),
                        "2022-01-21T00:02:32.123Z"),
                Arguments.of(EvtxDatum.sid(5, 18), "S-1-5-18"),
                Arguments.of(EvtxDatum.number(20, 4, 0xc000006dL), "0xc000006d"),
                Arguments.of(EvtxDatum.number(21, 8, 0x8020000000000000L), "0x8020000000000000"),
                Arguments.of(EvtxDatum.number(0x20, 8, 5), ""),
                Arguments.of(EvtxDatum.texts("a", "", "c"), "a</D><D k=\"v\"></D><D k=\"v\">c"),
                Arguments.of(EvtxDatum.octets(0x86, 1, 0, 2, 1), "1</D><D k=\"v\">258"),
                Arguments.of(EvtxDatum.octets(0x94, 1, 0, 0, 0, 2), "0x1</D><D k=\"v\">0x2"),
                Arguments.of(
                        EvtxDatum.octets(0x93, 1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 5),
                        "S-1-5-18</D><D k=\"v\">S-1-5"),
                Arguments.of(new EvtxDatum.Bare(INNER, false), "<In k=\"v\"><Of>x</Of></In>"),
                Arguments.of(new EvtxDatum.Bare(INNER, true), "<In k=\"v\"><Of>x</Of></In>"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_is_written_by_its_type(EvtxDatum value, String written) {
        EvtxNode.Element data = element("EventData", element("D", place(9, 1)).with("k", "v"));
        EvtxHeard heard =
                EvtxHeard.of(new WindowsLog().holding(data, value).builder.file());
        assertThat(heard.strange).isEmpty();
        assertThat(heard.events.getFirst()).endsWith("<EventData><D k=\"v\">" + written + "</D></EventData></Event>");
    }

    @Test
    void all_kinds_of_text_stand_in_an_element() {
        EvtxNode.Element data = element(
                "EventData",
                text("a"),
                new EvtxNode.Cdata("<b>"),
                new EvtxNode.Entity("lt"),
                new EvtxNode.Character(233),
                element("Gone", text("x")).depending(9),
                element("Empty").with("left", optional(9, 1)).with("kept", place(9, 1)),
                optional(9, 1));
        EvtxHeard heard = EvtxHeard.of(
                new WindowsLog().holding(data, EvtxDatum.nothing()).builder.file());
        assertThat(heard.events.getFirst())
                .endsWith("<EventData>a&lt;b&gt;&lt;é<Empty kept=\"\"></Empty></EventData></Event>");
    }
}
