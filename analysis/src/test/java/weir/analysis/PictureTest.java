// SPDX-License-Identifier: Apache-2.0
package weir.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weir.analysis.inventory.Vendors;
import weir.model.Address;
import weir.model.Asset;
import weir.model.Attribute;
import weir.model.Contact;
import weir.model.Evidence;
import weir.model.Grade;
import weir.model.Identity;
import weir.model.Level;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Phase;
import weir.model.Plant;
import weir.model.Role;
import weir.model.Service;
import weir.model.Sighting;
import weir.model.Subject;
import weir.model.Target;
import weir.model.Transport;
import weir.model.Verb;

class PictureTest {

    private static final Vendors VENDORS = new Vendors(Map.of(0x000e8c, "Siemens"));
    private static final Address PLC = Address.parse("10.0.0.2");
    private static final Address HMI = Address.parse("10.0.0.9");
    private static final Address PLC_MAC = Address.parse("00:0e:8c:01:02:03");
    private static final Address HMI_MAC = Address.parse("00:50:56:01:02:03");

    private final Picture picture = new Picture();
    private long packet;

    @Test
    void stoppedAnywhereAndReadBackItEndsUpTheSame() throws IOException {
        Town town = new Town(1, 3000);
        Plant straight = plantOf(town, new Random(0), 0);
        Random random = new Random(2);
        for (int round = 0; round < 30; round++) {
            assertThat(plantOf(town, random, 1 + round % 4)).isEqualTo(straight);
        }
    }

    private static Plant plantOf(Town town, Random random, int stops) throws IOException {
        Picture picture = new Picture();
        int at = 0;
        for (int i = 0; i < stops; i++) {
            int next = at + random.nextInt(town.size() - at);
            town.tell(picture, at, next);
            picture = readBack(picture);
            at = next;
        }
        town.tell(picture, at, town.size());
        return picture.plant(VENDORS);
    }

    private static Picture readBack(Picture picture) throws IOException {
        return Picture.load(new ByteArrayInputStream(written(picture)));
    }

    private static byte[] written(Picture picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        picture.save(bytes);
        return bytes.toByteArray();
    }

