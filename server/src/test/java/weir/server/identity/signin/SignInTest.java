// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static weir.server.identity.Household.BOSS;
import static weir.server.identity.Household.PASSWORD;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.server.identity.Account;
import weir.server.identity.GroupRoles;
import weir.server.identity.Household;
import weir.server.identity.Origin;
import weir.server.identity.Outside;
import weir.server.identity.PasswordHash;
import weir.server.identity.Permission;
import weir.server.identity.Refusal;
import weir.server.identity.Role;
import weir.server.identity.SignedInBy;
import weir.server.identity.Sites;
import weir.server.identity.factor.Codes;
import weir.server.identity.session.SessionLimits;
import weir.server.identity.session.Sessions;
import weir.server.identity.signin.SignInResult.CodeAsked;
import weir.server.identity.signin.SignInResult.Denied;
import weir.server.identity.signin.SignInResult.Later;
import weir.server.identity.signin.SignInResult.SignedIn;

/** From the first link to the session. */
class SignInTest {

    private static final String HERE = "192.0.2.9";

    @TempDir
    private Path folder;

    private Household house;
    private Sessions sessions;
    private Codes codes;
    private SignIn signIn;
    private Links links;
    private Set<String> groups = Set.of("cn=plant");

    @BeforeEach
    void begin() throws IOException {
        house = new Household(folder);
        sessions =
                new Sessions(house.store, house.accounts, house.audit, house.clock, house.random, SessionLimits.USUAL);
        codes = new Codes(house.store, house.audit, house.clock, house.random, house.sealer);
        GroupRoles roles = new GroupRoles(Map.of("CN=Plant", new GroupRoles.Grant(Role.OPERATOR, Sites.of("north"))));
        OutsideAccounts outsiders = new OutsideAccounts(house.accounts, Map.of(Origin.LDAP, roles));
        signIn = new SignIn(
                house.accounts,
                outsiders,
                house.hashes,
                this::directory,
                codes,
                sessions,
                house.audit,
                house.clock,
                house.random);
        links = new Links(house.store, house.accounts, house.hashes, house.audit, house.clock, house.random);
    }

    private Optional<Outside> directory(String name, String password) {
        return password.equals("of the directory")
                ? Optional.of(new Outside(Origin.LDAP, "uuid of " + name, name, "Somebody", groups, false))
                : Optional.empty();
    }

    private SignInResult tried(String name, String password) throws IOException {
        return signIn.password(name, password, HERE, "browser");
    }

    @Test
    void the_right_password_signs_in_and_any_other_does_not() throws IOException {
        house.person("anna", Role.ENGINEER);
        assertThat(tried(" Anna", PASSWORD))
                .isInstanceOfSatisfying(
                        SignedIn.class, in -> assertThat(secretOf(in)).isEqualTo("anna"));
        assertThat(tried("anna", PASSWORD + "x")).isInstanceOf(Denied.class);
        assertThat(tried("nobody", PASSWORD)).isInstanceOf(Denied.class);
        assertThat(tried("", "")).isInstanceOf(Denied.class);
        assertThat(tried("anna", "x".repeat(1_000_000))).isInstanceOf(Denied.class);
        assertThat(house.audited()).contains("refused").doesNotContain(PASSWORD);
    }

