// SPDX-License-Identifier: Apache-2.0
package weir.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.server.RememberedInMemory;
import weir.server.SetClock;
import weir.server.audit.AuditVerdict.Broken;
import weir.server.audit.AuditVerdict.Whole;
import weir.server.secret.KeyFile;
import weir.store.Line;

/** The audit is what was done, or the proof says where it is not. */
class AuditTest {

    private static final Actor ANNA = new Actor("3", "Anna", "192.0.2.7");

    @TempDir
    private Path folder;

    private final RememberedInMemory store = new RememberedInMemory();
    private final SetClock clock = new SetClock();
    private AuditKey key;
    private AuditLog log;

    @BeforeEach
    void begin() throws IOException {
        key = AuditKey.in(folder, KeyFile.open(folder.resolve("weir.key"), new SecureRandom()));
        log = new AuditLog(store, clock, key);
    }

    private void acts(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            log.record(Entry.done(ANNA, Act.INCIDENT_CHANGED, "incident/" + i, "closed: müde"));
            clock.turn(Duration.ofMinutes(1));
        }
    }

    private AuditVerdict proof() throws IOException {
        return proof(store, key);
    }

    private static AuditVerdict proof(RememberedInMemory store, AuditKey key) throws IOException {
        return store.look(new AuditVerifier(key.open())::verify);
    }

    private String exported() throws IOException {
        StringWriter out = new StringWriter();
        store.look(view -> {
            AuditVerifier.export(view, out);
            return true;
        });
        return out.toString();
    }

    private AuditVerdict proof(byte[] file) throws IOException {
        return new AuditVerifier(key.open()).verify(new ByteArrayInputStream(file));
    }

    @Test
    void an_untouched_log_is_whole_in_the_store_and_in_a_file() throws IOException {
        acts(700);
        assertThat(proof()).isInstanceOfSatisfying(Whole.class, whole -> {
            assertThat(whole.from()).isEqualTo(1);
            assertThat(whole.checkpoints()).isGreaterThanOrEqualTo(12); // one an hour
            assertThat(whole.to()).isEqualTo(700 + whole.checkpoints());
        });
        assertThat(proof(exported().getBytes(StandardCharsets.UTF_8))).isEqualTo(proof());
    }

    @Test
    void each_single_flipped_bit_of_a_file_is_found() throws IOException {
        acts(6);
        log.checkpoint();
        acts(2);
        byte[] file = exported().getBytes(StandardCharsets.UTF_8);
        for (int bit = 0; bit < file.length * 8; bit++) {
            file[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(proof(file)).as("bit " + bit).isInstanceOf(Broken.class);
            file[bit / 8] ^= (byte) (1 << bit % 8);
        }
        assertThat(proof(file)).isInstanceOf(Whole.class);
    }

    @Test
    void the_first_wrong_entry_is_named() throws IOException {
        acts(20);
        Line sixth = store.look(view -> view.lines("audit", 5, 1)).getFirst();
        store.tamper("audit", 6, sixth.body().replace("Anna", "Otto"));
        assertThat(proof()).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.entry()).isEqualTo(6);
            assertThat(broken.why()).contains("hash");
        });
    }

    @Test
    void a_tail_that_was_taken_away_is_missed() throws IOException {
        acts(20);
        log.checkpoint();
        acts(3);
        long last = store.look(view -> view.last("audit")).orElseThrow().number();
        for (long end = 0; end < last; end++) {
            RememberedInMemory copy = new RememberedInMemory();
            List<Line> lines = store.look(view -> view.lines("audit", 0, 100));
            String head =
                    store.look(view -> view.get("audit", "head")).orElseThrow().body();
            copy.change(change -> {
                for (Line line : lines) {
                    change.append("audit", line.body());
                }
                return change.put("audit", "head", head);
            });
            copy.cut("audit", end);
            assertThat(proof(copy, key)).isInstanceOf(Broken.class);
        }
        String file = exported();
        String withoutHead = file.substring(0, file.lastIndexOf('\n', file.length() - 2) + 1);
        assertThat(proof(withoutHead.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Broken.class);
    }

    @Test
    void a_log_chained_anew_without_the_key_is_found() throws IOException {
        acts(5);
        Path other = folder.resolve("other");
        AuditKey forger = AuditKey.in(other, KeyFile.open(other.resolve("weir.key"), new SecureRandom()));
        RememberedInMemory forged = new RememberedInMemory();
        new AuditLog(forged, clock, forger).record(Entry.done(ANNA, Act.INCIDENT_CHANGED, "incident/0", "nothing"));
        assertThat(proof(forged, key))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.why()).contains("signed by the key"));
        assertThat(proof(forged, forger)).isInstanceOf(Whole.class);
    }

    @Test
    void a_line_put_in_twice_or_out_of_its_order_is_found() throws IOException {
        acts(4);
        List<String> lines = exported().lines().toList();
        assertThat(proofOf(lines.get(0), lines.get(1), lines.get(1), lines.get(2)))
                .isInstanceOf(Broken.class);
        assertThat(proofOf(lines.get(0), lines.get(2), lines.get(1), lines.get(3)))
                .isInstanceOf(Broken.class);
    }

    private AuditVerdict proofOf(String... lines) throws IOException {
        return proof((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_beginning_that_the_server_took_away_leaves_a_log_that_is_whole() throws IOException {
        acts(30);
        log.shorten(ANNA, 12);
        acts(3);
        assertThat(proof())
                .isInstanceOfSatisfying(
                        Whole.class, whole -> assertThat(whole.from()).isEqualTo(13));
        assertThat(proof(exported().getBytes(StandardCharsets.UTF_8))).isInstanceOf(Whole.class);
        assertThat(exported()).contains("entries up to 12 taken away");
    }

    @Test
    void what_a_person_typed_forges_no_line_and_turns_no_text() throws IOException {
        Actor hostile = new Actor("", "a\n{\"number\":9}\u001b[2J\u202e", "x".repeat(5000));
        log.record(Entry.refused(hostile, Act.SIGN_IN, "\u0000", "y".repeat(100_000)));
        assertThat(exported().lines().count()).isEqualTo(3); // it, a checkpoint, the head
        assertThat(exported())
                .doesNotContain("\u001b", "\u202e")
                .contains("\\\\u202e")
                .hasSizeLessThan(5000);
        assertThat(proof()).isInstanceOf(Whole.class);
    }

    @Test
    void an_act_that_fails_leaves_no_entry() throws IOException {
        acts(1);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> store.change(change -> {
                    log.append(change, Entry.done(ANNA, Act.IMPORTED, "a", ""));
                    throw new IOException("no");
                })))
                .hasMessage("no");
        assertThat(exported()).doesNotContain("data.imported");
        assertThat(proof()).isInstanceOf(Whole.class);
    }
}
