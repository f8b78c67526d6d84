// SPDX-License-Identifier: Apache-2.0
package weir.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static weir.server.identity.Household.BOSS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts, and what has to hold of them. */
class AccountsTest {

    @TempDir
    private Path folder;

    private Household house;
    private Accounts accounts;

    @BeforeEach
    void begin() throws IOException {
        house = new Household(folder);
        accounts = house.accounts;
    }

    @Test
    void an_account_is_as_it_was_made_also_after_a_restart() throws IOException {
        Account anna = accounts.create(
                BOSS, "anna", "Anna Müller", Origin.LOCAL, "", Set.of(Role.ENGINEER, Role.ANALYST), Sites.of("north"));
        Accounts again = new Accounts(house.store, house.audit, house.clock, house.random);
        assertThat(again.byId(anna.id())).contains(anna);
        assertThat(again.byName("anna")).contains(anna);
        assertThat(anna.may()).containsAll(Role.ENGINEER.may()).containsAll(Role.ANALYST.may());
    }

    @Test
    void a_name_is_there_once_and_free_again_after_removal() throws IOException {
        Account anna = house.person("anna", Role.VIEWER);
        assertThatThrownBy(() -> house.person("anna", Role.VIEWER)).hasMessageContaining("already");
        accounts.remove(BOSS, anna.id());
        assertThat(house.person("anna", Role.VIEWER).id()).isNotEqualTo(anna.id());
    }

    @Test
    void a_name_that_could_be_taken_for_another_is_refused() {
        for (String name :
                new String[] {"", "Anna", "an na", "аnna", "anna\n", "-anna", "a".repeat(65), "../x", "a/b"}) {
            assertThatThrownBy(() -> house.person(name, Role.VIEWER)).as(name).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void the_last_administrator_stays() throws IOException {
        Account one = house.person("one", Role.ADMINISTRATOR, Role.ENGINEER);
        Account far =
                accounts.create(BOSS, "far", "far", Origin.OPENID, "issuer sub", Set.of(Role.ADMINISTRATOR), Sites.ALL);
        assertThatThrownBy(() -> accounts.remove(BOSS, one.id())).hasMessageContaining("last local administrator");
        assertThatThrownBy(() -> accounts.lock(BOSS, one.id())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> accounts.change(BOSS, one.id(), "one", Set.of(Role.ENGINEER), Sites.ALL))
                .isInstanceOf(Refusal.class);
        accounts.remove(BOSS, far.id());
        Account two = house.person("two", Role.ADMINISTRATOR);
        accounts.lock(BOSS, one.id());
        assertThatThrownBy(() -> accounts.lock(BOSS, two.id())).isInstanceOf(Refusal.class);
        accounts.unlock(BOSS, one.id());
        accounts.remove(BOSS, two.id());
        assertThat(accounts.all()).extracting(Account::name).containsExactly("one");
    }

    @Test
    void each_change_is_in_the_audit_and_no_password_is() throws IOException {
        Account anna = house.person("anna", Role.VIEWER);
        accounts.change(BOSS, anna.id(), "Anna", Set.of(Role.AUDITOR), Sites.of("north"));
        accounts.lock(BOSS, anna.id());
        accounts.unlock(BOSS, anna.id());
        accounts.remove(BOSS, anna.id());
        assertThat(house.audited())
                .contains("account.created", "account.password_changed", "account.changed", "AUDITOR", "north")
                .contains("account.locked", "account.unlocked", "account.removed")
                .doesNotContain("pbkdf2", Household.PASSWORD);
        assertThat(house.auditWhole()).isTrue();
    }

    @Test
    void what_is_refused_changes_nothing_and_is_no_act() throws IOException {
        Account one = house.person("one", Role.ADMINISTRATOR);
        String before = house.audited();
        assertThatThrownBy(() -> accounts.remove(BOSS, one.id())).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> accounts.remove(BOSS, "nobody")).isInstanceOf(Refusal.class);
        assertThat(house.audited()).isEqualTo(before);
        assertThat(accounts.byId(one.id())).contains(one);
    }

    @Test
    void what_another_process_changed_is_seen_at_the_next_refresh() throws IOException {
        Account anna = house.person("anna", Role.VIEWER);
        new Accounts(house.store, house.audit, house.clock, house.random).lock(BOSS, anna.id());
        assertThat(accounts.byId(anna.id()).orElseThrow().locked()).isFalse();
        accounts.refresh();
        assertThat(accounts.byId(anna.id()).orElseThrow().locked()).isTrue();
    }
}
