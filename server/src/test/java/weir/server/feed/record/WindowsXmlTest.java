// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.model.Address;
import weir.model.Contact;
import weir.model.HostEvent;
import weir.model.HostEvent.Kind;
import weir.model.Login;
import weir.model.Outcome;
import weir.model.Subject;

class WindowsXmlTest {

    static String event(String channel, int id, String... data) {
        StringBuilder text = new StringBuilder("""
                <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System>\
                <Provider Name='Vendor' Guid='{5484}'/><EventID Qualifiers='0'>%d</EventID><Level>0</Level>\
                <TimeCreated SystemTime='2022-01-21T00:02:32.1234567Z'/><Channel>%s</Channel>\
                <Computer>EWS-01.plant</Computer><Security/></System><EventData>""".formatted(id, channel));
        for (int i = 0; i < data.length; i += 2) {
            text.append("<Data Name='%s'>%s</Data>".formatted(data[i], data[i + 1]));
        }
        return text.append("</EventData></Event>").toString();
    }

    private static Heard heard(String channel, int id, String... data) {
        return Heard.of(new WindowsXml(), event(channel, id, data));
    }

    @Test
    void a_refused_login_tells_who_from_where_and_why() {
        Heard heard = heard(
                "Security",
                4625,
                "TargetUserName",
                "operator",
                "Status",
                "0xc000006d",
                "SubStatus",
                "0xC000006A",
                "LogonType",
                "3",
                "IpAddress",
                "10.0.0.5",
                "IpPort",
                "49200");
        Outcome refused = new Outcome(Outcome.Kind.REFUSED, 0xc000006a, "wrong password");
        assertThat(heard.observations)
                .containsExactly(
                        new Login("windows", new Subject(Address.NONE, "EWS-01.plant"), "operator", "", refused));
        assertThat(heard.ends).containsExactly("10.0.0.5:49200 > :0 IP asks 1642723352123456700 0");
    }

    @Test
    void an_event_keeps_its_fields_by_their_own_names() {
        Heard heard = heard(
                "Microsoft-Windows-Sysmon/Operational", 1, "Image", "C:\\a.exe", "CommandLine", "x".repeat(2_000));
        assertThat(heard.observations).singleElement().isInstanceOfSatisfying(HostEvent.class, event -> {
            assertThat(event.fields())
                    .containsEntry("EventID", "1")
                    .containsEntry("Provider_Name", "Vendor")
                    .containsEntry("Computer", "EWS-01.plant")
                    .containsEntry("Image", "C:\\a.exe");
            assertThat(event.fields().get("CommandLine")).hasSize(1_000);
        });
    }

    @Test
    void an_event_keeps_no_more_than_32_fields() {
        String[] data = new String[80];
        for (int i = 0; i < data.length; i++) {
            data[i] = "n" + i;
        }
        Heard heard = heard("Microsoft-Windows-Sysmon/Operational", 1, data);
        assertThat(heard.observations)
                .singleElement()
                .isInstanceOfSatisfying(
                        HostEvent.class,
                        event -> assertThat(event.fields()).hasSize(32).containsKey("Channel"));
    }

    @Test
    void a_login_of_a_service_is_no_news() {
        Heard heard = heard("Security", 4624, "TargetUserName", "SYSTEM", "LogonType", "5");
        assertThat(heard.observations).isEmpty();
        assertThat(heard.dropped).containsOnlyKeys("own_login");
    }

    @ParameterizedTest
    @CsvSource({
        "Security, 4688, SubjectUserName, NewProcessName, PROCESS_STARTED",
        "Security, 4697, SubjectUserName, ServiceFileName, SERVICE_INSTALLED",
        "Security, 4698, SubjectUserName, TaskName, TASK_CREATED",
        "Security, 4719, SubjectUserName, AuditPolicyChanges, AUDIT_POLICY_CHANGED",
        "Security, 4720, SubjectUserName, TargetUserName, ACCOUNT_CREATED",
        "Security, 4732, SubjectUserName, TargetUserName, GROUP_CHANGED",
        "System, 7045, AccountName, ImagePath, SERVICE_INSTALLED",
        "System, 104, SubjectUserName, Channel, LOG_CLEARED",
        "Microsoft-Windows-Sysmon/Operational, 1, User, CommandLine, PROCESS_STARTED",
        "Microsoft-Windows-Sysmon/Operational, 11, User, TargetFilename, FILE_CHANGED",
    })
    void an_event_tells_who_did_what(String channel, int id, String account, String object, Kind kind) {
        assertThat(heard(channel, id, account, "bob", object, "thing").observations)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("fields")
                .containsExactly(new HostEvent("windows", kind, "EWS-01.plant", "bob", "thing"));
    }

