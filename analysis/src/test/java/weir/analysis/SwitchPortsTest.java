// SPDX-License-Identifier: Apache-2.0
package weir.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weir.analysis.inventory.Vendors;
import weir.model.Address;
import weir.model.Asset;
import weir.model.Attribute;
import weir.model.Contact;
import weir.model.Grade;
import weir.model.Identity;
import weir.model.Sighting;
import weir.model.Subject;
import weir.model.Transport;

/** A switch announces itself with the hardware address of each of its ports. */
class SwitchPortsTest {

    private static final Address CHASSIS = Address.parse("ec:74:ba:20:00:00");
    private static final Address FIRST_PORT = Address.parse("ec:74:ba:20:00:01");
    private static final Address SECOND_PORT = Address.parse("ec:74:ba:20:00:02");
    private static final Address MANAGEMENT = Address.parse("10.20.0.2");

    private final Picture picture = new Picture();
    private long packet;

    private void announces(Address port, String protocol, Attribute attribute, String value) {
        Sighting at = new Sighting().packet(++packet, packet);
        picture.observe(at, new Identity(protocol, new Subject(port, ""), attribute, value, "announcement", 5));
    }

    private void sends(Address from, Address mac) {
        Sighting at = new Sighting()
                .packet(++packet, packet)
                .link(mac, Address.mac(0x123456), 0)
                .between(Transport.UDP, from, 1, Address.parse("224.0.0.251"), 2)
                .conversation(packet, true);
        picture.observe(at, new Contact(Contact.State.CLOSED, Transport.UDP, "", Grade.WHOLE, 1, 1, 0, 0, 1, 2, 1, 2));
    }

    private List<Asset> assets() {
        return picture.plant(new Vendors(Map.of())).assets();
    }

    @Test
    void portsOfOneChassisAreOneDevice() {
        announces(FIRST_PORT, "lldp", Attribute.MAC, CHASSIS.toString());
        announces(FIRST_PORT, "lldp", Attribute.IP, MANAGEMENT.toString());
        announces(SECOND_PORT, "lldp", Attribute.MAC, CHASSIS.toString());
        announces(SECOND_PORT, "lldp", Attribute.IP, MANAGEMENT.toString());
        sends(MANAGEMENT, CHASSIS);

        assertThat(assets()).singleElement().satisfies(asset -> {
            assertThat(asset.id()).isEqualTo("10.20.0.2");
            assertThat(asset.macs()).containsExactly(CHASSIS, FIRST_PORT, SECOND_PORT);
        });
    }

    @Test
    void portsThatNameTheSameSystemAtTheSameAddressAreOneDevice() {
        announces(FIRST_PORT, "cdp", Attribute.NAME, "sw1");
        announces(FIRST_PORT, "cdp", Attribute.IP, MANAGEMENT.toString());
        announces(SECOND_PORT, "cdp", Attribute.IP, MANAGEMENT.toString());
        announces(SECOND_PORT, "cdp", Attribute.NAME, "sw1");

        assertThat(assets())
                .singleElement()
                .satisfies(asset -> assertThat(asset.macs()).containsExactly(FIRST_PORT, SECOND_PORT));
    }

    @Test
    void neitherANameNorAnAddressAloneMakesThemOne() {
        announces(FIRST_PORT, "cdp", Attribute.NAME, "Switch");
        announces(FIRST_PORT, "cdp", Attribute.IP, "10.20.0.3");
        announces(SECOND_PORT, "cdp", Attribute.NAME, "Switch");
        announces(SECOND_PORT, "cdp", Attribute.IP, MANAGEMENT.toString());
        announces(CHASSIS, "cdp", Attribute.NAME, "other");
        announces(CHASSIS, "cdp", Attribute.IP, MANAGEMENT.toString());

        assertThat(assets()).hasSize(3);
    }

    @Test
    void whatASwitchRoutesIsNotTheSwitch() {
        announces(FIRST_PORT, "lldp", Attribute.MAC, CHASSIS.toString());
        announces(FIRST_PORT, "lldp", Attribute.IP, MANAGEMENT.toString());
        sends(Address.parse("10.30.0.7"), CHASSIS);

        assertThat(assets()).extracting(Asset::id).containsExactlyInAnyOrder("10.20.0.2", "10.30.0.7");
    }
}
