// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.sigma;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.analysis.detect.Table;
import weir.model.Contact;
import weir.model.HostEvent;
import weir.model.Login;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Sighting;

/** One record under judgement: its fields, found by any of the names that Sigma, Windows and Sysmon have for them. */
public final class Evidence {

    /** What a record tells of. */
    public enum Told {
        HOST,
        LOGIN,
        CONTACT,
        NAME,
        OPERATION
    }

    private static final Map<String, List<String>> ALIASES = aliases();

    private final Told told;
    private final String product;
    private final String kind;
    private final Map<String, String> fields;
    private long gaveUp;

    private Evidence(Told told, String product, String kind, Map<String, String> fields) {
        this.told = told;
        this.product = product;
        this.kind = kind;
        this.fields = fields;
    }

    private static Map<String, List<String>> aliases() {
        Map<String, List<String>> all = new HashMap<>();
        for (String[] cells : Table.rows("sigma/aliases.tsv")) {
            all.put(cells[0], List.of(cells[1].split(" ")));
        }
        return all;
    }

    /** Of a host's log; where it names no fields, what was done and by whom stand under Sigma's names. */
    public static Evidence of(HostEvent event) {
        Map<String, String> fields = new LinkedHashMap<>(event.fields());
        if (fields.isEmpty()) {
            put(fields, "Computer", event.host());
            put(fields, "User", event.account());
            put(fields, named(event.kind()), event.object());
        }
        return new Evidence(Told.HOST, product(event.protocol()), event.kind().name(), fields);
    }

    private static String named(HostEvent.Kind kind) {
        return switch (kind) {
            case PROCESS_STARTED -> "CommandLine";
            case SCRIPT_RUN -> "ScriptBlockText";
            case SERVICE_INSTALLED, SERVICE_STOPPED -> "ServiceName";
            case TASK_CREATED -> "TaskName";
            case FILE_CHANGED -> "TargetFilename";
            case ACCOUNT_CREATED, GROUP_CHANGED -> "TargetUserName";
            case MEDIA_ATTACHED -> "DeviceDescription";
            case LOG_CLEARED, PROTECTION_OFF, AUDIT_POLICY_CHANGED, CONFIGURATION_CHANGED -> "Message";
        };
    }

    private static String product(String feed) {
        return switch (feed) {
            case "windows" -> "windows";
            case "syslog" -> "linux";
            default -> "";
        };
    }

    /** Of a login, as Windows numbers it: 4624 done, 4625 refused, 4648 open. */
    static Evidence of(Sighting at, Login login) {
        Map<String, String> fields = ends(at);
        put(fields, "TargetUserName", login.user());
        put(fields, "IpAddress", fields.getOrDefault("src_ip", ""));
        put(fields, "Computer", login.subject().toString());
        Outcome.Kind how = login.outcome().kind();
        put(fields, "EventID", how == Outcome.Kind.DONE ? "4624" : how == Outcome.Kind.REFUSED ? "4625" : "4648");
        if (how == Outcome.Kind.REFUSED && login.outcome().code() != 0) {
            put(fields, "SubStatus", "0x" + Integer.toHexString(login.outcome().code()));
        }
        return new Evidence(Told.LOGIN, product(login.protocol()), "", fields);
    }

    static Evidence of(Sighting at, Contact contact) {
        Map<String, String> fields = ends(at);
        put(fields, "service", contact.protocol());
        put(fields, "Initiated", "true");
        return new Evidence(Told.CONTACT, product(contact.protocol()), "", fields);
    }

    /** @param question the name that was asked for */
    static Evidence name(Sighting at, String question) {
        Map<String, String> fields = ends(at);
        put(fields, "query", question);
        return new Evidence(Told.NAME, "", "", fields);
    }

    static Evidence of(Sighting at, Operation operation) {
        Map<String, String> fields = ends(at);
        put(fields, "protocol", operation.protocol());
        put(fields, "service", operation.service().label());
        put(fields, "verb", operation.verb().name().toLowerCase(java.util.Locale.ROOT));
        put(fields, "unit", operation.target().unit());
        put(fields, "object", operation.target().label());
        put(fields, "qualifier", operation.qualifier());
        put(fields, "client", at.client().toString());
        put(fields, "server", at.server().toString());
        return new Evidence(Told.OPERATION, "weir", "", fields);
    }

    private static Map<String, String> ends(Sighting at) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "src_ip", at.source().toString());
        put(fields, "src_port", Integer.toString(at.sourcePort()));
        put(fields, "dst_ip", at.destination().toString());
        put(fields, "dst_port", Integer.toString(at.destinationPort()));
        return fields;
    }

    private static void put(Map<String, String> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }

    Told told() {
        return told;
    }

    /** What wrote it: {@code windows}, {@code linux}; "" where that says nothing. */
    String product() {
        return product;
    }

    /** Of a host event: its kind. */
    String kind() {
        return kind;
    }

    /** Of a Windows event: the log that it stands in. */
    String channel() {
        return fields.getOrDefault("Channel", "");
    }

    /** The value of a field, null where the record has none. */
    @Nullable
    String value(String name) {
        String value = fields.get(name);
        if (value != null) {
            return value;
        }
        for (String alias : ALIASES.getOrDefault(name, List.of())) {
            value = fields.get(alias);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    Collection<String> values() {
        return fields.values();
    }

    void giveUp() {
        gaveUp++;
    }

    /** Regular expressions that took too long on it. */
    public long gaveUp() {
        return gaveUp;
    }
}
