// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.server.identity.Household.BOSS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.server.identity.Account;
import weir.server.identity.Household;
import weir.server.identity.Permission;
import weir.server.identity.Role;
import weir.server.identity.SignedInBy;
import weir.server.identity.Sites;
import weir.server.identity.Who;
import weir.server.secret.Sha256;
import weir.store.Kept;

/** How long somebody is signed in, and when not any more. */
class SessionsTest {

    private static final String HERE = "192.0.2.9";

    @TempDir
    private Path folder;

    private Household house;
    private Sessions sessions;
    private Account anna;

    @BeforeEach
    void begin() throws IOException {
        house = new Household(folder);
        sessions = restarted();
        anna = house.person("anna", Role.ENGINEER);
    }

    private Sessions restarted() throws IOException {
        return new Sessions(house.store, house.accounts, house.audit, house.clock, house.random, SessionLimits.USUAL);
    }

    private String signIn() throws IOException {
        return sessions.begin(anna, SignedInBy.PASSKEY, HERE, "browser");
    }

    @Test
    void whoever_holds_the_secret_is_the_account() throws IOException {
        String secret = signIn();
        assertThat(sessions.who(secret, HERE)).hasValueSatisfying(who -> {
            assertThat(who.name()).isEqualTo("anna");
            assertThat(who.may(Permission.CHANGE_PLAN, "any")).isTrue();
            assertThat(who.by().strong()).isTrue();
        });
        assertThat(sessions.who(secret + "x", HERE)).isEmpty();
        assertThat(sessions.who("", HERE)).isEmpty();
        assertThat(sessions.who(Sha256.of(secret), HERE)).isEmpty();
    }

    @Test
    void the_secret_is_kept_nowhere() throws IOException {
        String secret = signIn();
        for (Kept kept : house.store.look(view -> view.page("sessions", "", 10))) {
            assertThat(kept.id() + kept.body()).doesNotContain(secret);
        }
        assertThat(house.audited()).doesNotContain(secret).contains("session.begun");
        assertThat(restarted().who(secret, HERE)).isPresent();
    }

    @Test
    void a_lock_ends_it_at_the_next_request_and_for_good() throws IOException {
        String secret = signIn();
        house.accounts.lock(BOSS, anna.id());
        assertThat(sessions.lasts(secret)).isFalse();
        assertThat(sessions.who(secret, HERE)).isEmpty();
        house.accounts.unlock(BOSS, anna.id());
        assertThat(sessions.who(secret, HERE)).isEmpty();
    }

    @Test
    void a_role_taken_away_is_gone_at_the_next_request() throws IOException {
        String secret = signIn();
        house.accounts.change(BOSS, anna.id(), "anna", Set.of(Role.VIEWER), Sites.of("north"));
        Who who = sessions.who(secret, HERE).orElseThrow();
        assertThat(who.may(Permission.CHANGE_PLAN)).isFalse();
        assertThat(who.may(Permission.SEE_PLANT, "south")).isFalse();
        house.accounts.remove(BOSS, anna.id());
        assertThat(sessions.who(secret, HERE)).isEmpty();
    }

    @Test
    void it_ends_when_idle_and_when_it_was_long() throws IOException {
        String idle = signIn();
        house.clock.turn(Duration.ofMinutes(31));
        assertThat(sessions.who(idle, HERE)).isEmpty();
        String busy = signIn();
        for (int minutes = 0; minutes < 12 * 60; minutes += 20) {
            assertThat(sessions.who(busy, HERE)).isPresent();
            house.clock.turn(Duration.ofMinutes(20));
        }
        house.clock.turn(Duration.ofMinutes(1));
        assertThat(sessions.who(busy, HERE)).isEmpty();
        assertThat(restarted().who(busy, HERE)).isEmpty();
    }

    @Test
    void a_proof_is_fresh_for_a_while_and_can_be_given_again() throws IOException {
        String secret = signIn();
        house.clock.turn(Duration.ofMinutes(11));
        assertThat(sessions.fresh(sessions.who(secret, HERE).orElseThrow())).isFalse();
        sessions.proven(secret, SignedInBy.PASSKEY);
        assertThat(sessions.fresh(sessions.who(secret, HERE).orElseThrow())).isTrue();
    }

    @Test
    void own_sessions_are_listed_and_ended() throws IOException {
        String one = signIn();
        house.clock.turn(Duration.ofSeconds(1));
        String two = signIn();
        house.clock.turn(Duration.ofSeconds(1));
        String three = signIn();
        assertThat(sessions.of(anna.id()))
                .extracting(Session::fingerprint)
                .containsExactly(Sha256.of(three), Sha256.of(two), Sha256.of(one));
        assertThat(sessions.end("somebody else", Sha256.of(one), BOSS)).isFalse();
        assertThat(sessions.end(anna.id(), Sha256.of(one), BOSS)).isTrue();
        assertThat(sessions.endOthers(anna.id(), three, BOSS)).isEqualTo(1);
        assertThat(sessions.who(two, HERE)).isEmpty();
        sessions.end(three, BOSS);
        assertThat(sessions.who(three, HERE)).isEmpty();
        long left = house.store.look(view -> view.count("sessions"));
        assertThat(left).isZero();
        assertThat(house.audited()).contains("session.ended");
    }

    @Test
    void an_account_has_only_so_many_and_the_oldest_goes() throws IOException {
        String first = signIn();
        Set<String> all = new HashSet<>();
        for (int i = 0; i < Sessions.MOST_OF_ONE; i++) {
            house.clock.turn(Duration.ofSeconds(1));
            all.add(signIn());
        }
        assertThat(all).hasSize(Sessions.MOST_OF_ONE);
        assertThat(sessions.who(first, HERE)).isEmpty();
        assertThat(sessions.of(anna.id())).hasSize(Sessions.MOST_OF_ONE);
    }

    @Test
    void a_change_is_sent_along_with_what_only_the_own_page_knows() {
        assertThat(Csrf.right("secret", Csrf.of("secret"))).isTrue();
        assertThat(Csrf.right("secret", Csrf.of("other"))).isFalse();
        assertThat(Csrf.right("secret", "")).isFalse();
        assertThat(Csrf.of("secret")).doesNotContain("secret");
    }
}
