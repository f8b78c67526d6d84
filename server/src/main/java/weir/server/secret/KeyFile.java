// SPDX-License-Identifier: Apache-2.0
package weir.server.secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The file with the one key under which all other secrets are sealed; only its owner may read it. */
public final class KeyFile {

    private static final String BEGINNING = "weir-key-1 ";
    private static final int OCTETS = 32;

    private KeyFile() {}

    /** Reads it; makes it first where there is none. */
    public static Sealer open(Path file, SecureRandom random) throws IOException {
        if (!Files.exists(file)) {
            byte[] key = new byte[OCTETS];
            random.nextBytes(key);
            OwnerOnly.write(file, BEGINNING + Base64.getEncoder().encodeToString(key) + "\n");
        }
        return new Sealer(read(file), random);
    }

    private static byte[] read(Path file) throws IOException {
        String text = OwnerOnly.read(file, 1000).strip();
        if (text.startsWith(BEGINNING)) {
            try {
                byte[] key = Base64.getDecoder()
                        .decode(text.substring(BEGINNING.length()).getBytes(StandardCharsets.US_ASCII));
                if (key.length == OCTETS) {
                    return key;
                }
            } catch (IllegalArgumentException damaged) {
                // said below
            }
        }
        throw new FileSystemException(
                file.toString(),
                null,
                "is no key file of Weir; put the one back from the backup, nothing else opens what it sealed");
    }
}
