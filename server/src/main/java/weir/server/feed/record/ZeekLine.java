// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

import weir.model.Address;
import weir.model.Alert;
import weir.model.Attribute;
import weir.model.Contact;
import weir.model.Grade;
import weir.model.HostEvent;
import weir.model.Identity;
import weir.model.Login;
import weir.model.Outcome;
import weir.model.Severity;
import weir.model.Subject;
import weir.model.Transfer;
import weir.model.Violation;

/**
 * What a line of one of Zeek's logs means.
 *
 * @param path the log that it is of; "" where only its fields tell
 */
record ZeekLine(Fields fields, String path) {

    static final String NAME = "zeek";
    private static final Outcome REFUSED = new Outcome(Outcome.Kind.REFUSED, 0, "");

    boolean tell(Telling out) {
        long time = Moments.of(fields.text("ts"));
        if (time < 0) {
            return Told.dropped(out, "no_time");
        }
        Told to = new Told(ends(time), out);
        return switch (path.isEmpty() ? guess() : path) {
            case "conn" -> contact(to);
            case "notice" -> notice(to);
            case "ssh" -> ssh(to);
            case "rdp" -> rdp(to);
            case "smb_files" -> file(to);
            case "weird" -> weird(to);
            default -> Told.dropped(out, "other_log");
        };
    }

    /** The log by a field that only it has. */
    private String guess() {
        if (fields.has("conn_state")) {
            return "conn";
        } else if (fields.has("note")) {
            return "notice";
        } else if (fields.has("auth_attempts")) {
            return "ssh";
        } else if (fields.has("security_protocol") || fields.has("cookie")) {
            return "rdp";
        } else if (fields.text("action").startsWith("SMB::")) {
            return "smb_files";
        }
        return fields.has("name") && fields.has("notice") ? "weird" : "";
    }

    private Ends ends(long time) {
        return Ends.between(
                time,
                path.equals("smb_files") || path.equals("ssh") || path.equals("rdp") ? "tcp" : fields.text("proto"),
                address("id.orig_h", "src"),
                fields.text("id.orig_p"),
                address("id.resp_h", "dst"),
                fields.text("id.resp_p", "p"));
    }

    private Address address(String field, String otherwise) {
        return Address.parse(fields.text(field, otherwise));
    }

    private boolean contact(Told to) {
        long since = to.ends().time();
        long length = Math.max(0, Moments.epoch(fields.text("duration")));
        return to.tell(new Contact(
                Contact.State.CLOSED,
                to.ends().transport(),
                fields.text("service"),
                grade(),
                fields.count("orig_pkts"),
                fields.count("orig_bytes"),
                fields.count("resp_pkts"),
                fields.count("resp_bytes"),
                since,
                length > Long.MAX_VALUE - since ? since : since + length,
                0,
                0));
    }

    private Grade grade() {
        if (fields.count("missed_bytes") > 0) {
            return Grade.LOSSY;
        }
        return fields.text("conn_state").equals("OTH") ? Grade.JOINED : Grade.WHOLE;
    }

    /** Zeek does not grade its notices: all are in the middle. */
    private boolean notice(Told to) {
        String note = fields.text("note");
        String text = (fields.text("msg") + ' ' + fields.text("sub")).strip();
        return note.isEmpty()
                ? Told.dropped(to.out(), "no_rule")
                : to.tell(new Alert(NAME, note, text, Severity.MEDIUM, ""));
    }

    private boolean ssh(Told to) {
        identity(to, to.ends().server(), Attribute.SOFTWARE, "server");
        identity(to, to.ends().client(), Attribute.SOFTWARE, "client");
        Outcome outcome = switch (fields.text("auth_success")) {
            case "T", "true" -> Outcome.DONE;
            case "F", "false" -> REFUSED;
            default -> Outcome.OPEN;
        };
        return to.tell(new Login(NAME, new Subject(to.ends().server(), ""), "", "", outcome));
    }

    private boolean rdp(Told to) {
        identity(to, to.ends().client(), Attribute.NAME, "client_name");
        identity(to, to.ends().client(), Attribute.SOFTWARE, "client_build");
        Subject server = new Subject(to.ends().server(), "");
        return to.tell(new Login(NAME, server, fields.text("cookie"), "", Outcome.OPEN));
    }

    private void identity(Told to, Address owner, Attribute attribute, String field) {
        String value = fields.text(field).strip();
        if (!value.isEmpty()) {
            to.tell(new Identity(NAME, new Subject(owner, ""), attribute, value, field, 4));
        }
    }

    /** An open tells of no content that moved; the reads and writes do. */
    private boolean file(Told to) {
        String name = fields.text("path") + '\\' + fields.text("name");
        return switch (fields.text("action")) {
            case "SMB::FILE_READ" -> moved(to, name, Transfer.Way.OUT_OF_DEVICE);
            case "SMB::FILE_WRITE" -> moved(to, name, Transfer.Way.INTO_DEVICE);
            case "SMB::FILE_DELETE", "SMB::FILE_RENAME", "SMB::FILE_SET_ATTRIBUTE" ->
                to.tell(new HostEvent(
                        NAME, HostEvent.Kind.FILE_CHANGED, to.ends().server().toString(), "", name));
            default -> Told.dropped(to.out(), "other_file_action");
        };
    }

    private boolean moved(Told to, String name, Transfer.Way way) {
        Subject server = new Subject(to.ends().server(), "");
        return to.tell(new Transfer(NAME, server, "file", name, way, Transfer.State.MOVING, ""), fields.count("size"));
    }

    private boolean weird(Told to) {
        String name = fields.text("name");
        return name.isEmpty() ? Told.dropped(to.out(), "no_name") : to.tell(new Violation(NAME, Words.stable(name)));
    }
}
