// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.evtx;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of a template, as it is before it is written. */
sealed interface EvtxNode {

    int NO_DEPENDENCY = 0xffff;

    /** @param dependency number of the value without which the element is not there */
    record Element(String name, int dependency, Map<String, EvtxNode> attributes, List<EvtxNode> content)
            implements EvtxNode {

        Element with(String attribute, EvtxNode value) {
            Map<String, EvtxNode> more = new LinkedHashMap<>(attributes);
            more.put(attribute, value);
            return new Element(name, dependency, more, content);
        }

        Element with(String attribute, String value) {
            return with(attribute, new Text(value));
        }

        Element holding(EvtxNode... nodes) {
            List<EvtxNode> more = new ArrayList<>(content);
            more.addAll(List.of(nodes));
            return new Element(name, dependency, attributes, more);
        }

        Element depending(int number) {
            return new Element(name, number, attributes, content);
        }
    }

    record Text(String text) implements EvtxNode {}

    record Cdata(String text) implements EvtxNode {}

    record Entity(String name) implements EvtxNode {}

    record Character(int code) implements EvtxNode {}

    record Place(int number, int type, boolean optional) implements EvtxNode {}

    static Element element(String name, EvtxNode... content) {
        return new Element(name, NO_DEPENDENCY, Map.of(), List.of(content));
    }

    static Text text(String text) {
        return new Text(text);
    }

    static Place place(int number, int type) {
        return new Place(number, type, false);
    }

    static Place optional(int number, int type) {
        return new Place(number, type, true);
    }
}
