// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.analysis.detect.Settings.Indicator;
import weir.analysis.detect.Settings.Kind;

class IndicatorFileTest {

    private static final String HASH = "ab".repeat(32);

    @TempDir
    private Path folder;

    private final Intake intake = new Intake();

    private List<Indicator> read(String text) throws IOException {
        return IndicatorFile.read(Files.writeString(folder.resolve("signs.json"), text), intake);
    }

    private List<Indicator> stix(String pattern) throws IOException {
        return read("""
                {"type": "bundle", "id": "bundle--1", "objects": [
                  {"type": "identity", "name": "somebody", "extra": {"deep": [1, {"a": 2}]}},
                  {"type": "indicator", "pattern_type": "stix", "valid_from": "2024-01-02T00:00:00Z",
                   "valid_until": "2025-01-02T00:00:00Z", "indicator_types": ["malicious-activity"],
                   "pattern": "%s"}]}
                """.formatted(pattern));
    }

    @Test
    void a_sign_of_a_bundle_is_taken_with_its_times_and_its_source() throws IOException {
        List<Indicator> signs = stix("[ipv4-addr:value = '203.0.113.7']");
        assertThat(signs)
                .containsExactly(new Indicator(
                        Kind.ADDRESS,
                        "203.0.113.7",
                        1_704_153_600_000_000_000L,
                        1_735_776_000_000_000_000L,
                        "signs.json"));
        assertThat(intake.taken()).isEqualTo(Map.of("addresses", 1L));
    }

    @Test
    void alternatives_are_signs_each() throws IOException {
        assertThat(stix("[domain-name:value = 'Evil.example' OR ipv6-addr:value IN ('fd00::1', 'fd00::2')]"
                        + " OR ([file:hashes.'SHA-256' = '" + HASH + "'])"))
                .extracting(Indicator::value)
                .containsExactly("evil.example", "fd00::1", "fd00::2", HASH);
    }

    @Test
    void what_must_come_together_is_refused_by_name_and_never_half_taken() throws IOException {
        assertThat(stix("[ipv4-addr:value = '10.0.0.1' AND domain-name:value = 'a.example']"))
                .isEmpty();
        assertThat(stix("[ipv4-addr:value = '10.0.0.1'] FOLLOWEDBY [domain-name:value = 'a.example']"))
                .isEmpty();
        assertThat(stix("[domain-name:value ISSUBSET '10.0.0.0/8']")).isEmpty();
        assertThat(stix("[ipv4-addr:value = '10.0.0.1' OR email-addr:value = 'a@a.example']"))
                .isEmpty();
        assertThat(stix("[ipv4-addr:value != '10.0.0.1']")).isEmpty();
        assertThat(stix("nonsense")).isEmpty();
        assertThat(intake.refused())
                .containsOnlyKeys(
                        "patterns with AND",
                        "patterns with FOLLOWEDBY",
                        "patterns with ISSUBSET about domain-name:value",
                        "patterns about email-addr:value",
                        "patterns with !=",
                        "patterns that are none");
    }

    @Test
    void networks_and_urls_are_signs_too() throws IOException {
        assertThat(
                        stix(
                                "[ipv4-addr:value ISSUBSET '203.0.113.0/24' OR ipv6-addr:value = 'fd00:1::/32'"
                                        + " OR url:value = 'HTTP://Evil.example:8080/Gate.php?id=1#x' OR url:value = 'https://b.example']"))
                .extracting(i -> i.kind() + " " + i.value())
                .containsExactly(
                        "NETWORK 203.0.113.0/24", "NETWORK fd00:1::/32", "URL evil.example/Gate.php", "URL b.example/");
        assertThat(stix("[ipv4-addr:value ISSUBSET '0.0.0.0/0' OR url:value = 'no url']"))
                .isEmpty();
        assertThat(intake.refused()).containsOnlyKeys("networks that are none", "URLs that are none");
    }

    @Test
    void values_that_are_none_are_refused() throws IOException {
        assertThat(stix("[ipv4-addr:value = '10.0.0.777' OR domain-name:value = 'no name']"))
                .isEmpty();
        assertThat(intake.refused()).containsOnlyKeys("addresses that are none", "domains that are none");
    }

    @Test
    void attributes_of_events_are_taken_where_they_are_for_detection() throws IOException {
        List<Indicator> signs = read("""
                {"response": [{"Event": {"info": "a campaign", "Attribute": [
                  {"type": "ip-dst|port", "value": "203.0.113.7|443", "to_ids": true, "timestamp": "1704153600"},
                  {"type": "domain|ip", "value": "a.example|203.0.113.8", "to_ids": true},
                  {"type": "comment", "value": "read this", "to_ids": false},
                  {"type": "md5", "value": "00", "to_ids": true},
                  {"type": "sha256", "value": "%s", "to_ids": true, "deleted": true}],
                 "Object": [{"name": "file", "Attribute": [
                  {"type": "filename|sha256", "value": "x.exe|%s", "to_ids": true, "Tag": [{"name": "t"}]}]}]}}]}
                """.formatted(HASH, HASH));
        assertThat(signs).extracting(Indicator::value).containsExactly("203.0.113.7", "a.example", "203.0.113.8", HASH);
        assertThat(signs.getFirst().since()).isEqualTo(1_704_153_600_000_000_000L);
        assertThat(intake.refused())
                .containsOnlyKeys(
                        "attributes that are not for detection", "attributes of the type md5", "deleted attributes");
    }

    @Test
    void a_file_that_is_neither_is_told_with_its_name() {
        assertThatThrownBy(() -> read("{\"a\": [1, 2]}")).hasMessageContainingAll("signs.json", "neither");
        assertThatThrownBy(() -> read("<html>")).hasMessageContainingAll("signs.json", "line 1", "no JSON");
        assertThatThrownBy(() -> read("")).hasMessageContaining("neither");
        assertThatThrownBy(() -> read("[".repeat(100))).hasMessageContaining("no JSON");
    }

    @Test
    void no_pattern_breaks_the_reader() throws IOException {
        Random random = new Random(5);
        String[] right = {"[", "ipv4-addr:value", "=", "'1.2.3.4'", "OR", "domain-name:value", "=", "'a.example'", "]"};
        String[] parts = {
            "[", "]", "(", ")", "'", "\\", "OR", "AND", "=", "IN", ",", "ipv4-addr:value", "'1.2.3.4'", "x"
        };
        for (int i = 0; i < 20_000; i++) {
            List<String> pattern = new ArrayList<>(List.of(right));
            for (int n = random.nextInt(4); n > 0; n--) {
                pattern.set(random.nextInt(pattern.size()), parts[random.nextInt(parts.length)]);
            }
            new Stix(new Taken("fuzz", intake, new ArrayList<>()))
                    .take(Map.of(
                            "type", "indicator", "pattern", String.join(random.nextBoolean() ? " " : "", pattern)));
        }
        assertThat(intake.takenCount()).isPositive();
        assertThat(intake.refusedCount()).isPositive();
    }
}
