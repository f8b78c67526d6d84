// SPDX-License-Identifier: Apache-2.0
package weir.server.output.findings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import weir.model.Address;
import weir.model.Finding;
import weir.model.Incident;
import weir.model.Severity;
import weir.model.Subject;

/** A line of one of the own files, as its fields: texts, numbers and lists of texts. Fields it does not know stay unread. */
final class FoundLine {

    /** Digits before or behind the point; more is no number of ours, and costs much to compute with. */
    private static final int MOST_DIGITS = 40;

    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, Object> fields;

    private FoundLine(Map<String, Object> fields) {
        this.fields = fields;
    }

    /** Why a line is not what it has to be. */
    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String why) {
            super(why);
        }
    }

    static FoundLine of(String line) throws Wrong {
        Map<String, Object> fields = new HashMap<>(); // bounded by the length of the line
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new Wrong("is no object");
            }
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                fields.put(name, value(json, json.nextToken()));
            }
            return new FoundLine(fields);
        } catch (JacksonException e) {
            throw new Wrong("is no JSON: " + e.getOriginalMessage());
        }
    }

    private static Object value(JsonParser json, JsonToken token) throws Wrong {
        if (token == JsonToken.VALUE_STRING) {
            return json.getString();
        }
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            return number(json.getString());
        }
        if (token == JsonToken.START_ARRAY) {
            List<Object> list = new ArrayList<>(); // bounded by the length of the line
            for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
                list.add(next == JsonToken.VALUE_STRING ? json.getString() : "");
                json.skipChildren();
            }
            return list;
        }
        json.skipChildren();
        return "";
    }

    private static BigDecimal number(String text) throws Wrong {
        if (text.length() <= MOST_DIGITS) {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) <= MOST_DIGITS) {
                return number;
            }
        }
        throw new Wrong("a number has too many digits");
    }

    Finding finding() throws Wrong {
        return new Finding(
                name("id"),
                name("detector"),
                text("title"),
                severity(),
                confidence(),
                address("source", text("source")),
                new Subject(address("target", text("target")), text("unit")),
                text("about"),
                time("start"),
                time("end"),
                whole("firstPacket"),
                whole("lastPacket"),
                whole("count"),
                text("expected"),
                text("seen"),
                text("benignIf"),
                texts("techniques"));
    }

    Incident incident(Map<String, Finding> known) throws Wrong {
        List<Finding> findings = new ArrayList<>();
        for (String id : texts("findings")) {
            Finding finding = known.get(id);
            if (finding == null) {
                throw new Wrong("there is no finding " + id);
            }
            findings.add(finding);
        }
        if (findings.isEmpty()) {
            throw new Wrong("an incident has no findings");
        }
        List<Address> assets = new ArrayList<>();
        for (String asset : texts("assets")) {
            assets.add(address("assets", asset));
        }
        return new Incident(
                name("id"),
                text("title"),
                text("story"),
                severity(),
                confidence(),
                text("phase"),
                text("impact"),
                time("start"),
                time("end"),
                assets,
                findings);
    }

    private String text(String name) throws Wrong {
        return Objects.requireNonNullElse(fields.get(name), 0) instanceof String text ? text : wrong(name, "text");
    }

    private String name(String name) throws Wrong {
        String text = text(name);
        return text.isEmpty() ? wrong(name, "text") : text;
    }

    private BigDecimal number(String name, String what) throws Wrong {
        if (fields.get(name) instanceof BigDecimal number) {
            return number;
        }
        throw new Wrong(name + " is no " + what);
    }

    private long whole(String name) throws Wrong {
        try {
            return number(name, "number").longValueExact();
        } catch (ArithmeticException e) {
            throw new Wrong(name + " is no whole number");
        }
    }

    private long time(String name) throws Wrong {
        try {
            return Moment.nanoseconds(number(name, "time"));
        } catch (ArithmeticException e) {
            throw new Wrong(name + " is no time");
        }
    }

    private double confidence() throws Wrong {
        double confidence = number("confidence", "number").doubleValue();
        if (confidence < 0 || confidence > 1) {
            throw new Wrong("confidence is not between 0 and 1");
        }
        return confidence;
    }

    private Severity severity() throws Wrong {
        String label = text("severity");
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new Wrong("severity is none of info, low, medium, high, critical"));
    }

    private static Address address(String name, String text) throws Wrong {
        Address address = Address.parse(text);
        if (!text.isEmpty() && address.kind() == Address.Kind.NONE) {
            throw new Wrong(name + " is no address");
        }
        return address;
    }

    private List<String> texts(String name) throws Wrong {
        if (fields.get(name) instanceof List<?> list) {
            return list.stream().map(Object::toString).toList();
        }
        throw new Wrong(name + " is no list");
    }

    private static String wrong(String name, String what) throws Wrong {
        throw new Wrong(name + " is no " + what);
    }
}
