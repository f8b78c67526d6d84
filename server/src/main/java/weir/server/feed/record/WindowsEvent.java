// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.model.Address;
import weir.model.Contact;
import weir.model.Grade;
import weir.model.HostEvent;
import weir.model.Login;
import weir.model.Outcome;
import weir.model.Subject;
import weir.model.Transport;

/**
 * One Windows event, from wherever it came: its own XML, a shipper's JSON.
 *
 * @param host name of the computer
 * @param data what stands before the names of its data in the fields
 */
record WindowsEvent(Fields fields, String data, String channel, String id, String host, long time) {

    static final String NAME = "windows";

    boolean tell(Telling out) {
        if (time < 0) {
            return Told.dropped(out, "no_time");
        }
        WindowsMeaning row = WindowsMeaning.of(channel, id);
        if (row == null || row.meaning().equals("-")) {
            return Told.dropped(out, "other_event");
        }
        return switch (row.meaning()) {
            case "login_done" -> login(row, Outcome.DONE, out);
            case "login_refused" -> login(row, refused(), out);
            case "login_open" -> login(row, Outcome.OPEN, out);
            case "contact" -> contact(out);
            default -> event(row, out);
        };
    }

    /** Wazuh writes the names with a small letter first. */
    private String datum(String name) {
        String small = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        String text = fields.text(data + name, data + small).strip();
        return text.equals("-") ? "" : text;
    }

    /** Somebody came over the network, or sat at the host; a service that logs in to its own host is no news. */
    private boolean login(WindowsMeaning row, Outcome outcome, Telling out) {
        String kind = datum("LogonType");
        if (kind.equals("5") || kind.equals("0")) {
            return Told.dropped(out, "own_login");
        }
        Address own = Address.parse(host);
        Address from = address(datum("IpAddress"));
        Ends ends = new Ends(time, Transport.IP, from, Numerals.port(datum("IpPort")), own, 0, true);
        Subject subject = new Subject(own, own.kind() == Address.Kind.NONE ? host : "");
        return new Told(ends, out).tell(new Login(NAME, subject, datum(row.account()), "", outcome));
    }

    /** Why it failed: 0xC000006A is a wrong password, 0xC0000064 no such user ([MS-ERREF] 2.3.1). */
    private Outcome refused() {
        String sub = datum("SubStatus").toLowerCase(Locale.ROOT);
        String code = sub.isEmpty() || sub.equals("0x0") ? datum("Status").toLowerCase(Locale.ROOT) : sub;
        return new Outcome(Outcome.Kind.REFUSED, (int) Numerals.count(code), reason(code));
    }

    private static String reason(String code) {
        return switch (code) {
            case "0xc000006a" -> "wrong password";
            case "0xc0000064" -> "no such user";
            case "0xc0000072" -> "account disabled";
            case "0xc0000234" -> "account locked";
            case "0xc000006f" -> "outside of hours";
            case "0xc0000071" -> "password expired";
            default -> "";
        };
    }

    private static Address address(String text) {
        return Address.parse(text.startsWith("::ffff:") ? text.substring(7) : text);
    }

    /** Sysmon 3: a program opened a connection, or took one. */
    private boolean contact(Telling out) {
        Ends ends = Ends.between(
                time,
                datum("Protocol"),
                address(datum("SourceIp")),
                datum("SourcePort"),
                address(datum("DestinationIp")),
                datum("DestinationPort"));
        Contact.State opened = Contact.State.OPENED;
        return new Told(ends, out)
                .tell(new Contact(opened, ends.transport(), "", Grade.ONE_WAY, 0, 0, 0, 0, time, time, 0, 0));
    }

    private boolean event(WindowsMeaning row, Telling out) {
        String object = object(row);
        if (row.meaning().equals("service_stopped") && !datum("param2").equals("stopped")) {
            return Told.dropped(out, "other_event");
        }
        if (row.meaning().equals("media_attached") && !isMedium(object)) {
            return Told.dropped(out, "no_medium");
        }
        HostEvent.Kind kind = kind(row.meaning());
        return kind == null
                ? Told.dropped(out, "other_event")
                : new Told(Ends.at(time, Address.parse(host)), out)
                        .tell(new HostEvent(NAME, kind, host, datum(row.account()), object, record()));
    }

    /** The names of Windows itself: those of the system first, then those of the data. */
    private Map<String, String> record() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("EventID", id);
        all.put("Channel", channel);
        all.put("Provider_Name", fields.text(data + "ProviderName"));
        all.put("Computer", host);
        fields.under(data).forEach(all::putIfAbsent);
        return all;
    }

    private static HostEvent.@Nullable Kind kind(String meaning) {
        for (HostEvent.Kind kind : HostEvent.Kind.values()) {
            if (kind.name().equalsIgnoreCase(meaning)) {
                return kind;
            }
        }
        return null;
    }

    /** What can be carried in: storage and keyboards at USB, and no processor or fan that starts with the host. */
    private static boolean isMedium(String object) {
        String text = object.toUpperCase(Locale.ROOT);
        return text.contains("USB") || text.contains("HID\\") || text.contains("WPDBUSENUM");
    }

    private String object(WindowsMeaning row) {
        StringBuilder text = new StringBuilder();
        for (String part : row.object().split(",", -1)) {
            String value = first(part);
            if (!value.isEmpty()) {
                text.append(text.isEmpty() ? "" : " ").append(value);
            }
        }
        return text.toString();
    }

    private String first(String alternatives) {
        for (String name : alternatives.split("\\|", -1)) {
            String value = datum(name);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }
}
