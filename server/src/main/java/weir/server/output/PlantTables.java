// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import weir.model.Address;
import weir.model.Asset;
import weir.model.Attribute;
import weir.model.Conversation;
import weir.model.OperationCount;
import weir.model.Plant;

/** The picture as tables; the columns are described in docs/outputs.md and keep their names. */
public final class PlantTables {

    private final Plant plant;
    private final Times times = new Times();

    public PlantTables(Plant plant) {
        this.plant = plant;
    }

    public void writeAssets(Writer to) throws IOException {
        Csv csv = new Csv(to);
        csv.row(List.of(
                "id",
                "name",
                "role",
                "level",
                "vendor",
                "model",
                "order_number",
                "firmware",
                "hardware",
                "serial",
                "gateway",
                "unit",
                "addresses",
                "macs",
                "mac_vendor",
                "serves",
                "uses",
                "first",
                "last",
                "packets",
                "bytes",
                "role_reason",
                "level_reason"));
        for (Asset a : plant.assets()) {
            csv.row(List.of(
                    a.id(),
                    a.known(Attribute.NAME),
                    a.role().label(),
                    a.level().number(),
                    a.known(Attribute.VENDOR),
                    a.known(Attribute.MODEL),
                    a.known(Attribute.ORDER_NUMBER),
                    a.known(Attribute.FIRMWARE),
                    a.known(Attribute.HARDWARE),
                    a.known(Attribute.SERIAL),
                    a.gateway(),
                    a.unit(),
                    joined(a.addresses()),
                    joined(a.macs()),
                    a.macVendor(),
                    String.join(" ", a.serves()),
                    String.join(" ", a.uses()),
                    times.text(a.first()),
                    times.text(a.last()),
                    a.packets(),
                    a.bytes(),
                    a.roleReason(),
                    a.levelReason()));
        }
    }

    private static String joined(List<Address> addresses) {
        return String.join(" ", addresses.stream().map(Address::toString).toList());
    }

    public void writeConversations(Writer to) throws IOException {
        Csv csv = new Csv(to);
        csv.row(List.of(
                "client",
                "server",
                "protocol",
                "transport",
                "port",
                "flows",
                "grade",
                "packets_out",
                "bytes_out",
                "packets_back",
                "bytes_back",
                "lost_bytes",
                "operations",
                "violations",
                "first",
                "last",
                "first_packet"));
        for (Conversation c : plant.conversations()) {
            csv.row(List.of(
                    c.client(),
                    c.server(),
                    c.protocol(),
                    Grades.text(c.transport()),
                    c.port(),
                    c.flows(),
                    Grades.text(c.grade()),
                    c.packetsOut(),
                    c.bytesOut(),
                    c.packetsBack(),
                    c.bytesBack(),
                    c.lostBytes(),
                    c.operations().stream().mapToLong(OperationCount::times).sum(),
                    c.violations().stream().mapToLong(Conversation.Noted::count).sum(),
                    times.text(c.first()),
                    times.text(c.last()),
                    c.firstPacket()));
        }
    }
}
