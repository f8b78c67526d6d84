// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import weir.analysis.detect.Settings.Indicator;

/**
 * A file with signs of attackers: a STIX 2.1 bundle or events of MISP, in JSON, packed with gzip or not. It is read
 * object by object, so that its size does not matter.
 */
public final class IndicatorFile {

    /** Indicators of one file. */
    static final int MOST = 1_000_000;

    private static final int DEEPEST = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(1 << 20)
                    .build())
            .build();

    private final List<Indicator> indicators = new ArrayList<>();
    private final Stix stix;
    private final Misp misp;
    private boolean known;

    private IndicatorFile(String source, Intake intake) {
        Taken taken = new Taken(source, intake, indicators);
        stix = new Stix(taken);
        misp = new Misp(taken);
    }

    /**
     * @param intake counts what is taken and what is refused
     * @throws IOException if it cannot be read, or is neither of the two
     */
    public static List<Indicator> read(Path file, Intake intake) throws IOException {
        IndicatorFile reading = new IndicatorFile(file.getFileName().toString(), intake);
        try (InputStream in = unpacked(new BufferedInputStream(Files.newInputStream(file)));
                JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), in)) {
            reading.walk(json);
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            throw new IOException(
                    file + ": line " + line + ": this is no JSON; give a STIX 2.1 bundle or MISP events", broken);
        }
        if (!reading.known) {
            throw new IOException(file + ": neither a STIX 2.1 bundle nor events of MISP");
        }
        return reading.indicators;
    }

    private static InputStream unpacked(InputStream in) throws IOException {
        in.mark(2);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return packed ? new GZIPInputStream(in) : in;
    }

    /** Objects of a bundle stand in a list called "objects", attributes of an event in lists called "Attribute". */
    private void walk(JsonParser json) {
        String list = "";
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            switch (token) {
                case START_ARRAY -> {
                    String name = json.streamReadContext().getParent().currentName();
                    list = name == null ? "" : name;
                }
                case START_OBJECT -> {
                    boolean listed = json.streamReadContext().getParent() != null
                            && json.streamReadContext().getParent().inArray();
                    if (listed && list.equals("objects")) {
                        known = true;
                        stix.take(object(json));
                    } else if (listed && list.equals("Attribute")) {
                        known = true;
                        misp.take(object(json));
                    }
                }
                case END_ARRAY -> list = "";
                case PROPERTY_NAME -> known |= json.currentName().equals("Event");
                default -> {}
            }
        }
    }

    /** Its scalar values by name, and the elements of its lists joined by commas; what is deeper is left out. */
    private static Map<String, String> object(JsonParser json) {
        Map<String, String> values = new HashMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            if (token == JsonToken.START_OBJECT) {
                json.skipChildren();
            } else if (token == JsonToken.START_ARRAY) {
                values.put(name, elements(json));
            } else if (token != JsonToken.VALUE_NULL) {
                values.put(name, json.getString());
            }
        }
        return values;
    }

    private static String elements(JsonParser json) {
        StringBuilder all = new StringBuilder();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                json.skipChildren();
            } else if (all.length() < 4096) {
                all.append(all.isEmpty() ? "" : ",").append(json.getString());
            }
        }
        return all.toString();
    }
}
