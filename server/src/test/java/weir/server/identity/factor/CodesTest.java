// SPDX-License-Identifier: Apache-2.0
package weir.server.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static weir.server.identity.Household.BOSS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.server.identity.Account;
import weir.server.identity.Household;
import weir.server.identity.Refusal;
import weir.server.identity.Role;
import weir.store.Kept;

/** Codes by the clock, and those for the day when the app is gone. */
class CodesTest {

    @TempDir
    private Path folder;

    private Household house;
    private Codes codes;
    private Account anna;

    @BeforeEach
    void begin() throws IOException {
        house = new Household(folder);
        codes = new Codes(house.store, house.audit, house.clock, house.random, house.sealer);
        anna = house.person("anna", Role.OPERATOR);
    }

    @ParameterizedTest
    @CsvSource({
        "59, 94287082, HmacSHA1", "1111111109, 07081804, HmacSHA1", "1111111111, 14050471, HmacSHA1",
        "1234567890, 89005924, HmacSHA1", "2000000000, 69279037, HmacSHA1", "20000000000, 65353130, HmacSHA1",
        "59, 46119246, HmacSHA256", "1111111109, 68084774, HmacSHA256", "1111111111, 67062674, HmacSHA256",
        "1234567890, 91819424, HmacSHA256", "2000000000, 90698825, HmacSHA256", "20000000000, 77737706, HmacSHA256",
        "59, 90693936, HmacSHA512", "1111111109, 25091201, HmacSHA512", "1111111111, 99943326, HmacSHA512",
        "1234567890, 93441116, HmacSHA512", "2000000000, 38618901, HmacSHA512", "20000000000, 47863826, HmacSHA512"
    })
    void the_codes_are_those_of_the_standard(long seconds, String code, String function) {
        int octets = switch (function) {
            case "HmacSHA1" -> 20;
            case "HmacSHA256" -> 32;
            default -> 64;
        };
        byte[] secret = "1234567890".repeat(7).substring(0, octets).getBytes(StandardCharsets.US_ASCII);
        assertThat(Totp.code(secret, seconds / 30, 8, function)).isEqualTo(code);
    }

    private String now(Codes.Offer offer) {
        return Totp.code(decoded(offer.secret()), house.clock.instant().getEpochSecond() / 30, 6, "HmacSHA1");
    }

    static byte[] decoded(String text) {
        java.math.BigInteger number = java.math.BigInteger.ZERO;
        for (char c : text.toCharArray()) {
            number = number.shiftLeft(5)
                    .add(java.math.BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c)));
        }
        byte[] octets = new byte[20];
        byte[] all = number.toByteArray();
        System.arraycopy(
                all, Math.max(0, all.length - 20), octets, Math.max(0, 20 - all.length), Math.min(20, all.length));
        return octets;
    }

    @Test
    void an_app_counts_when_it_showed_the_right_code() throws IOException {
        Codes.Offer offer = codes.offer(anna, "plant");
        assertThat(offer.uri()).startsWith("otpauth://totp/Weir%20plant%3Aanna?secret=" + offer.secret());
        assertThat(codes.asked(anna.id())).isFalse();
        assertThatThrownBy(() -> codes.confirm(BOSS, anna, "000")).isInstanceOf(Refusal.class);
        assertThat(codes.confirm(BOSS, anna, now(offer))).hasSize(10).doesNotHaveDuplicates();
        assertThat(codes.asked(anna.id())).isTrue();
        assertThatThrownBy(() -> codes.offer(anna, "plant")).hasMessageContaining("already");
    }

    @Test
    void a_code_is_good_once_and_for_a_minute_and_a_half() throws IOException {
        Codes.Offer offer = codes.offer(anna, "plant");
        String first = now(offer);
        codes.confirm(BOSS, anna, first);
        assertThat(codes.use(BOSS, anna, first)).isFalse();
        house.clock.turn(Duration.ofSeconds(60));
        String second = now(offer);
        assertThat(codes.use(BOSS, anna, second.substring(0, 3) + " " + second.substring(3)))
                .isTrue();
        assertThat(codes.use(BOSS, anna, second)).isFalse();
        house.clock.turn(Duration.ofMinutes(5));
        String late = now(offer);
        house.clock.turn(Duration.ofSeconds(60));
        assertThat(codes.use(BOSS, anna, late)).isFalse();
        assertThat(codes.use(BOSS, anna, "")).isFalse();
        assertThat(codes.use(BOSS, anna, "9".repeat(100_000))).isFalse();
    }

    @Test
    void each_recovery_code_is_good_once_and_kept_as_a_fingerprint() throws IOException {
        List<String> recovery = codes.confirm(BOSS, anna, now(codes.offer(anna, "plant")));
        assertThat(codes.use(BOSS, anna, recovery.get(3).toUpperCase(java.util.Locale.ROOT)))
                .isTrue();
        assertThat(codes.use(BOSS, anna, recovery.get(3))).isFalse();
        assertThat(codes.use(BOSS, anna, recovery.get(4))).isTrue();
        Kept kept = house.store.look(view -> view.get("codes", anna.id())).orElseThrow();
        assertThat(kept.body()).doesNotContain(recovery).contains("sealed-1:");
        assertThat(house.audited()).contains("8 are left").doesNotContain(recovery);
    }

    @Test
    void without_the_app_no_code_is_asked_for() throws IOException {
        codes.confirm(BOSS, anna, now(codes.offer(anna, "plant")));
        codes.remove(BOSS, anna);
        assertThat(codes.asked(anna.id())).isFalse();
        assertThat(codes.use(BOSS, anna, "123456")).isFalse();
        assertThat(house.audited()).contains("factor.added", "factor.removed");
    }
}