    private String secretOf(SignedIn in) {
        try {
            return sessions.who(in.secret(), HERE).orElseThrow().name();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_locked_account_and_one_that_is_not_there_are_answered_alike() throws IOException {
        Account anna = house.person("anna", Role.ENGINEER);
        house.accounts.lock(BOSS, anna.id());
        assertThat(tried("anna", PASSWORD)).isEqualTo(tried("nobody", PASSWORD)).isEqualTo(new Denied());
    }

    @Test
    void guessing_at_a_name_costs_time_also_where_there_is_no_such_name() throws IOException {
        house.person("anna", Role.ENGINEER);
        for (String name : new String[] {"anna", "nobody"}) {
            for (int i = 0; i < 5; i++) {
                assertThat(signIn.password(name, "guess" + i, "198.51.100." + i, ""))
                        .isInstanceOf(Denied.class);
            }
            assertThat(signIn.password(name, PASSWORD, "198.51.100.77", "")).isInstanceOf(Later.class);
        }
        house.clock.turn(Duration.ofSeconds(2));
        assertThat(tried("anna", PASSWORD)).isInstanceOf(SignedIn.class);
    }

    @Test
    void guessing_from_one_address_costs_time_whatever_the_names() throws IOException {
        for (int i = 0; i < 20; i++) {
            assertThat(tried("name" + i, "guess")).isInstanceOf(Denied.class);
        }
        assertThat(tried("another", "guess")).isInstanceOf(Later.class);
        assertThat(signIn.password("another", "guess", "198.51.100.1", "")).isInstanceOf(Denied.class);
    }

    @Test
    void who_has_an_app_owes_a_code() throws IOException {
        Account anna = house.person("anna", Role.ENGINEER);
        List<String> recovery = recovery(anna);
        CodeAsked asked = (CodeAsked) tried("anna", PASSWORD);
        assertThat(signIn.code(asked.ticket(), "000", HERE, "")).isInstanceOf(Denied.class);
        assertThat(signIn.code("another", recovery.get(0), HERE, "")).isInstanceOf(Denied.class);
        SignedIn in = (SignedIn) signIn.code(asked.ticket(), recovery.get(0), HERE, "");
        assertThat(sessions.who(in.secret(), HERE).orElseThrow().by()).isEqualTo(SignedInBy.PASSWORD_AND_CODE);
        assertThat(signIn.code(asked.ticket(), recovery.get(1), HERE, "")).isInstanceOf(Denied.class);
    }

    @Test
    void a_ticket_lasts_five_tries_and_five_minutes() throws IOException {
        List<String> recovery = recovery(house.person("anna", Role.ENGINEER));
        String tries = ((CodeAsked) tried("anna", PASSWORD)).ticket();
        for (int i = 0; i < 5; i++) {
            assertThat(signIn.code(tries, "000", "198.51.100." + i, "")).isInstanceOf(Denied.class);
        }
        assertThat(signIn.code(tries, recovery.get(0), HERE, "")).isInstanceOf(Denied.class);
        String late = ((CodeAsked) tried("anna", PASSWORD)).ticket();
        house.clock.turn(Duration.ofMinutes(6));
        assertThat(signIn.code(late, recovery.get(0), HERE, "")).isInstanceOf(Denied.class);
    }

    private List<String> recovery(Account account) throws IOException {
        return weir.server.identity.factor.SetUp.app(codes, house.clock, account);
    }

    @Test
    void an_old_hash_is_renewed_at_the_next_sign_in() throws IOException {
        Account anna = house.person("anna", Role.ENGINEER);
        String old = new PasswordHash(500, house.random).hash(PASSWORD);
        house.accounts.password(BOSS, anna.id(), old);
        assertThat(tried("anna", PASSWORD)).isInstanceOf(SignedIn.class);
        assertThat(house.accounts.byId(anna.id()).orElseThrow().password()).startsWith("pbkdf2-sha512$1000$");
        assertThat(tried("anna", PASSWORD)).isInstanceOf(SignedIn.class);
    }

    @Test
    void somebody_of_the_directory_has_the_roles_of_their_groups_at_that_time() throws IOException {
        SignedIn in = (SignedIn) tried("berta", "of the directory");
        assertThat(sessions.who(in.secret(), HERE).orElseThrow().may(Permission.HANDLE_INCIDENTS, "north"))
                .isTrue();
        groups = Set.of("cn=elsewhere");
        assertThatThrownBy(() -> tried("berta", "of the directory")).isInstanceOf(Refusal.class);
        assertThat(sessions.who(in.secret(), HERE).orElseThrow().may()).isEmpty();
        assertThat(tried("berta", "")).isInstanceOf(Denied.class);
    }

    @Test
    void nobody_of_the_directory_takes_over_a_local_name() throws IOException {
        house.person("anna", Role.ADMINISTRATOR);
        assertThat(tried("anna", "of the directory")).isInstanceOf(Denied.class);
    }

    @Test
    void the_first_administrator_comes_by_a_link_that_is_good_once() throws IOException {
        String secret = links.first().orElseThrow();
        assertThatThrownBy(() -> links.makeFirst(secret, "anna", "short", HERE)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> links.makeFirst("other", "anna", PASSWORD, HERE))
                .hasMessageContaining("not good");
        Account anna = links.makeFirst(secret, "anna", PASSWORD, HERE);
        assertThat(anna.roles()).contains(Role.ADMINISTRATOR);
        assertThat(tried("anna", PASSWORD)).isInstanceOf(SignedIn.class);
        assertThatThrownBy(() -> links.makeFirst(secret, "otto", PASSWORD, HERE))
                .isInstanceOf(Refusal.class);
        assertThat(links.first()).isEmpty();
        assertThat(house.audited()).contains("link.made", "link.used").doesNotContain(secret);
    }

    @Test
    void a_new_link_and_a_day_end_the_one_before() throws IOException {
        String old = links.first().orElseThrow();
        String secret = links.first().orElseThrow();
        assertThatThrownBy(() -> links.makeFirst(old, "anna", PASSWORD, HERE)).isInstanceOf(Refusal.class);
        house.clock.turn(Duration.ofHours(24));
        assertThatThrownBy(() -> links.makeFirst(secret, "anna", PASSWORD, HERE))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void somebody_who_was_invited_sets_their_password() throws IOException {
        Account anna = house.accounts.create(BOSS, "anna", "Anna", Origin.LOCAL, "", Set.of(Role.VIEWER), Sites.ALL);
        assertThat(tried("anna", PASSWORD)).isInstanceOf(Denied.class);
        String secret = links.invite(BOSS, anna.id());
        links.setPassword(secret, PASSWORD, HERE);
        assertThat(tried("anna", PASSWORD)).isInstanceOf(SignedIn.class);
        assertThatThrownBy(() -> links.setPassword(secret, PASSWORD, HERE)).isInstanceOf(Refusal.class);
        String first = links.invite(BOSS, anna.id());
        assertThatThrownBy(() -> links.makeFirst(first, "otto", PASSWORD, HERE)).isInstanceOf(Refusal.class);
    }

    @Test
    void before_something_grave_the_password_is_asked_again() throws IOException {
        Account anna = house.person("anna", Role.ENGINEER);
        assertThat(signIn.again(anna, PASSWORD, HERE)).isTrue();
        assertThat(signIn.again(anna, "wrong", HERE)).isFalse();
    }
}