    @ParameterizedTest
    @CsvSource({
        "Security, 6416, DeviceId, USBSTOR\\Disk, MEDIA_ATTACHED",
        "Microsoft-Windows-Kernel-PnP/Configuration, 400, DeviceInstanceId, USB\\VID_0781, MEDIA_ATTACHED",
        "Microsoft-Windows-Kernel-PnP/Configuration, 410, DeviceInstanceId, USB\\VID_0781, MEDIA_ATTACHED",
        "Microsoft-Windows-PowerShell/Operational, 4104, ScriptBlockText, iex $x, SCRIPT_RUN",
        "Microsoft-Windows-Windows Defender/Operational, 5001, Product Name, Defender, PROTECTION_OFF",
    })
    void an_event_tells_what_was_done(String channel, int id, String object, String value, Kind kind) {
        assertThat(heard(channel, id, object, value).observations)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("fields")
                .containsExactly(new HostEvent("windows", kind, "EWS-01.plant", "", value));
    }

    @Test
    void a_device_that_starts_with_the_host_is_no_medium() {
        Heard heard = heard("Microsoft-Windows-Kernel-PnP/Configuration", 400, "DeviceInstanceId", "ACPI\\FAN");
        assertThat(heard.dropped).containsOnlyKeys("no_medium");
    }

    @Test
    void a_cleared_log_is_told_from_the_data_of_its_provider() {
        String cleared = event("Security", 1102)
                .replace(
                        "<EventData></EventData>",
                        "<UserData><LogFileCleared xmlns='x'><SubjectUserName>eve</SubjectUserName>"
                                + "</LogFileCleared></UserData>");
        assertThat(Heard.of(new WindowsXml(), cleared).observations)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("fields")
                .containsExactly(new HostEvent("windows", Kind.LOG_CLEARED, "EWS-01.plant", "eve", ""));
    }

    @Test
    void a_connection_of_a_program_is_a_contact() {
        Heard heard = heard(
                "Microsoft-Windows-Sysmon/Operational",
                3,
                "Protocol tcp SourceIp 10.0.0.5 SourcePort 50000 DestinationIp 10.0.0.9 DestinationPort 502"
                        .split(" "));
        assertThat(heard.observations).singleElement().isInstanceOf(Contact.class);
        assertThat(heard.ends).containsExactly("10.0.0.5:50000 > 10.0.0.9:502 TCP asks 1642723352123456700 0");
    }

    @Test
    void events_are_found_many_on_a_line_and_one_over_many_lines() {
        String one = event("System", 7045, "ServiceName", "evil");
        Heard together = Heard.of(new WindowsXml(), "<Events>" + one + one + "</Events>");
        assertThat(together.observations).hasSize(2);
        Heard apart = Heard.of(new WindowsXml(), one.replace("><", ">\n<").split("\n"));
        assertThat(apart.observations).containsExactly(together.observations.getFirst());
    }

    @Test
    void a_document_type_is_not_followed() {
        String hostile = event("System", 7045, "ServiceName", "&lol;");
        Heard heard = Heard.of(
                new WindowsXml(), "<!DOCTYPE x [<!ENTITY lol SYSTEM 'file:///etc/passwd'>]>", hostile, hostile);
        assertThat(heard.observations.toString()).doesNotContain("root:");
        String inside = "<Event ><!DOCTYPE x [<!ENTITY a 'b'>]></Event>";
        assertThat(Heard.of(new WindowsXml(), inside).dropped).containsOnlyKeys("no_xml");
    }

    @Test
    void what_cannot_be_read_is_counted_by_name() {
        WindowsXml feed = new WindowsXml();
        Heard heard = Heard.of(
                feed,
                "<Event a=></Event>",
                "<Event a='" + "x".repeat(1 << 18),
                "<Event >" + "<a>".repeat(40) + "</a>".repeat(40) + "</Event>",
                event("Security", 5156),
                event("System", 7045).replace("2022-01", "soon"));
        assertThat(heard.observations).isEmpty();
        assertThat(heard.dropped)
                .containsEntry("no_xml", 2L)
                .containsEntry("too_long", 1L)
                .containsEntry("other_event", 1L)
                .containsEntry("no_time", 1L);
    }

    @Test
    void an_event_that_is_cut_is_counted_and_the_next_one_read() {
        String one = event("System", 7045, "ServiceName", "evil");
        WindowsXml feed = new WindowsXml();
        Heard heard = Heard.of(feed, "<Events>", one.substring(0, 200), one, "</Events>", one.substring(0, 300));
        assertThat(heard.observations).hasSize(1);
        assertThat(heard.dropped).containsEntry("no_event", 2L).containsEntry("cut_event", 1L);
        feed.end(heard.telling);
        feed.end(heard.telling);
        assertThat(heard.dropped).containsEntry("cut_event", 2L);
    }
}
