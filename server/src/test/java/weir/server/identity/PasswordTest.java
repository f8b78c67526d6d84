// SPDX-License-Identifier: Apache-2.0
package weir.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** How passwords are chosen, kept and compared. */
class PasswordTest {

    private final PasswordHash hashes = new PasswordHash(1_000, new SecureRandom());

    @Test
    void the_hash_is_pbkdf2_as_others_work_it_out() {
        String salt = Base64.getEncoder().encodeToString("saltsalt".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        byte[] expected = HexFormat.of().parseHex(EXPECTED);
        String kept = "pbkdf2-sha512$1000$" + salt + "$" + Base64.getEncoder().encodeToString(expected);
        assertThat(hashes.matches("password", kept)).isTrue();
        assertThat(hashes.matches("passwore", kept)).isFalse();
    }

    /** Worked out by Python's hashlib. */
    private static final String EXPECTED = "43abf8c7027c6bd9d63e9d81784a006188474a8db14663d60114f5eef4e94b1b"
            + "76aba88da7b04ea335b9e7baaa6bde5e36350ee202acd02caf25b6061a4bb5b4";

    @Test
    void a_password_matches_its_hash_alone() {
        String kept = hashes.hash("four words in a row");
        assertThat(kept).startsWith("pbkdf2-sha512$1000$").doesNotContain("words");
        assertThat(kept).isNotEqualTo(hashes.hash("four words in a row"));
        assertThat(hashes.matches("four words in a row", kept)).isTrue();
        assertThat(hashes.matches("four words in a roW", kept)).isFalse();
        assertThat(hashes.matches("", kept)).isFalse();
        assertThat(hashes.matches("anything", "")).isFalse();
    }

    @Test
    void the_same_letters_in_another_form_are_the_same_password() {
        assertThat(hashes.matches("Gru\u0308ne Wiesen am See", hashes.hash("Gr\u00fcne Wiesen am See")))
                .isTrue();
    }

    @Test
    void a_damaged_hash_matches_nothing() {
        for (String kept : new String[] {
            "x",
            "$$$",
            "pbkdf2-sha512$0$AA==$AA==",
            "pbkdf2-sha512$-1$AA==$AA==",
            "pbkdf2-sha512$x$AA==$AA==",
            "pbkdf2-sha512$2000000000$AAAA$AAAA",
            "pbkdf2-sha512$1$!$AAAA",
            "md5$1$AAAA$AAAA",
            "pbkdf2-sha512$1$AAAA$"
        }) {
            assertThat(hashes.matches("anything", kept)).as(kept).isFalse();
        }
    }

    @Test
    void a_hash_of_fewer_iterations_is_known_as_outdated() {
        assertThat(hashes.outdated(new PasswordHash(500, new SecureRandom()).hash("x")))
                .isTrue();
        assertThat(hashes.outdated(hashes.hash("x"))).isFalse();
        assertThat(PasswordHash.ITERATIONS).isGreaterThanOrEqualTo(210_000);
    }

    @Test
    void what_is_tried_first_is_no_password() {
        for (String weak : new String[] {
            "",
            "short",
            "elevenchars",
            "Password123!",
            "passwordpassword",
            "PASSWORD2026!!!!",
            "123456789012",
            "abcdefghijklm",
            "aaaaaaaaaaaa",
            "ababababababab",
            "qwertyuiop123",
            "Siemens-2026!",
            "1qaz2wsx3edc4rfv",
            "anna.maier2026!!",
            "correcthorsebatterystaple",
            "987654321098",
            "letmeinletmein",
            "x".repeat(201)
        }) {
            assertThatThrownBy(() -> PasswordRules.check(weak, "anna.maier"))
                    .as(weak)
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.sort()).isEqualTo(Refusal.Sort.WRONG));
        }
    }

    @Test
    void some_words_are_a_password_without_any_sign_or_digit() {
        for (String good : new String[] {
            "four words in a row",
            "rote rosen regnen sanft",
            "Zwölf Häuser",
            "пароль для завода",
            "vT9xKq2mLw7p",
            "丘".repeat(4) + "山川田森海空雨雪"
        }) {
            assertThatCode(() -> PasswordRules.check(good, "anna")).as(good).doesNotThrowAnyException();
        }
    }
}
