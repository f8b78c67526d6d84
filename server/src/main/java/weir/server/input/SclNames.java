// SPDX-License-Identifier: Apache-2.0
package weir.server.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import weir.analysis.process.Tags;
import weir.model.Point;

/**
 * Names out of a substation description (IEC 61850-6, SCL): what a data object of a logical node is for. A point of MMS
 * is {@code .../IED name and logical device:node$constraint$object$...}.
 */
final class SclNames {

    private static final int MOST_OBJECTS = 1_000_000;

    private final Map<String, String> descriptions = new HashMap<>();
    private String ied = "";
    private String device = "";
    private String node = "";

    private SclNames() {}

    static Tags read(Path file) throws IOException {
        SclNames names = new SclNames();
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    names.element(xml);
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(
                    file + ": line " + e.getLocation().getLineNumber() + ": this is no substation description (SCL); "
                            + "a tag list has to end in .csv",
                    e);
        }
        return names::tag;
    }

    private void element(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "IED" -> ied = attribute(xml, "name");
            case "LDevice" -> device = ied + attribute(xml, "inst");
            case "LN0", "LN" -> node = attribute(xml, "prefix") + attribute(xml, "lnClass") + attribute(xml, "inst");
            case "DOI" -> describe(xml);
            case String other -> {}
        }
    }

    private void describe(XMLStreamReader xml) {
        String description = attribute(xml, "desc");
        if (!description.isEmpty() && descriptions.size() < MOST_OBJECTS) {
            descriptions.put(device + ":" + node + "$" + attribute(xml, "name"), description);
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private Point.@org.jspecify.annotations.Nullable Tag tag(String id) {
        String object = id.substring(id.lastIndexOf('/') + 1);
        String[] parts = object.split("\\$", 4);
        if (parts.length < 3) {
            return null;
        }
        String description = descriptions.get(parts[0] + "$" + parts[2]);
        return description == null ? null : new Point.Tag(description, "", 1, 0);
    }
}
