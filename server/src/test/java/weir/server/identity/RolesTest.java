// SPDX-License-Identifier: Apache-2.0
package weir.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may what. */
class RolesTest {

    @Test
    void each_permission_is_somebodys_and_says_what_it_is() {
        EnumSet<Permission> given = EnumSet.noneOf(Permission.class);
        Arrays.stream(Role.values()).forEach(role -> given.addAll(role.may()));
        assertThat(given).containsExactlyInAnyOrder(Permission.values());
        assertThat(Permission.values()).allSatisfy(p -> assertThat(p.meaning()).isNotBlank());
    }

    @Test
    void a_viewer_changes_nothing_but_what_is_their_own() {
        assertThat(Role.VIEWER.may()).containsExactlyInAnyOrder(Permission.SEE_PLANT, Permission.MANAGE_OWN);
    }

    @Test
    void whoever_manages_accounts_neither_reads_the_audit_nor_changes_the_plant_by_that() {
        assertThat(Role.ADMINISTRATOR.may())
                .doesNotContain(Permission.SEE_AUDIT, Permission.CHANGE_PLAN, Permission.CHANGE_BASELINE);
        assertThat(Role.AUDITOR.may())
                .contains(Permission.SEE_AUDIT)
                .doesNotContain(Permission.MANAGE_ACCOUNTS, Permission.HANDLE_INCIDENTS);
    }

    @Test
    void sites_narrow_and_never_widen() {
        assertThat(Sites.ALL.cover("any")).isTrue();
        assertThat(Sites.of("north").cover("south")).isFalse();
        assertThat(Sites.of().cover("")).isFalse();
        assertThat(Sites.ALL.and(Sites.of("north"))).isEqualTo(Sites.of("north"));
        assertThat(Sites.of("north", "east").and(Sites.of("north", "south"))).isEqualTo(Sites.of("north"));
        assertThat(Sites.of("north").and(Sites.of("south")).all()).isFalse();
        assertThat(Sites.read(Sites.of("b", "a").written())).isEqualTo(Sites.of("a", "b"));
        assertThat(Sites.read(Sites.ALL.written())).isEqualTo(Sites.ALL);
    }

    @Test
    void somebody_may_where_both_the_role_and_the_site_allow_it() {
        Who who = new Who(
                "1",
                "anna",
                Set.of(Role.ENGINEER),
                Role.ENGINEER.may(),
                Sites.of("north"),
                SignedInBy.PASSKEY,
                Instant.EPOCH,
                "192.0.2.1");
        assertThat(who.may(Permission.CHANGE_PLAN, "north")).isTrue();
        assertThat(who.may(Permission.CHANGE_PLAN, "south")).isFalse();
        assertThat(who.may(Permission.MANAGE_ACCOUNTS, "north")).isFalse();
    }
}
