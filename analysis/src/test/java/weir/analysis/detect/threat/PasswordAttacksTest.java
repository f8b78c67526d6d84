// SPDX-License-Identifier: Apache-2.0
package weir.analysis.detect.threat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import weir.analysis.detect.Staged;
import weir.model.Address;
import weir.model.Login;
import weir.model.Outcome;
import weir.model.Severity;
import weir.model.Subject;

class PasswordAttacksTest {

    private static final Outcome WRONG = new Outcome(Outcome.Kind.REFUSED, 24, "preauth_failed");

    private final Staged plant = new Staged(new PasswordAttacks()).between("10.0.0.1", "10.0.0.2", 88);

    private void login(String user, Outcome outcome) {
        plant.tell(false, new Login("kerberos", new Subject(Address.parse("10.0.0.2"), ""), user, "", outcome));
    }

    private void wrong(String user, int times) {
        for (int i = 0; i < times; i++) {
            login(user, WRONG);
        }
    }

    @Test
    void another_account_at_work_as_ever_is_no_password_found() {
        login("service", Outcome.DONE);
        wrong("maria", 20);
        login("service", Outcome.DONE);
        login("backup", Outcome.DONE);
        assertThat(plant.findings()).singleElement().matches(f -> f.severity() == Severity.HIGH);
    }

    @Test
    void the_account_that_was_tried_and_one_of_many_are_passwords_found() {
        wrong("maria", 20);
        login("maria", Outcome.DONE);
        assertThat(plant.findings()).singleElement().matches(f -> f.severity() == Severity.CRITICAL);
    }

    @Test
    void one_password_tried_on_many_accounts_is_found_by_the_one_that_fits() {
        for (int i = 0; i < 30; i++) {
            login("user" + i, WRONG);
        }
        login("eve", Outcome.DONE);
        assertThat(plant.findings()).singleElement().matches(f -> f.severity() == Severity.CRITICAL);
    }

    @Test
    void a_password_too_old_is_not_a_wrong_one() {
        for (int i = 0; i < 30; i++) {
            login("maria", new Outcome(Outcome.Kind.REFUSED, 23, "key_exp"));
        }
        assertThat(plant.findings()).isEmpty();
    }
}
