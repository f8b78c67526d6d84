// SPDX-License-Identifier: Apache-2.0
package weir.server.report;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A made-up plant of 2,000 assets and 6,000 conversations, the same each time: what the page must stay usable with. */
final class LargePlant {

    private static final String START = "2026-03-01T08:00:00.000000Z";
    private static final String END = "2026-03-02T19:30:00.000000Z";
    private static final int UNITS = 12;

    private record Made(String id, String gateway, String role, String level, String vendor, String protocol) {}

    private record Kind(String role, String level, int area, int subnets, int count, String vendor, String protocol) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("workstation", "4", 40, 7, 420, "Hewlett Packard", "http"),
            new Kind("server", "4", 44, 1, 60, "VMware", "smb"),
            new Kind("historian", "3.5", 35, 1, 4, "AVEVA", "opcua"),
            new Kind("firewall", "3.5", 35, 1, 2, "Fortinet", "snmp"),
            new Kind("scada_server", "3", 30, 1, 14, "Siemens", "opcua"),
            new Kind("engineering_workstation", "3", 30, 1, 22, "Siemens", "s7comm"),
            new Kind("hmi", "2", 20, 12, 160, "Siemens", "s7comm"),
            new Kind("switch", "2", 20, 12, 60, "Hirschmann", "snmp"),
            new Kind("plc", "1", 20, 12, 330, "Siemens", "s7comm"),
            new Kind("rtu", "1", 21, 3, 40, "Schneider Electric", "dnp3"),
            new Kind("gateway", "1", 21, 3, 20, "Moxa", "modbus"),
            new Kind("drive", "0", 20, 12, 240, "SEW-Eurodrive", "profinet"),
            new Kind("io_device", "0", 20, 12, 348, "Siemens", "profinet"),
            new Kind("unknown", "?", 99, 1, 40, "", "arp"));

    private final Random random = new Random(7);
    private final List<Made> assets = new ArrayList<>();
    private final Map<String, Integer> hosts = new HashMap<>();
    private final StringWriter text = new StringWriter();
    private final JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text);

    static String json() {
        return new LargePlant().write();
    }

    private String write() {
        KINDS.forEach(this::make);
        json.writeStartObject();
        json.writeStringProperty("product", "Weir 0.1.0");
        input();
        json.writeName("assets").writeStartArray();
        assets.forEach(this::asset);
        json.writeEndArray();
        json.writeName("conversations").writeStartArray();
        for (int n = 0; n < 6000; n++) conversation(n);
        json.writeEndArray();
        json.writeEndObject();
        json.close();
        return text.toString();
    }

    /** Spread over the subnets of its area; a gateway brings its units. */
    private void make(Kind kind) {
        for (int n = 0; n < kind.count(); n++) {
            String subnet = "10." + kind.area() + "." + (1 + n % kind.subnets());
            String id = subnet + "." + hosts.merge(subnet, 1, Integer::sum);
            assets.add(new Made(id, "", kind.role(), kind.level(), kind.vendor(), kind.protocol()));
            if (!kind.role().equals("gateway")) continue;
            for (int unit = 1; unit <= UNITS; unit++) {
                assets.add(new Made(id + "/unit " + unit, id, "io_device", "0", "", "modbus"));
            }
        }
    }

    private void input() {
        json.writeName("inputs").writeStartArray().writeStartObject();
        json.writeStringProperty("name", "large.pcapng");
        json.writeNumberProperty("packets", 98_765_432L);
        json.writeNumberProperty("bytes", 12_345_678_901L);
        json.writeStringProperty("first", START);
        json.writeStringProperty("last", END);
        json.writeNullProperty("damage");
        json.writeEndObject().writeEndArray();
        json.writeName("summary").writeStartObject();
        json.writeNumberProperty("assets", assets.size());
        json.writeName("protocols").writeStartArray().writeEndArray();
        json.writeName("risky").writeStartArray().writeEndArray();
        json.writeName("unseen").writeStartArray().writeEndArray();
        json.writeEndObject();
    }

    private void asset(Made made) {
        String subnet = made.id().replaceFirst("\\.\\d+(/.*)?$", ".0/24");
        json.writeStartObject();
        json.writeStringProperty("id", made.id());
        json.writeStringProperty("label", name(made));
        if (!made.gateway().isEmpty()) {
            json.writeStringProperty("unit", made.id().substring(made.gateway().length() + 1));
            json.writeStringProperty("gateway", made.gateway());
        }
        json.writeStringProperty("role", made.role());
        json.writeStringProperty("level", made.level());
        json.writeStringProperty("zoneHint", subnet);
        json.writeStringProperty("vendor", made.vendor());
        json.writeStringProperty("first", START);
        json.writeStringProperty("last", END);
        json.writeNumberProperty("packets", random.nextInt(1_000_000));
        json.writeNumberProperty("bytes", random.nextInt(1_000_000_000));
        texts("addresses", made.gateway().isEmpty() ? made.id() : made.gateway());
        texts(
                "macs",
                "00:1b:1b:%02x:%02x:%02x".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256)));
        texts("protocols", made.protocol(), "arp");
        evidence(made);
        json.writeEndObject();
    }

    /** One in a thousand lies about itself at length. */
    private String name(Made made) {
        if (random.nextInt(1000) > 0)
            return made.role() + "-" + Math.floorMod(made.id().hashCode(), 10_000);
        return "</script><img src=x onerror=alert(1)>\u202e" + "x".repeat(10_000);
    }

    private void evidence(Made made) {
        json.writeName("evidence").writeStartArray();
        for (int n = 0; n < 4; n++) {
            json.writeStartObject();
            json.writeStringProperty("attribute", n < 2 ? "model" : "firmware");
            json.writeStringProperty("value", "value " + random.nextInt(40) / 39 + n / 2);
            json.writeStringProperty("protocol", made.protocol());
            json.writeStringProperty("source", "identify response");
            json.writeNumberProperty("confidence", 5 - n);
            json.writeStringProperty("first", START);
            json.writeNumberProperty("firstPacket", random.nextInt(1_000_000));
            json.writeNumberProperty("count", 1 + random.nextInt(9));
            json.writeBooleanProperty("chosen", n % 2 == 0);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Mostly within an area, now and then across the plant; a few change something. */
    private void conversation(int n) {
        Made client = assets.get(random.nextInt(assets.size()));
        Made server = peer(client);
        boolean changes = random.nextInt(20) == 0;
        int packets = 1 << random.nextInt(20);
        json.writeStartObject();
        json.writeStringProperty("client", client.id());
        json.writeStringProperty("server", server.id());
        json.writeStringProperty("protocol", server.protocol());
        json.writeStringProperty("transport", "tcp");
        json.writeNumberProperty("port", 102);
        json.writeNumberProperty("flows", 1 + n % 3);
        json.writeNumberProperty("packetsOut", packets);
        json.writeNumberProperty("bytesOut", packets * 90L);
        json.writeNumberProperty("packetsBack", packets);
        json.writeNumberProperty("bytesBack", packets * 140L);
        json.writeStringProperty("grade", n % 40 == 0 ? "lossy" : "whole");
        json.writeStringProperty("first", START);
        json.writeStringProperty("last", END);
        json.writeName("operations").writeStartArray();
        operation("read", "read_var", packets);
        if (changes) operation(n % 3 == 0 ? "program" : "write", n % 3 == 0 ? "download_block" : "write_var", 3);
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Four in five speak within their own area. */
    private Made peer(Made client) {
        Made any = assets.get(random.nextInt(assets.size()));
        if (random.nextInt(5) == 0) return any;
        String subnet = client.id().replaceFirst("\\.\\d+(/.*)?$", ".");
        List<Made> near =
                assets.stream().filter(made -> made.id().startsWith(subnet)).toList();
        return near.get(random.nextInt(near.size()));
    }

    private void operation(String verb, String service, int count) {
        json.writeStartObject();
        json.writeStringProperty("verb", verb);
        json.writeStringProperty("service", service);
        json.writeNumberProperty("count", count);
        json.writeStringProperty("first", START);
        json.writeNumberProperty("firstPacket", random.nextInt(1_000_000));
        json.writeNumberProperty("latencyMicros", 200 + random.nextInt(90_000));
        texts("targets", "DB" + random.nextInt(30) + " 0-99");
        json.writeEndObject();
    }

    private void texts(String name, String... values) {
        json.writeName(name).writeStartArray();
        for (String value : values) json.writeString(value);
        json.writeEndArray();
    }
}
