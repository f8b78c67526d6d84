// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import weir.model.Conversation;
import weir.model.OperationCount;

/** A conversation as JSON; operations of one service are one row. */
public final class ConversationJson {

    /** Targets listed for one service; all of them are in operations.jsonl.gz. */
    private static final int MOST_TARGETS = 40;

    private final Times times = new Times();

    public void write(JsonGenerator json, Conversation c) {
        json.writeStartObject();
        whole(json, c);
        json.writeEndObject();
    }

    /** With the id by which it is asked for. */
    public void write(JsonGenerator json, String id, Conversation c) {
        json.writeStartObject();
        json.writeStringProperty("id", id);
        whole(json, c);
        json.writeEndObject();
    }

    /** Without what was said in it, only how often which verb. */
    public void writeShort(JsonGenerator json, String id, Conversation c) {
        json.writeStartObject();
        json.writeStringProperty("id", id);
        fields(json, c);
        json.writeObjectPropertyStart("verbs");
        Map<String, Long> verbs = new TreeMap<>();
        c.operations().forEach(o -> verbs.merge(verb(o), o.times(), Long::sum));
        verbs.forEach(json::writeNumberProperty);
        json.writeEndObject();
        json.writeNumberProperty("violations", c.violations().size());
        json.writeEndObject();
    }

    private void whole(JsonGenerator json, Conversation c) {
        fields(json, c);
        json.writeArrayPropertyStart("operations");
        services(c).forEach(same -> service(json, same));
        json.writeEndArray();
        notes(json, "violations", c.violations());
        notes(json, "logins", c.logins());
        notes(json, "transfers", c.transfers());
    }

    private void fields(JsonGenerator json, Conversation c) {
        json.writeStringProperty("client", c.client());
        json.writeStringProperty("server", c.server());
        json.writeStringProperty("protocol", c.protocol());
        json.writeStringProperty("transport", Grades.text(c.transport()));
        json.writeNumberProperty("port", c.port());
        json.writeNumberProperty("flows", c.flows());
        json.writeNumberProperty("packetsOut", c.packetsOut());
        json.writeNumberProperty("bytesOut", c.bytesOut());
        json.writeNumberProperty("packetsBack", c.packetsBack());
        json.writeNumberProperty("bytesBack", c.bytesBack());
        json.writeStringProperty("grade", Grades.text(c.grade()));
        json.writeStringProperty("gradeReason", Grades.reason(c.grade(), c.lostBytes()));
        json.writeNumberProperty("lostBytes", c.lostBytes());
        json.writeStringProperty("first", times.text(c.first()));
        json.writeStringProperty("last", times.text(c.last()));
    }

    private static void notes(JsonGenerator json, String name, List<Conversation.Noted> notes) {
        json.writeArrayPropertyStart(name);
        for (Conversation.Noted note : notes) {
            json.writeStartObject();
            json.writeStringProperty("name", note.text());
            json.writeNumberProperty("count", note.count());
            json.writeNumberProperty("firstPacket", note.firstPacket());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Operations of one service and qualifier together; they stand next to each other already. */
    private static List<List<OperationCount>> services(Conversation conversation) {
        List<List<OperationCount>> groups = new ArrayList<>();
        for (OperationCount o : conversation.operations()) {
            if (groups.isEmpty() || !sameService(groups.getLast().getFirst(), o)) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(o);
        }
        return groups;
    }

    private static boolean sameService(OperationCount a, OperationCount b) {
        return a.service().equals(b.service()) && a.protocol().equals(b.protocol());
    }

    private void service(JsonGenerator json, List<OperationCount> same) {
        OperationCount any = same.getFirst();
        json.writeStartObject();
        json.writeStringProperty("verb", verb(any));
        json.writeStringProperty("protocol", any.protocol());
        json.writeStringProperty("service", any.service());
        json.writeNumberProperty(
                "count", same.stream().mapToLong(OperationCount::times).sum());
        json.writeNumberProperty(
                "refused", same.stream().mapToLong(OperationCount::refused).sum());
        json.writeStringProperty(
                "first",
                times.text(same.stream().mapToLong(OperationCount::first).min().orElse(0)));
        json.writeStringProperty(
                "last",
                times.text(same.stream().mapToLong(OperationCount::last).max().orElse(0)));
        json.writeNumberProperty(
                "firstPacket",
                same.stream().mapToLong(OperationCount::firstPacket).min().orElse(0));
        long latency = (long) same.stream()
                .mapToLong(OperationCount::latency)
                .filter(l -> l >= 0)
                .average()
                .orElse(-1);
        if (latency < 0) {
            json.writeNullProperty("latencyMicros");
        } else {
            json.writeNumberProperty("latencyMicros", latency / 1000);
        }
        List<String> targets = same.stream()
                .map(ConversationJson::target)
                .filter(t -> !t.isEmpty())
                .distinct()
                .toList();
        Texts.write(json, "targets", targets.size() > MOST_TARGETS ? targets.subList(0, MOST_TARGETS) : targets);
        json.writeNumberProperty("moreTargets", Math.max(0, targets.size() - MOST_TARGETS));
        json.writeEndObject();
    }

    static String verb(OperationCount o) {
        return o.verb().name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The service, with its qualifier where it has one. */
    static String named(OperationCount o) {
        return o.qualifier().isEmpty() ? o.service() : o.service() + " " + o.qualifier();
    }

    /** The target with its unit in front. */
    static String target(OperationCount o) {
        return (o.target().unit() + " " + o.target().label()).strip();
    }
}
