// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static weir.server.identity.Household.BOSS;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.server.identity.Account;
import weir.server.identity.Household;
import weir.server.identity.Permission;
import weir.server.identity.Refusal;
import weir.server.identity.Role;
import weir.server.identity.SignedInBy;
import weir.server.identity.Sites;
import weir.server.identity.Who;
import weir.store.Kept;

/** What a program may with its token. */
class ApiTokensTest {

    @TempDir
    private Path folder;

    private Household house;
    private ApiTokens tokens;
    private Account anna;
    private Instant inAMonth;

    @BeforeEach
    void begin() throws IOException {
        house = new Household(folder);
        tokens = restarted();
        anna = house.person("anna", Role.ENGINEER);
        inAMonth = house.clock.instant().plus(Duration.ofDays(30));
    }

    private ApiTokens restarted() throws IOException {
        return new ApiTokens(house.store, house.accounts, house.audit, house.clock, house.random);
    }

    private Who owner() {
        return new Who(
                anna.id(),
                "anna",
                anna.roles(),
                anna.may(),
                Sites.of("north", "south"),
                SignedInBy.PASSKEY,
                house.clock.instant(),
                "192.0.2.9");
    }

    private String make(Permission... may) throws IOException {
        return tokens.make(owner(), "historian", Set.of(may), Sites.of("north"), inAMonth);
    }

    @Test
    void a_token_may_what_was_chosen_and_no_more() throws IOException {
        String token = make(Permission.SEE_PLANT);
        Who who = tokens.who(token, "192.0.2.80").orElseThrow();
        assertThat(who.may()).containsExactly(Permission.SEE_PLANT);
        assertThat(who.may(Permission.SEE_PLANT, "north")).isTrue();
        assertThat(who.may(Permission.SEE_PLANT, "south")).isFalse();
        assertThat(restarted().who(token, "")).isPresent();
    }

    @Test
    void it_never_may_more_than_its_owner_may_then() throws IOException {
        String token = make(Permission.SEE_PLANT, Permission.CHANGE_PLAN);
        house.accounts.change(BOSS, anna.id(), "anna", Set.of(Role.VIEWER), Sites.ALL);
        assertThat(tokens.who(token, "").orElseThrow().may()).containsExactly(Permission.SEE_PLANT);
        house.accounts.lock(BOSS, anna.id());
        assertThat(tokens.who(token, "")).isEmpty();
    }

    @Test
    void nobody_makes_one_that_may_more_than_they() {
        assertThatThrownBy(() -> make(Permission.MANAGE_ACCOUNTS)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tokens.make(owner(), "x", Set.of(Permission.SEE_PLANT), Sites.ALL, inAMonth))
                .hasMessageContaining("no more than");
        assertThatThrownBy(() ->
                        tokens.make(owner(), "x", Set.of(Permission.SEE_PLANT), Sites.of("north", "west"), inAMonth))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> make(Permission.MANAGE_OWN)).hasMessageContaining("makes no tokens");
        assertThatThrownBy(() -> make()).isInstanceOf(Refusal.class);
    }

    @Test
    void it_expires_within_a_year() throws IOException {
        String token = make(Permission.SEE_PLANT);
        house.clock.turn(Duration.ofDays(30));
        assertThat(tokens.who(token, "")).isEmpty();
        tokens.sweep();
        assertThat(tokens.of(anna.id())).isEmpty();
        inAMonth = house.clock.instant().plus(Duration.ofDays(400));
        assertThatThrownBy(() -> make(Permission.SEE_PLANT)).hasMessageContaining("366");
        inAMonth = house.clock.instant();
        assertThatThrownBy(() -> make(Permission.SEE_PLANT)).isInstanceOf(Refusal.class);
    }

    @Test
    void it_is_listed_with_its_last_use_and_ended() throws IOException {
        String token = make(Permission.SEE_PLANT);
        house.clock.turn(Duration.ofHours(2));
        tokens.who(token, "");
        ApiToken listed = tokens.of(anna.id()).getFirst();
        assertThat(listed.used()).isEqualTo(house.clock.instant());
        assertThatThrownBy(() -> tokens.end(owner(), "somebody else", listed.fingerprint()))
                .isInstanceOf(Refusal.class);
        tokens.end(owner(), anna.id(), listed.fingerprint());
        assertThat(tokens.who(token, "")).isEmpty();
        assertThat(house.audited()).contains("token.made", "token.ended").doesNotContain(token);
    }

    @Test
    void the_token_is_kept_nowhere_and_can_be_found_where_it_leaked() throws IOException {
        String token = make(Permission.SEE_PLANT);
        assertThat(token).matches("weir_[0-9A-Za-z]{49}");
        for (Kept kept : house.store.look(view -> view.page("tokens", "", 10))) {
            assertThat(kept.id() + kept.body()).doesNotContain(token);
        }
    }

    @Test
    void a_text_that_is_no_token_is_known_without_looking() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(TokenText.looksRight(TokenText.make(new SecureRandom()))).isTrue();
        }
        String token = TokenText.make(new SecureRandom());
        for (int at = 0; at < token.length(); at++) {
            char other = token.charAt(at) == 'a' ? 'b' : 'a';
            assertThat(TokenText.looksRight(token.substring(0, at) + other + token.substring(at + 1)))
                    .isFalse();
        }
        assertThat(TokenText.looksRight("")).isFalse();
        assertThat(TokenText.looksRight("weir_")).isFalse();
    }
}
