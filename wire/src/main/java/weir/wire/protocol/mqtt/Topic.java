// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.mqtt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Name of a topic, and what Sparkplug B says with it (Sparkplug 3.0, 4.1): {@code spBv1.0/group/type/node/device}.
 *
 * @param kind what is said; {@link PacketType#PUBLISH} where the name is not one of Sparkplug's
 * @param node group and node, which gives the aliases of metrics; or ""
 * @param device group, node and, where there is one, device; or ""
 */
record Topic(String name, PacketType kind, String node, String device) {

    private static final String NAMESPACE = "spBv1.0";

    static Topic of(String name) {
        List<String> parts = name.startsWith(NAMESPACE) ? List.of(name.split("/", -1)) : List.of();
        if (parts.size() == 3 && parts.get(1).equals("STATE")) {
            return new Topic(name, PacketType.HOST_STATE, "", "");
        }
        PacketType kind = parts.size() == 4 || parts.size() == 5 ? kind(parts.get(2), parts.size() == 5) : null;
        if (kind == null) {
            return new Topic(name, PacketType.PUBLISH, "", "");
        }
        String node = parts.get(1) + "/" + parts.get(3);
        return new Topic(name, kind, node, parts.size() == 5 ? node + "/" + parts.get(4) : node);
    }

    private static @Nullable PacketType kind(String word, boolean ofDevice) {
        return switch (word) {
            case "NBIRTH" -> ofDevice ? null : PacketType.NODE_BIRTH;
            case "NDEATH" -> ofDevice ? null : PacketType.NODE_DEATH;
            case "NDATA" -> ofDevice ? null : PacketType.NODE_DATA;
            case "NCMD" -> ofDevice ? null : PacketType.NODE_COMMAND;
            case "DBIRTH" -> ofDevice ? PacketType.DEVICE_BIRTH : null;
            case "DDEATH" -> ofDevice ? PacketType.DEVICE_DEATH : null;
            case "DDATA" -> ofDevice ? PacketType.DEVICE_DATA : null;
            case "DCMD" -> ofDevice ? PacketType.DEVICE_COMMAND : null;
            default -> null;
        };
    }

    boolean hasMetrics() {
        return !node.isEmpty();
    }

    boolean isCommand() {
        return kind == PacketType.NODE_COMMAND || kind == PacketType.DEVICE_COMMAND;
    }
}
