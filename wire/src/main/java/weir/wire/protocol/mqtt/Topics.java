// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mqtt;

import java.util.HashMap;
import java.util.Map;

/** Topics of one connection, each taken apart once. Holds at most {@value #MOST}; when full it starts afresh. */
final class Topics {

    private static final int MOST = 512;

    private final Map<String, Topic> topics = new HashMap<>();

    Topic of(String name) {
        Topic known = topics.get(name);
        if (known != null) {
            return known;
        }
        if (topics.size() == MOST) {
            topics.clear();
        }
        Topic made = Topic.of(name);
        topics.put(name, made);
        return made;
    }
}
