// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import weir.model.Address;
import weir.model.Asset;
import weir.model.Attribute;
import weir.model.Evidence;

/** A device as JSON, with all that is claimed of it. */
public final class AssetJson {

    private final Times times = new Times();

    public void write(JsonGenerator json, Asset asset) {
        json.writeStartObject();
        fields(json, asset);
        evidence(json, asset.evidence());
        json.writeEndObject();
    }

    /** Without what proves it. */
    public void writeShort(JsonGenerator json, Asset asset) {
        json.writeStartObject();
        fields(json, asset);
        json.writeEndObject();
    }

    private void fields(JsonGenerator json, Asset asset) {
        json.writeStringProperty("id", asset.id());
        json.writeStringProperty("label", Labels.of(asset));
        json.writeStringProperty("unit", asset.unit());
        if (asset.gateway().isEmpty()) {
            json.writeNullProperty("gateway");
        } else {
            json.writeStringProperty("gateway", asset.gateway());
        }
        json.writeStringProperty("role", asset.role().label());
        json.writeStringProperty("roleReason", asset.roleReason());
        json.writeStringProperty("level", asset.level().number());
        json.writeStringProperty("levelReason", asset.levelReason());
        json.writeStringProperty("zoneHint", network(asset));
        addresses(json, "addresses", asset.addresses());
        addresses(json, "macs", asset.macs());
        json.writeStringProperty("macVendor", asset.macVendor());
        json.writeStringProperty("name", asset.known(Attribute.NAME));
        json.writeStringProperty("vendor", asset.known(Attribute.VENDOR));
        json.writeStringProperty("model", asset.known(Attribute.MODEL));
        json.writeStringProperty("orderNumber", asset.known(Attribute.ORDER_NUMBER));
        json.writeStringProperty("firmware", asset.known(Attribute.FIRMWARE));
        json.writeStringProperty("hardware", asset.known(Attribute.HARDWARE));
        json.writeStringProperty("serial", asset.known(Attribute.SERIAL));
        json.writeStringProperty("first", times.text(asset.first()));
        json.writeStringProperty("last", times.text(asset.last()));
        json.writeNumberProperty("packets", asset.packets());
        json.writeNumberProperty("bytes", asset.bytes());
        SortedSet<String> protocols = new TreeSet<>(asset.serves());
        protocols.addAll(asset.uses());
        Texts.write(json, "protocols", List.copyOf(protocols));
        Texts.write(json, "serves", asset.serves());
        Texts.write(json, "uses", asset.uses());
    }

    /** The /24 (IPv4) that it lives in: where a zone could begin. */
    public static String network(Asset asset) {
        return asset.addresses().stream()
                .filter(a -> a.kind() == Address.Kind.IPV4)
                .map(a -> Address.ipv4(a.low() & 0xffffff00L) + "/24")
                .findFirst()
                .orElse("");
    }

    private void evidence(JsonGenerator json, List<Evidence> claims) {
        json.writeArrayPropertyStart("evidence");
        for (Evidence e : claims) {
            json.writeStartObject();
            json.writeStringProperty("attribute", e.attribute().label());
            json.writeStringProperty("value", e.value());
            json.writeStringProperty("protocol", e.protocol());
            json.writeStringProperty("source", e.source());
            json.writeNumberProperty("confidence", e.confidence());
            json.writeStringProperty("first", times.text(e.first()));
            json.writeStringProperty("last", times.text(e.last()));
            json.writeNumberProperty("firstPacket", e.firstPacket());
            json.writeNumberProperty("lastPacket", e.lastPacket());
            json.writeNumberProperty("count", e.count());
            json.writeBooleanProperty("chosen", e.chosen());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void addresses(JsonGenerator json, String name, List<Address> addresses) {
        Texts.write(json, name, addresses.stream().map(Address::toString).toList());
    }
}
