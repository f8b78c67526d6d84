// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.record;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads one Windows event ([MS-EVEN6] 2.2.13, the schema {@code win/2004/08/events/event}):
 *
 * <pre>
 * Event
 *   System     Provider Name=, EventID, TimeCreated SystemTime=, Channel, Computer
 *   EventData  Data Name=        or
 *   UserData   elements of the provider
 * </pre>
 */
final class EventXml {

    private static final String DATA = "data.";
    private static final int DEEPEST = 16;

    private static final XMLInputFactory XML = factory();

    private final Fields fields = new Fields();
    private final StringBuilder text = new StringBuilder(); // at most Fields.LONGEST_TEXT

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    /** The event, or null where the text is none. */
    @Nullable
    WindowsEvent read(String event) {
        fields.clear();
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(new StringReader(event));
            if (!elements(xml)) {
                return null;
            }
        } catch (XMLStreamException e) {
            return null;
        }
        fields.put(DATA + "ProviderName", fields.text("Provider"));
        return new WindowsEvent(
                fields,
                DATA,
                fields.text("Channel"),
                fields.text("EventID"),
                fields.text("Computer"),
                Moments.iso(fields.text("SystemTime")));
    }

    /** The event that was read is used no more. */
    void forget() {
        fields.clear();
    }

    private boolean elements(XMLStreamReader xml) throws XMLStreamException {
        boolean system = false;
        int depth = 0;
        String name = "";
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        return false;
                    }
                    system = depth == 2 ? xml.getLocalName().equals("System") : system;
                    name = opened(xml, system);
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(xml);
                case XMLStreamConstants.END_ELEMENT -> {
                    if (!name.isEmpty()) {
                        fields.put(name, text.toString());
                    }
                    name = "";
                    depth--;
                }
                default -> {
                    // comments, processing instructions and references to nothing say nothing
                }
            }
        }
        return fields.has("EventID");
    }

    /** The field that the text of an element goes into. */
    private String opened(XMLStreamReader xml, boolean system) {
        String element = xml.getLocalName();
        if (!system) {
            String named = xml.getAttributeValue(null, "Name");
            return DATA + (named == null ? element : named);
        }
        if (element.equals("Provider")) {
            field("Provider", xml.getAttributeValue(null, "Name"));
        } else if (element.equals("TimeCreated")) {
            field("SystemTime", xml.getAttributeValue(null, "SystemTime"));
        }
        return element;
    }

    private void field(String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private void append(XMLStreamReader xml) {
        String more = xml.getText();
        text.append(more, 0, Math.min(more.length(), Fields.LONGEST_TEXT - text.length()));
    }
}
