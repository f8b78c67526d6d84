// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.io.Writer;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import weir.model.Address;
import weir.model.Alert;
import weir.model.Contact;
import weir.model.HostEvent;
import weir.model.Identity;
import weir.model.Login;
import weir.model.Loss;
import weir.model.Observation;
import weir.model.Observer;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.PointValue;
import weir.model.Reading;
import weir.model.Ruling;
import weir.model.Sighting;
import weir.model.Target;
import weir.model.Transfer;
import weir.model.Violation;

/** Every observation as a JSON object a line; the fields are described in docs/outputs.md and keep their names. */
public final class ObservationLines implements Observer {

    private final JsonGenerator json;
    private boolean broken;
    private final Times times = new Times();

    public ObservationLines(Writer to) {
        json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), to);
    }

    /** Nothing comes after a line that could not be written: what failed is known to the writer. */
    @Override
    public void observe(Sighting at, Observation what) {
        if (broken) {
            return;
        }
        try {
            line(at, what);
        } catch (JacksonIOException e) {
            broken = true;
        }
    }

    private void line(Sighting at, Observation what) {
        json.writeStartObject();
        json.writeStringProperty("time", times.text(at.time()));
        json.writeNumberProperty("packet", at.packet());
        json.writeStringProperty("kind", kind(what));
        json.writeStringProperty("protocol", what.protocol());
        if (at.conversation() > 0) {
            ends(at);
        } else if (isInternet(at.source()) || isInternet(at.destination())) {
            logged(at);
        }
        switch (what) {
            case Operation operation -> operation(at, operation);
            case Identity identity -> identity(identity);
            case PointValue point -> point(at, point);
            case Contact contact -> contact(contact);
            case Violation violation -> counted(violation.name(), "detail", at.detail());
            case Loss loss -> counted(loss.name(), loss.unit(), at.detail());
            case Transfer transfer -> transfer(at, transfer);
            case Login login -> login(login);
            case Alert alert -> alert(alert);
            case HostEvent event -> event(event);
            case Ruling ruling -> ruling(ruling);
        }
        json.writeEndObject();
        json.writeRaw("\n");
    }

    private static String kind(Observation what) {
        return switch (what) {
            case Operation o -> "operation";
            case Identity i -> "identity";
            case PointValue p -> "point";
            case Contact c -> "contact";
            case Violation v -> "violation";
            case Loss l -> "loss";
            case Transfer t -> "transfer";
            case Login l -> "login";
            case Alert a -> "alert";
            case HostEvent e -> "host_event";
            case Ruling r -> "ruling";
        };
    }

    private void ends(Sighting at) {
        json.writeNumberProperty("conversation", at.conversation());
        json.writeStringProperty("transport", Grades.text(at.transport()));
        json.writeStringProperty("source", at.source().toString());
        json.writeStringProperty("destination", at.destination().toString());
        if (at.sourcePort() != 0 || at.destinationPort() != 0) {
            json.writeNumberProperty("sourcePort", at.sourcePort());
            json.writeNumberProperty("destinationPort", at.destinationPort());
        }
        json.writeBooleanProperty("fromClient", at.fromClient());
        if (at.vlan() != 0) {
            json.writeNumberProperty("vlan", at.vlan());
        }
    }

    private static boolean isInternet(Address address) {
        return address.kind() == Address.Kind.IPV4 || address.kind() == Address.Kind.IPV6;
    }

    /** A line of a log belongs to no flow, and may know one end only. */
    private void logged(Sighting at) {
        json.writeStringProperty("transport", Grades.text(at.transport()));
        text("source", at.source().toString());
        text("destination", at.destination().toString());
        if (at.sourcePort() != 0 || at.destinationPort() != 0) {
            json.writeNumberProperty("sourcePort", at.sourcePort());
            json.writeNumberProperty("destinationPort", at.destinationPort());
        }
    }

    private void operation(Sighting at, Operation o) {
        json.writeStringProperty("phase", lower(o.phase()));
        json.writeStringProperty("verb", lower(o.verb()));
        json.writeStringProperty("service", o.service().label());
        json.writeNumberProperty("code", o.service().code());
        text("qualifier", o.qualifier());
        target(o.target());
        json.writeStringProperty("outcome", lower(o.outcome().kind()));
        if (o.outcome().kind() == Outcome.Kind.REFUSED) {
            json.writeNumberProperty("status", o.outcome().code());
            text("refusal", o.outcome().label());
        }
        if (at.latency() >= 0) {
            json.writeNumberProperty("latencyNanos", at.latency());
        }
    }

    private void target(Target target) {
        text("unit", target.unit());
        text("space", target.space());
        if (target.first() >= 0) {
            json.writeNumberProperty("first", target.first());
            json.writeNumberProperty("count", target.count());
        }
        text("symbol", target.symbol());
    }

    private void identity(Identity i) {
        json.writeStringProperty("subject", i.subject().address().toString());
        text("unit", i.subject().unit());
        json.writeStringProperty("attribute", i.attribute().label());
        json.writeStringProperty("value", i.value());
        json.writeStringProperty("message", i.source());
        json.writeNumberProperty("confidence", i.confidence());
    }

    private void point(Sighting at, PointValue p) {
        json.writeStringProperty("subject", p.subject().address().toString());
        target(p.point());
        json.writeStringProperty("type", p.type());
        json.writeStringProperty("origin", lower(p.origin()));
        Reading reading = at.reading();
        switch (reading.kind()) {
            case NONE -> {}
            case INTEGER -> json.writeNumberProperty("value", reading.integer());
            case NUMBER -> json.writeNumberProperty("value", reading.number());
            case TEXT -> json.writeStringProperty("value", reading.text());
        }
        if (reading.quality() != 0) {
            json.writeNumberProperty("quality", reading.quality());
        }
    }

    private void contact(Contact c) {
        json.writeStringProperty("state", lower(c.state()));
        json.writeStringProperty("grade", Grades.text(c.grade()));
        json.writeNumberProperty("packetsOut", c.packetsOut());
        json.writeNumberProperty("bytesOut", c.bytesOut());
        json.writeNumberProperty("packetsBack", c.packetsBack());
        json.writeNumberProperty("bytesBack", c.bytesBack());
    }

    private void counted(String name, String unit, long amount) {
        json.writeStringProperty("name", name);
        json.writeNumberProperty(unit, amount);
    }

    private void transfer(Sighting at, Transfer t) {
        json.writeStringProperty("subject", t.subject().address().toString());
        text("unit", t.subject().unit());
        json.writeStringProperty("object", t.kind());
        json.writeStringProperty("name", t.name());
        json.writeStringProperty("way", lower(t.way()));
        json.writeStringProperty("state", lower(t.state()));
        json.writeNumberProperty("bytes", at.detail());
        text("sha256", t.sha256());
    }

    private void login(Login l) {
        json.writeStringProperty("subject", l.subject().address().toString());
        text("unit", l.subject().unit());
        json.writeStringProperty("user", l.user());
        text("secret", l.secret());
        json.writeStringProperty("outcome", lower(l.outcome().kind()));
    }

    private void alert(Alert a) {
        json.writeStringProperty("rule", a.rule());
        text("text", a.text());
        json.writeStringProperty("severity", a.severity().label());
        text("host", a.host());
    }

    private void event(HostEvent e) {
        json.writeStringProperty("event", lower(e.kind()));
        text("host", e.host());
        text("account", e.account());
        text("object", e.object());
    }

    private void ruling(Ruling r) {
        json.writeBooleanProperty("allowed", r.allowed());
        text("rule", r.rule());
    }

    private void text(String name, String value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(name, value);
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Hands everything on to the writer. */
    public void flush() {
        if (broken) {
            return;
        }
        try {
            json.flush();
        } catch (JacksonIOException e) {
            broken = true;
        }
    }
}
