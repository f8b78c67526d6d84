// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static weir.server.identity.Household.BOSS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.server.identity.Account;
import weir.server.identity.Household;
import weir.server.identity.Refusal;
import weir.server.identity.Role;

/** A passkey proves its owner, to this server, once for each challenge. */
class PasskeysTest {

    @TempDir
    private Path folder;

    private Household house;
    private Passkeys passkeys;
    private Account anna;

    @BeforeEach
    void begin() throws IOException {
        house = new Household(folder);
        passkeys = restarted();
        anna = house.person("anna", Role.ENGINEER);
    }

    private Passkeys restarted() throws IOException {
        return new Passkeys(
                house.store,
                house.accounts,
                house.audit,
                house.clock,
                house.random,
                "weir.example",
                "https://weir.example:8443");
    }

    private Device known() throws Exception {
        Device device = Device.ordinary();
        passkeys.add(BOSS, anna, "telephone", device.made(passkeys.challenge(anna.id())));
        return device;
    }

    @Test
    void keys_of_each_sort_prove_their_owner_also_after_a_restart() throws Exception {
        String[][] sorts = {{"EC", "SHA256withECDSA"}, {"RSA", "SHA256withRSA"}, {"Ed25519", "Ed25519"}};
        for (String[] sort : sorts) {
            Device device = new Device(sort[0], sort[1]);
            passkeys.add(BOSS, anna, sort[0], device.made(passkeys.challenge(anna.id())));
            assertThat(passkeys.prove(device.name(), device.signed(passkeys.challenge(""))))
                    .contains(anna);
            Passkeys again = restarted();
            assertThat(again.prove(device.name(), device.signed(again.challenge(""))))
                    .contains(anna);
            passkeys = restarted();
        }
        assertThat(passkeys.of(anna.id())).hasSize(3);
        assertThat(house.audited()).contains("passkey Ed25519");
    }

    @Test
    void what_was_signed_for_another_page_time_or_person_is_refused() throws Exception {
        Device device = known();
        String once = passkeys.challenge("");
        assertThat(passkeys.prove(device.name(), device.signed(once))).isPresent();
        assertThatThrownBy(() -> passkeys.prove(device.name(), device.signed(once)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> passkeys.prove(device.name(), device.signed("made up")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> passkeys.prove(device.name(), device.signed(passkeys.challenge(anna.id()))))
                .isInstanceOf(Refusal.class);
        String late = passkeys.challenge("");
        house.clock.turn(Duration.ofMinutes(6));
        assertThatThrownBy(() -> passkeys.prove(device.name(), device.signed(late)))
                .isInstanceOf(Refusal.class);
        device.origin = "https://weir.example.evil.example";
        assertThatThrownBy(() -> passkeys.prove(device.name(), device.signed(passkeys.challenge(""))))
                .isInstanceOf(Refusal.class);
        device.origin = "https://weir.example:8443";
        device.server = "evil.example";
        assertThatThrownBy(() -> passkeys.prove(device.name(), device.signed(passkeys.challenge(""))))
                .isInstanceOf(Refusal.class);
        device.server = "weir.example";
        device.flags = 1; // nobody proved to the device who they are
        assertThatThrownBy(() -> passkeys.prove(device.name(), device.signed(passkeys.challenge(""))))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_signature_of_another_key_or_with_a_flipped_bit_is_nobody() throws Exception {
        Device device = known();
        Device other = Device.ordinary();
        assertThat(passkeys.prove(device.name(), other.signed(passkeys.challenge(""))))
                .isEmpty();
        assertThat(passkeys.prove(other.name(), other.signed(passkeys.challenge(""))))
                .isEmpty();
        Passkeys.Said right = device.signed(passkeys.challenge(""));
        byte[] data = Base64.getUrlDecoder().decode(right.device());
        data[36] ^= 1;
        assertThat(passkeys.prove(device.name(), new Passkeys.Said(right.client(), Device.text(data), right.proof())))
                .isEmpty();
    }

    @Test
    void a_key_that_counts_back_may_have_been_copied() throws Exception {
        Device device = known();
        device.count = 10;
        assertThat(passkeys.prove(device.name(), device.signed(passkeys.challenge(""))))
                .isPresent();
        device.count = 5;
        assertThat(passkeys.prove(device.name(), device.signed(passkeys.challenge(""))))
                .isEmpty();
        assertThat(house.audited()).contains("may have been copied");
    }

    @Test
    void nonsense_is_refused_with_a_reason() throws Exception {
        String[] texts = {
            "", "!", "e30", "W10", "A".repeat(20_000), Device.text(new byte[36]), Device.text(new byte[500])
        };
        for (String client : texts) {
            for (String device : texts) {
                assertThatThrownBy(() -> passkeys.prove("e30", new Passkeys.Said(client, device, "e30")))
                        .isInstanceOf(Refusal.class);
            }
        }
        Passkeys.Said right = Device.ordinary().made(passkeys.challenge(anna.id()));
        assertThatThrownBy(() -> passkeys.add(
                        BOSS, anna, "x", new Passkeys.Said(right.client(), right.device(), Device.text(new byte[91]))))
                .hasMessageContaining("not known here");
    }

    @Test
    void one_that_was_removed_proves_nobody() throws Exception {
        Device device = known();
        String id = passkeys.of(anna.id()).getFirst().id();
        Account otto = house.person("otto", Role.VIEWER);
        assertThatThrownBy(() -> passkeys.remove(BOSS, otto, id)).isInstanceOf(Refusal.class);
        passkeys.remove(BOSS, anna, id);
        assertThat(passkeys.prove(device.name(), device.signed(passkeys.challenge(""))))
                .isEmpty();
        assertThat(house.audited()).contains("factor.removed");
    }
}
