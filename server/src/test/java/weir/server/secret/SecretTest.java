// SPDX-License-Identifier: Apache-2.0
package weir.server.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sealed stays sealed. */
class SecretTest {

    private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private Sealer sealer(String name) throws IOException {
        return KeyFile.open(folder.resolve("keys").resolve(name), new SecureRandom());
    }

    @Test
    void what_was_sealed_opens_after_a_restart_and_looks_different_each_time() throws IOException {
        String sealed = sealer("weir.key").seal("totp/3", SECRET);
        assertThat(sealed)
                .doesNotContain("secret")
                .isNotEqualTo(sealer("weir.key").seal("totp/3", SECRET));
        assertThat(sealer("weir.key").open("totp/3", sealed)).isEqualTo(SECRET);
    }

    @Test
    void it_opens_for_no_other_purpose_and_with_no_other_key() throws IOException {
        String sealed = sealer("weir.key").seal("totp/3", SECRET);
        assertThatThrownBy(() -> sealer("weir.key").open("totp/4", sealed)).hasMessageContaining("does not open");
        assertThatThrownBy(() -> sealer("other.key").open("totp/3", sealed)).hasMessageContaining("key file");
        assertThatThrownBy(() -> sealer("weir.key").open("totp/3", "plain")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> sealer("weir.key").open("totp/3", "sealed-1:AAAA"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void no_changed_character_opens() throws IOException {
        Sealer sealer = sealer("weir.key");
        String sealed = sealer.seal("a", SECRET);
        for (int at = "sealed-1:".length(); at < sealed.length() - 1; at++) {
            char other = sealed.charAt(at) == 'A' ? 'B' : 'A';
            String changed = sealed.substring(0, at) + other + sealed.substring(at + 1);
            assertThatThrownBy(() -> sealer.open("a", changed)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void the_key_file_is_for_its_owner_alone() throws IOException {
        sealer("weir.key");
        Path file = folder.resolve("keys/weir.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
                .isEqualTo("rwx------");
        for (String mode : new String[] {"rw-r-----", "rw----r--", "rw--w----", "rwx------"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            assertThatThrownBy(() -> sealer("weir.key"))
                    .hasMessageContaining("weir.key")
                    .hasMessageContaining("chmod 600");
        }
    }

    @Test
    void a_damaged_key_file_is_named_and_never_replaced() throws IOException {
        sealer("weir.key");
        Path file = folder.resolve("keys/weir.key");
        for (String text : new String[] {"", "weir-key-1 ", "weir-key-1 !!!!", "weir-key-1 AAAA", "x".repeat(5000)}) {
            Files.writeString(file, text);
            assertThatThrownBy(() -> sealer("weir.key")).hasMessageContaining("weir.key");
            assertThat(file).hasContent(text);
        }
    }
}