    @Test
    void aDamagedStateIsRefusedWithASentenceAndNeverThrowsAnythingElse() throws IOException {
        new Town(3, 400).tell(picture, 0, 400);
        byte[] good = written(picture);
        Random random = new Random(4);
        for (int round = 0; round < 5000; round++) {
            byte[] bad =
                    java.util.Arrays.copyOf(good, random.nextBoolean() ? good.length : random.nextInt(good.length));
            for (int flips = 0; flips < 3 && bad.length > 0; flips++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            try {
                Picture.load(new ByteArrayInputStream(bad));
            } catch (IOException refused) {
                assertThat(refused).isNotNull();
            }
        }
    }

    @Test
    void aStateOfAnotherVersionIsNotGuessedAt() throws IOException {
        byte[] bytes = written(picture);
        bytes[5] = 98;
        assertThatThrownBy(() -> Picture.load(new ByteArrayInputStream(bytes)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 49");
    }

    @Test
    void conflictingClaimsAreKeptAndTheSurestIsShown() {
        claim(PLC, "", Attribute.MODEL, "CPU 300", "banner", 2);
        claim(PLC, "", Attribute.MODEL, "CPU 315-2 PN/DP", "SZL 0x0011", 5);
        claim(PLC, "", Attribute.MODEL, "CPU 300", "banner", 2);

        Asset plc = asset("10.0.0.2");

        assertThat(plc.known(Attribute.MODEL)).isEqualTo("CPU 315-2 PN/DP");
        assertThat(plc.evidence())
                .extracting(Evidence::value, Evidence::chosen, Evidence::count, Evidence::firstPacket)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("CPU 315-2 PN/DP", true, 1L, 2L),
                        org.assertj.core.groups.Tuple.tuple("CPU 300", false, 2L, 1L));
    }

    @Test
    void aDeviceBehindAGatewayIsAnAssetOfItsOwn() {
        operation(Phase.REQUEST, Verb.READ, "unit 3", Outcome.OPEN);
        operation(Phase.RESPONSE, Verb.READ, "unit 3", Outcome.DONE);
        operation(Phase.RESPONSE, Verb.READ, "unit 4", Outcome.DONE);
        operation(Phase.RESPONSE, Verb.READ, "unit 5", new Outcome(Outcome.Kind.REFUSED, 11, "gateway_target_failed"));
        close();

        assertThat(picture.plant(VENDORS).assets())
                .extracting(Asset::id)
                .containsExactlyInAnyOrder("10.0.0.2", "10.0.0.2/unit 3", "10.0.0.2/unit 4", "10.0.0.9");
        assertThat(asset("10.0.0.2").role()).isEqualTo(Role.GATEWAY);
        assertThat(asset("10.0.0.2/unit 3").gateway()).isEqualTo("10.0.0.2");
    }

    @Test
    void whoReprogramsAControllerIsAnEngineeringWorkstationAtLevelTwo() {
        operation(Phase.REQUEST, Verb.PROGRAM, "", Outcome.OPEN);
        operation(Phase.RESPONSE, Verb.PROGRAM, "", Outcome.DONE);
        close();

        Asset workstation = asset("10.0.0.9");
        assertThat(workstation.role()).isEqualTo(Role.ENGINEERING_WORKSTATION);
        assertThat(workstation.roleReason()).contains("1 program");
        assertThat(workstation.level()).isEqualTo(Level.SUPERVISION);
        assertThat(asset("10.0.0.2").role()).isEqualTo(Role.PLC);
        assertThat(asset("10.0.0.2").level()).isEqualTo(Level.CONTROL);
        assertThat(asset("10.0.0.2").macVendor()).isEqualTo("Siemens");
    }

    @Test
    void anAddressAloneOnAHardwareAddressIsBoundToItAndThoseBehindARouterAreNot() {
        for (String remote : new String[] {"10.9.0.1", "10.9.0.2", "10.9.0.3"}) {
            contact(Address.parse(remote), HMI_MAC);
        }
        contact(HMI, Address.parse("00:50:56:0a:0b:0c"));

        assertThat(asset("10.9.0.1").macs()).isEmpty();
        assertThat(asset("10.0.0.9").macs()).containsExactly(Address.parse("00:50:56:0a:0b:0c"));
    }

    @Test
    void twoDevicesThatClaimTheSameAddressStayTwo() {
        claim(PLC_MAC, "", Attribute.IP, "10.0.0.2", "ARP", 5);
        claim(HMI_MAC, "", Attribute.IP, "10.0.0.2", "ARP", 5);
        contact(PLC, PLC_MAC);

        assertThat(picture.plant(VENDORS).assets())
                .extracting(Asset::id)
                .containsExactlyInAnyOrder("10.0.0.2", HMI_MAC.toString());
    }

    @Test
    void whoConnectsToAnIoDeviceIsItsController() {
        operation("profinet_io", Phase.REQUEST, Verb.SESSION, "", Outcome.OPEN);
        operation("profinet_io", Phase.RESPONSE, Verb.SESSION, "", Outcome.DONE);
        close("profinet_io");

        assertThat(asset("10.0.0.9").role()).isEqualTo(Role.PLC);
        assertThat(asset("10.0.0.9").roleReason()).isEqualTo("controls 10.0.0.2 in profinet_io");
        assertThat(asset("10.0.0.2").role()).isEqualTo(Role.IO_DEVICE);
    }

    @Test
    void whatAnswersInDlmsIsAnInstrument() {
        operation("dlms", Phase.REQUEST, Verb.READ, "", Outcome.OPEN);
        operation("dlms", Phase.RESPONSE, Verb.READ, "", Outcome.DONE);
        close("dlms");

        assertThat(asset("10.0.0.2").role()).isEqualTo(Role.IO_DEVICE);
        assertThat(asset("10.0.0.9").role()).isEqualTo(Role.HMI);
    }

    private Asset asset(String id) {
        return picture.plant(VENDORS).assets().stream()
                .filter(a -> a.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void claim(Address of, String unit, Attribute attribute, String value, String source, int confidence) {
        picture.observe(at(true), new Identity("s7comm", new Subject(of, unit), attribute, value, source, confidence));
    }

    private void operation(Phase phase, Verb verb, String unit, Outcome outcome) {
        operation("modbus", phase, verb, unit, outcome);
    }

    private void operation(String protocol, Phase phase, Verb verb, String unit, Outcome outcome) {
        Target target = new Target(unit, "register", 1, 1, "");
        Service service = new Service.Unlisted("SERVICE", 1, verb);
        picture.observe(at(phase == Phase.REQUEST), new Operation(protocol, service, phase, target, "", outcome));
    }

    private void close() {
        close("modbus");
    }

    private void close(String protocol) {
        picture.observe(
                at(true),
                new Contact(Contact.State.CLOSED, Transport.TCP, protocol, Grade.WHOLE, 5, 50, 5, 50, 1, 9, 1, 9));
    }

    private void contact(Address from, Address mac) {
        Sighting at = new Sighting()
                .packet(++packet, packet)
                .link(mac, Address.mac(0x123456), 0)
                .between(Transport.UDP, from, 1, Address.parse("224.0.0.251"), 2)
                .conversation(packet + 100, true);
        picture.observe(at, new Contact(Contact.State.CLOSED, Transport.UDP, "", Grade.WHOLE, 1, 1, 0, 0, 1, 2, 1, 2));
    }

    private Sighting at(boolean up) {
        packet++;
        return new Sighting()
                .packet(packet, packet * 1000)
                .link(up ? HMI_MAC : PLC_MAC, up ? PLC_MAC : HMI_MAC, 0)
                .between(Transport.TCP, up ? HMI : PLC, up ? 5000 : 502, up ? PLC : HMI, up ? 502 : 5000)
                .conversation(1, up);
    }
}
