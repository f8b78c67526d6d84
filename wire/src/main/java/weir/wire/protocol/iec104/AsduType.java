// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.iec104;

import java.util.List;
import java.util.Locale;
import weir.model.Service;
import weir.model.Verb;

/**
 * One type of application data unit.
 *
 * @param code type identification
 * @param name in the standard's words: {@code M_ME_NC_1}
 * @param verb what it does
 * @param elements of each information object, in the order of the wire
 * @param size octets of those; negative where the message tells
 * @param encoding name of the first element, which holds a point's value; the same with time tag and without
 */
record AsduType(int code, String name, Verb verb, List<Element> elements, int size, String encoding)
        implements Service {

    static AsduType of(int code, String name, Verb verb, List<Element> elements) {
        int size = 0;
        for (Element element : elements) {
            size = element.size < 0 || size < 0 ? -1 : size + element.size;
        }
        return new AsduType(code, name, verb, elements, size, encoding(elements));
    }

    private static String encoding(List<Element> elements) {
        return elements.isEmpty() ? "" : elements.getFirst().name().toLowerCase(Locale.ROOT);
    }

    boolean isSized() {
        return size >= 0;
    }

    /** Of the security extension (IEC 60870-5-7), whose contents are not read. */
    boolean isOpaque() {
        return elements.contains(Element.OPAQUE);
    }

    /** Tells of the process, in the direction of monitoring. */
    boolean monitors() {
        return name.startsWith("M_") || code == 41;
    }

    boolean isFile() {
        return verb == Verb.FILE;
    }

    /** Meant for the station as a whole: an interrogation, a clock, a reset, the end of initialisation. */
    boolean isForStation() {
        return code == 70 || (code >= 100 && code <= 107 && code != 102);
    }
}
