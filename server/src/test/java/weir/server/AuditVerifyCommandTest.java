// SPDX-License-Identifier: Apache-2.0
package weir.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import weir.server.audit.Act;
import weir.server.audit.Actor;
import weir.server.audit.AuditKey;
import weir.server.audit.AuditLog;
import weir.server.audit.AuditVerifier;
import weir.server.audit.Entry;
import weir.server.secret.KeyFile;

/** What {@code weir audit verify} says of an audit. */
class AuditVerifyCommandTest {

    @TempDir
    private Path data;

    private final RememberedInMemory store = new RememberedInMemory();
    private Path file = Path.of("");

    @BeforeEach
    void begin() throws IOException {
        file = data.resolve("audit.jsonl");
        AuditKey key = AuditKey.in(data, KeyFile.open(data.resolve("weir.key"), new SecureRandom()));
        AuditLog log = new AuditLog(store, new SetClock(), key);
        for (int i = 0; i < 5; i++) {
            log.record(Entry.done(new Actor("3", "Anna", "192.0.2.7"), Act.PLAN_CHANGED, "zone/" + i, "renamed"));
        }
        try (Writer to = Files.newBufferedWriter(file)) {
            store.look(view -> {
                AuditVerifier.export(view, to);
                return true;
            });
        }
    }

    private record Ran(int exit, String said) {}

    private Ran ran(String... arguments) {
        CommandLine line = new CommandLine(new AuditVerifyCommand(folder -> store));
        StringWriter out = new StringWriter();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(out));
        return new Ran(line.execute(arguments), out.toString());
    }

    @Test
    void a_whole_audit_is_whole_in_the_folder_and_as_a_file() {
        assertThat(ran("--data", data.toString())).satisfies(ran -> {
            assertThat(ran.exit()).isZero();
            assertThat(ran.said()).contains("whole: entries 1 to 6", "1 checkpoints");
        });
        assertThat(ran(file.toString(), "--data", data.toString()).exit()).isZero();
    }

    @Test
    void each_flipped_octet_is_found_and_the_entry_is_named() throws IOException {
        byte[] octets = Files.readAllBytes(file);
        for (int at = 0; at < octets.length; at += 7) {
            octets[at] ^= (byte) (1 << at % 8);
            Files.write(file, octets);
            Ran ran = ran(file.toString(), "--data", data.toString());
            assertThat(ran.exit()).as("octet " + at).isEqualTo(ExitCode.DAMAGED);
            assertThat(ran.said()).contains("broken at entry ");
            octets[at] ^= (byte) (1 << at % 8);
        }
    }

    @Test
    void a_line_changed_in_the_store_is_found() throws IOException {
        store.tamper(
                "audit",
                3,
                store.look(view -> view.lines("audit", 2, 1)).getFirst().body().replace("Anna", "Otto"));
        assertThat(ran("--data", data.toString()).said()).contains("broken at entry 3");
    }

    @Test
    void a_missing_key_or_file_is_named() {
        assertThat(ran("--data", data.resolve("none").toString()))
                .isEqualTo(new Ran(
                        ExitCode.NO_INPUT,
                        "weir: " + data.resolve("none/audit.pub") + ": there is no such file or folder\n"));
        assertThat(ran(data.resolve("none").toString(), "--data", data.toString())
                        .exit())
                .isEqualTo(ExitCode.NO_INPUT);
    }
}
