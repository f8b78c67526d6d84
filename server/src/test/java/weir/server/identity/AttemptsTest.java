// SPDX-License-Identifier: Apache-2.0
package weir.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import weir.server.SetClock;

/** Trying costs time, more each time, and never for ever. */
class AttemptsTest {

    private final SetClock clock = new SetClock();
    private final Attempts attempts = new Attempts(5, clock, new SecureRandom());

    @Test
    void after_some_failures_the_wait_doubles_up_to_a_quarter_of_an_hour() {
        for (int i = 0; i < 4; i++) {
            attempts.failed("anna");
        }
        assertThat(attempts.wait("anna")).isZero();
        attempts.failed("anna");
        assertThat(attempts.wait("anna")).isEqualTo(Duration.ofSeconds(1));
        attempts.failed("anna");
        assertThat(attempts.wait("anna")).isEqualTo(Duration.ofSeconds(2));
        for (int i = 0; i < 1_000; i++) {
            attempts.failed("anna");
        }
        assertThat(attempts.wait("anna")).isEqualTo(Duration.ofMinutes(15));
        assertThat(attempts.wait("bert")).isZero();
    }

    @Test
    void waiting_and_success_forget() {
        for (int i = 0; i < 9; i++) {
            attempts.failed("anna");
        }
        clock.turn(Duration.ofSeconds(16));
        assertThat(attempts.wait("anna")).isZero();
        attempts.failed("anna");
        assertThat(attempts.wait("anna")).isEqualTo(Duration.ofSeconds(32));
        attempts.succeeded("anna");
        assertThat(attempts.wait("anna")).isZero();
        for (int i = 0; i < 9; i++) {
            attempts.failed("anna");
        }
        clock.turn(Duration.ofMinutes(61));
        attempts.failed("anna");
        assertThat(attempts.wait("anna")).isZero();
    }

    @Test
    void a_million_names_neither_grow_the_table_nor_push_one_out() {
        for (int i = 0; i < 30; i++) {
            attempts.failed("anna");
        }
        for (int i = 0; i < 1_000_000; i++) {
            attempts.failed("name " + i);
        }
        assertThat(attempts.wait("anna")).isEqualTo(Duration.ofMinutes(15));
    }
}
